import { Grid3x3 } from 'lucide-react'
import { type CSSProperties, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HouseRoom } from '../../../../shared/contract/house/rooms.ts'
import type { PlainDate } from '../../../../shared/contract/values.ts'
import { rulesOn } from '../../../../shared/domain/seats/room-rules.ts'
import { failureOf } from '../../../lib/errors.ts'
import { fullDateName } from '../../../lib/formats.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { useRoomHere } from '../../../lib/room-here.ts'
import { useChord, useKeys } from '../../../lib/use-keys.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { FailedState } from '../../../ui/FailedState.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { LoadingState } from '../../../ui/LoadingState.tsx'
import { SegmentedControl } from '../../../ui/SegmentedControl.tsx'
import styles from './UseTable.module.css'
import { UseTable } from './UseTable.tsx'
import { openHours, type SpanName, useSpans } from './use-spans.ts'

/** Opens how the seats of the room are used. */
export function UseButton({ today }: { today: PlainDate }) {
  const { t } = useTranslation('seats')
  const room = useRoomHere().data
  const [isOpen, setIsOpen] = useState(false)
  const open = () => setIsOpen(true)
  useKeys('seats', { 'seats.use': open })
  return (
    <>
      <IconButton
        tone="default"
        icon={<Grid3x3 />}
        label={t('use.open')}
        chord={useChord('seats.use')}
        onClick={open}
      />
      <Dialog isOpen={isOpen && room !== undefined} onClose={() => setIsOpen(false)} title={t('use.title')} width={720}>
        {room === undefined ? null : <Use room={room} today={today} />}
      </Dialog>
    </>
  )
}

function Use({ room, today }: { room: HouseRoom; today: PlainDate }) {
  const { t } = useTranslation('seats')
  const { language } = usePlace()
  const [chosen, choose] = useState<SpanName | null>(null)
  const { span, use, dates, isEmpty, elsewhere } = useSpans(room.id, today, chosen)
  const [from, to] = dates
  const head = useRef<HTMLDivElement>(null)
  // Where it opens further on, the keys go along: else they would stand on what is not shown.
  useEffect(() => {
    const isInHead = head.current?.contains(document.activeElement) === true
    if (isInHead) head.current?.querySelector<HTMLElement>(`input[value="${span}"]`)?.focus()
  }, [span])
  return (
    <>
      <div ref={head} className={styles.head}>
        <SegmentedControl<SpanName>
          label={t('use.span')}
          value={span}
          onChange={choose}
          options={(['month', 'quarter', 'coming'] as const).map((value) => ({
            value,
            label: t(`use.spans.${value}`),
          }))}
        />
        <p className={styles.dates}>
          {t('page.weekSub', { from: fullDateName(from, language), to: fullDateName(to, language) })}
        </p>
      </div>
      {chosen === null && span !== 'month' && use.data !== undefined ? (
        <p className={styles.moved} role="status">
          {t('use.nothingBefore', { span: t(`use.spans.${span}`) })}
        </p>
      ) : null}
      <div
        className={styles.content}
        style={{ '--hours': openHours(rulesOn(room.rules, today).week) } as CSSProperties}
      >
        {content()}
      </div>
    </>
  )

  function content() {
    if (use.isError) return <FailedState {...failureOf(use.error)} onRetry={() => void use.refetch()} />
    if (use.data === undefined) return <LoadingState />
    if (isEmpty)
      return (
        <EmptyState
          icon={<Grid3x3 />}
          title={t('use.none')}
          hint={t(elsewhere.length === 0 ? 'use.noneHint' : 'use.elsewhereHint')}
          action={elsewhere.map((name) => (
            <Button key={name} onClick={() => choose(name)}>
              {t(`use.spans.${name}`)}
            </Button>
          ))}
        />
      )
    return <UseTable cells={use.data} isAhead={span === 'coming'} />
  }
}
