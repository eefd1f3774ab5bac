import { useQuery } from '@tanstack/react-query'
import { History } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MOST_CHANGES_AT_ONCE } from '../../../../shared/contract/limits.ts'
import type { BookingChangeGroup } from '../../../../shared/contract/seats/booking-change-kinds.ts'
import type { BookingChange } from '../../../../shared/contract/seats/bookings.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { everybody } from '../../../lib/common-queries.ts'
import { failureOf } from '../../../lib/errors.ts'
import { peopleOptions } from '../../../lib/people-options.ts'
import { useChord, useKeys } from '../../../lib/use-keys.tsx'
import { INSIDE_DIALOG } from '../../../ui/AnchoredDialog.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { FailedState } from '../../../ui/FailedState.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { LoadingState } from '../../../ui/LoadingState.tsx'
import { SearchSelect } from '../../../ui/SearchSelect.tsx'
import { SegmentedControl } from '../../../ui/SegmentedControl.tsx'
import { type ChangesWanted, changesOfAll } from '../seats.queries.ts'
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

/** So many more are read each time: the latest are what is asked for most. */
const STEP = 100

function AllChanges() {
  const { t } = useTranslation('seats')
  const [wanted, setWanted] = useState<ChangesWanted>({ group: null, personId: null })
  const [shown, setShown] = useState(STEP)
  // One more than is shown tells whether there are more.
  const changes = useQuery(changesOfAll(wanted, Math.min(shown + 1, MOST_CHANGES_AT_ONCE)))
  const people = useQuery(everybody).data ?? []
  const want = (part: Partial<ChangesWanted>) => {
    setWanted({ ...wanted, ...part })
    setShown(STEP)
  }
  const groups = [null, 'placed', 'cancelled', 'came'] as const
  return (
    <div className="stack">
      <div className={styles.wanted} data-wanted>
        <SegmentedControl<BookingChangeGroup | 'all'>
          label={t('history.groups.label')}
          value={wanted.group ?? 'all'}
          onChange={(value) => want({ group: value === 'all' ? null : value })}
          options={groups.map((group) => ({ value: group ?? 'all', label: t(`history.groups.${group ?? 'all'}`) }))}
        />
        <SearchSelect<Id>
          aria-label={t('history.whose')}
          placeholder={t('history.whose')}
          options={peopleOptions(people)}
          value={wanted.personId}
          onChange={(personId) => want({ personId })}
          clearable
          openOnFocus={false}
          comboboxProps={INSIDE_DIALOG}
        />
      </div>
      {changes.isError ? (
        <FailedState {...failureOf(changes.error)} onRetry={() => void changes.refetch()} />
      ) : changes.data === undefined ? (
        <LoadingState />
      ) : changes.data.length === 0 ? (
        <EmptyState
          icon={<History />}
          title={t(wanted.group === null && wanted.personId === null ? 'history.none' : 'history.noneSuch')}
        />
      ) : (
        <Changes changes={changes.data.slice(0, shown)}>
          {changes.isPlaceholderData || changes.data.length > shown ? (
            <Button busy={changes.isPlaceholderData} onClick={() => setShown(shown + STEP)}>
              {t('history.more')}
            </Button>
          ) : (
            <p>{t(shown < MOST_CHANGES_AT_ONCE ? 'history.end' : 'history.most', { count: MOST_CHANGES_AT_ONCE })}</p>
          )}
        </Changes>
      )}
    </div>
  )
}

/** They come after the dialog is there: then the focus goes to them, so that arrows scroll and Enter does not close; not away from a choice that is being made. */
function Changes({ changes, children }: { changes: readonly BookingChange[]; children: ReactNode }) {
  const { t } = useTranslation('seats')
  const list = useRef<HTMLElement>(null)
  useEffect(() => {
    if (document.activeElement?.closest('[data-wanted]') == null) list.current?.focus()
  }, [])
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
      <div className={styles.end}>{children}</div>
    </section>
  )
}
