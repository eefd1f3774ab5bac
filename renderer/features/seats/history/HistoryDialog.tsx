import { useQuery } from '@tanstack/react-query'
import { History } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BookingChange } from '../../../../shared/contract/seats/bookings.ts'
import { failureOf } from '../../../lib/errors.ts'
import { useChord, useKeys } from '../../../lib/use-keys.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { FailedState } from '../../../ui/FailedState.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { LoadingState } from '../../../ui/LoadingState.tsx'
import { historyOf } from '../seats.queries.ts'
import { ChangeList } from './ChangeList.tsx'
import styles from './HistoryDialog.module.css'

/** Opens the last changes of all seats: also what was cancelled is found there, and taken back. */
export function HistoryButton() {
  const { t } = useTranslation('seats')
  const [isOpen, setIsOpen] = useState(false)
  useKeys('seats', { 'seats.history': () => setIsOpen(true) })
  return (
    <>
      <IconButton
        tone="default"
        icon={<History />}
        label={t('history.open')}
        chord={useChord('seats.history')}
        onClick={() => setIsOpen(true)}
      />
      <Dialog isOpen={isOpen} onClose={() => setIsOpen(false)} title={t('history.all')} width={560}>
        <AllChanges />
      </Dialog>
    </>
  )
}

function AllChanges() {
  const { t } = useTranslation('seats')
  const changes = useQuery(historyOf(null))
  if (changes.isError) return <FailedState {...failureOf(changes.error)} onRetry={() => void changes.refetch()} />
  if (changes.data === undefined) return <LoadingState />
  if (changes.data.length === 0) return <EmptyState icon={<History />} title={t('history.none')} />
  return <Changes changes={changes.data} />
}

/** They come after the dialog is there: then the focus goes to them, so that arrows scroll and Enter does not close. */
function Changes({ changes }: { changes: readonly BookingChange[] }) {
  const { t } = useTranslation('seats')
  const list = useRef<HTMLElement>(null)
  useEffect(() => list.current?.focus(), [])
  return (
    <section
      ref={list}
      className={styles.all}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a long list scrolls, and arrows must be able to scroll it
      tabIndex={0}
      data-autofocus
      aria-label={t('history.all')}
    >
      <ChangeList changes={changes} isOfAll />
    </section>
  )
}
