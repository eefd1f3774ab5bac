import { useTranslation } from 'react-i18next'
import { timecode } from '../../../../shared/domain/listening/timecode.ts'
import { useNow } from '../../../lib/now.ts'
import { isPending, type LifeCard } from './card-store.ts'
import styles from './LifeCard.module.css'

/** How long nobody has taken over; then how long it took. */
export function SinceRaised({ card }: { card: LifeCard }) {
  const { t } = useTranslation('life')
  return (
    <div className={styles.timer} role="timer" data-done={!isPending(card) || undefined}>
      {isPending(card) ? <Running from={card.raisedAt} /> : timecode(lengthTo(card, card.handedOver[0]?.at))}
      <span className={styles.unit}>{t(isPending(card) ? 'card.waiting' : 'card.handedOver')}</span>
    </div>
  )
}

const lengthTo = ({ raisedAt }: LifeCard, at: string | undefined): number =>
  Math.max(0, Date.parse(at ?? raisedAt) - Date.parse(raisedAt))

const Running = ({ from }: { from: string }) => timecode(Math.max(0, Date.parse(useNow(1_000)) - Date.parse(from)))
