import { CircleAlert } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { FreePlace } from '../../../../shared/contract/seats/bookings.ts'
import type { PlainDate } from '../../../../shared/contract/values.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { isTextField } from '../../../lib/text-field.ts'
import { Button } from '../../../ui/Button.tsx'
import { Whole } from '../../../ui/Whole.tsx'
import styles from './RefusalBox.module.css'
import { freePlacesIn, placeName, refusalWords, type SeatsRefusal } from './refusal-words.ts'

/** Why not, and what is free nearby: one press takes it. */
export function RefusalBox({
  refusal,
  day,
  onTake,
  isFirst = false,
  isReply = false,
  onWait,
}: {
  refusal: SeatsRefusal
  /** The day of the board it stands on. */
  day: PlainDate
  onTake: (place: FreePlace) => void
  isFirst?: boolean
  /** It answers a press of this form: the next one is for what it offers, and asks for the same no more. */
  isReply?: boolean
  /** Offered where somebody has the place. */
  onWait?: () => void
}) {
  const { t } = useTranslation('seats')
  const { t: waits } = useTranslation('waitlist')
  const { t: draws } = useTranslation('draws')
  const place = usePlace()
  const words = refusalWords(refusal, t, place, day)
  const free = freePlacesIn(refusal)
  const box = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each refusal is another answer
  useEffect(() => {
    // Whoever typed on meanwhile has the next Enter for their own words.
    if (isReply && !isTextField(document.activeElement)) box.current?.querySelector<HTMLElement>('button, a')?.focus()
  }, [isReply, refusal])
  return (
    <div ref={box} className={styles.box} role="alert">
      <p className={styles.title}>
        <CircleAlert aria-hidden="true" />
        <span>
          <Whole words={words.title} />
        </span>
      </p>
      {words.hint === undefined ? null : (
        <p className={styles.hint}>
          <Whole words={words.hint} />
        </p>
      )}
      {free.length === 0 ? null : (
        <div className={styles.free}>
          {free.map((each, index) => (
            <Button
              key={`${each.seatId} ${each.startsAt}`}
              size="small"
              onClick={() => onTake(each)}
              data-autofocus={(isFirst && index === 0) || undefined}
            >
              {placeName(t, each, place)}
            </Button>
          ))}
        </div>
      )}
      {refusal.code === 'to_be_drawn' ? (
        <Link to={`/draws?window=${refusal.detail.windowId}`} data-autofocus={isFirst || undefined}>
          {draws('refused.link')}
        </Link>
      ) : null}
      {onWait !== undefined && (refusal.code === 'seat_taken' || refusal.code === 'place_held') ? (
        <Button size="small" tone="quiet" onClick={onWait}>
          {waits('join.act')}
        </Button>
      ) : null}
    </div>
  )
}
