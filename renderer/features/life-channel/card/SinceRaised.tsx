import { useTranslation } from 'react-i18next'
import { timecode } from '../../../../shared/domain/listening/timecode.ts'
import { useNow } from '../../../lib/now.ts'
import { isPending, type LifeCard } from './card-store.ts'
import styles from './LifeCard.module.css'

/** How long nobody has taken over; then how long it took. While a drill goes on, a clock that begins to run would tell the cry. */
export function SinceRaised({ card }: { card: LifeCard }) {
  const { t } = useTranslation('life')
  const isWaiting = isPending(card)
  const waiting = card.isDrill ? '--:--' : <Running from={card.raisedAt} />
  return (
    <div className={styles.timer} role="timer" data-done={!isWaiting || undefined}>
      {isWaiting ? waiting : timecode(lengthTo(card, card.handedOver[0]?.at))}
      <span className={styles.unit}>{t(unitOf(card))}</span>
    </div>
  )
}

const unitOf = (card: LifeCard) =>
  !isPending(card) ? 'card.handedOver' : card.isDrill ? 'card.fromTheCry' : 'card.waiting'

const lengthTo = ({ raisedAt }: LifeCard, at: string | undefined): number =>
  Math.max(0, Date.parse(at ?? raisedAt) - Date.parse(raisedAt))

const Running = ({ from }: { from: string }) => timecode(Math.max(0, Date.parse(useNow(1_000)) - Date.parse(from)))
