import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { PlainDate } from '../../../../shared/contract/values.ts'
import { useChord } from '../../../lib/use-keys.tsx'
import { Button } from '../../../ui/Button.tsx'
import { useBoard } from './board-store.ts'
import styles from './DayBar.module.css'
import type { FreeHours } from './free-hours.ts'
import { freeHoursWords } from './free-words.ts'
import { Legend } from './Legend.tsx'
import { useCarryingHint } from './use-carrying-hint.ts'

/** As much as most days have: keeps the room of what is still counted, so that nothing beside it moves. */
const USUAL: FreeHours = { night: 0, morning: 3, afternoon: 4, evening: 3, total: 10, hasToBeDrawn: false }

/** Above the day board: what the looks mean, what to do now, and the one main act. */
export function DayBar({
  day,
  notes,
  free,
  isFull,
  isEmpty,
  isPast,
  hasDrawn,
  hasToBeDrawn,
  onReserve,
}: {
  day: PlainDate
  /** What is unusual about the day. */
  notes: readonly string[]
  /** Null: still being read. */
  free: FreeHours | null
  isFull: boolean
  isEmpty: boolean
  isPast: boolean
  /** A place of it was drawn, and nobody sits there yet. */
  hasDrawn: boolean
  hasToBeDrawn: boolean
  onReserve: () => void
}) {
  const { t } = useTranslation('seats')
  const hint = useBoard(({ mode }) => {
    if (mode.kind === 'carrying' && mode.by === 'pointer') return 'dropping'
    if (mode.kind === 'carrying') return mode.act === 'move' ? 'carrying' : 'resizing'
    if (mode.kind === 'selecting') return mode.by === 'keys' ? 'selecting' : 'drawing'
    return null
  })
  const carrying = useCarryingHint(day)
  const restHint = isPast ? 'past' : isEmpty && free !== null ? 'empty' : 'rest'
  return (
    <div className={styles.bar}>
      <Legend hasDrawn={hasDrawn} hasToBeDrawn={hasToBeDrawn} />
      {notes.map((note) => (
        <p key={note} className={styles.note}>
          {note}
        </p>
      ))}
      {/* With something in the hand, what the keys do needs the room. */}
      {isFull || isPast || hint !== null || carrying !== null ? null : (
        <p className={styles.free} data-counting={free === null || undefined}>
          {freeHoursWords(t, free ?? USUAL)}
        </p>
      )}
      <p className={styles.hint} data-active={hint !== null || undefined}>
        {/* A full day says so in its own line below. */}
        {hint === null && isFull && !isPast ? null : (carrying ?? t(`hint.${hint ?? restHint}`))}
      </p>
      <Button
        tone="primary"
        size="small"
        icon={<Plus />}
        chord={useChord('seats.reserve')}
        onClick={onReserve}
        disabled={isFull || free === null}
      >
        {t('act.reserve')}
      </Button>
    </div>
  )
}
