import { useQuery } from '@tanstack/react-query'
import { Grid3x3 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HouseRoom } from '../../../../shared/contract/house/rooms.ts'
import type { PlainDate } from '../../../../shared/contract/values.ts'
import { failureOf } from '../../../lib/errors.ts'
import { dateName } from '../../../lib/formats.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { addDays } from '../../../lib/plain-dates.ts'
import { useRoomHere } from '../../../lib/room-here.ts'
import { useChord, useKeys } from '../../../lib/use-keys.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { FailedState } from '../../../ui/FailedState.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { LoadingState } from '../../../ui/LoadingState.tsx'
import { SegmentedControl } from '../../../ui/SegmentedControl.tsx'
import { seatUseOf } from '../seats.queries.ts'
import styles from './UseTable.module.css'
import { UseTable } from './UseTable.tsx'

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

/** From how many days before today to how many after. */
const SPANS = { month: [-28, -1], quarter: [-91, -1], coming: [0, 27] } as const
type SpanName = keyof typeof SPANS

function Use({ room, today }: { room: HouseRoom; today: PlainDate }) {
  const { t } = useTranslation('seats')
  const { language } = usePlace()
  const [span, setSpan] = useState<SpanName>('month')
  const [from, to] = SPANS[span].map((days) => addDays(today, days)) as [PlainDate, PlainDate]
  const use = useQuery(seatUseOf(room.id, from, to))
  return (
    <>
      <div className={styles.head}>
        <SegmentedControl<SpanName>
          label={t('use.span')}
          value={span}
          onChange={setSpan}
          options={(['month', 'quarter', 'coming'] as const).map((value) => ({
            value,
            label: t(`use.spans.${value}`),
          }))}
        />
        <p className={styles.dates}>
          {t('page.weekSub', { from: dateName(from, language, true), to: dateName(to, language, true) })}
        </p>
      </div>
      {content()}
    </>
  )

  function content() {
    if (use.isError) return <FailedState {...failureOf(use.error)} onRetry={() => void use.refetch()} />
    if (use.data === undefined) return <LoadingState />
    const isUsed = use.data.some((cell) => cell.bookedMinutes + cell.satMinutes > 0)
    if (!isUsed) return <EmptyState icon={<Grid3x3 />} title={t('use.none')} hint={t('use.noneHint')} />
    return <UseTable cells={use.data} isAhead={span === 'coming'} />
  }
}
