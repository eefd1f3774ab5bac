import { useTranslation } from 'react-i18next'
import { stillToCall } from '../../../../shared/domain/life-channel/first-to-call.ts'
import { timecode } from '../../../../shared/domain/listening/timecode.ts'
import { useNow } from '../../../lib/now.ts'
import { headingOfCard, type LifeCard } from './card-store.ts'
import styles from './LifeCard.module.css'

/** How long nobody has taken over; then how long it took. While a drill goes on, a clock that begins to run would tell the cry. */
export function SinceRaised({ card }: { card: LifeCard }) {
  const { t } = useTranslation('life')
  const [first] = card.handedOver
  const isWaiting = first === undefined
  const missing = isWaiting ? null : toCallBeside(card)
  const waiting = card.isDrill ? '--:--' : <Running from={card.raisedAt} />
  return (
    <div className={styles.timer} role="timer" data-done={(!isWaiting && missing === null) || undefined}>
      {isWaiting ? waiting : timecode(lengthTo(card, first.at))}
      <span className={styles.unit}>
        {first === undefined
          ? t(card.isDrill ? 'card.fromTheCry' : 'card.waiting')
          : t('card.handedOverTo', { who: first.name ?? t(`recipient.${first.to}`) })}
        {missing === null ? null : ` · ${t('card.stillToCall', { number: missing })}`}
      </span>
    </div>
  )
}

/** An ambulance or the police, where somebody else took over and nobody has called them. */
const toCallBeside = (card: LifeCard) =>
  stillToCall(
    headingOfCard(card).kinds,
    true,
    card.handedOver.map(({ to }) => to),
  )

const lengthTo = ({ raisedAt }: LifeCard, at: string): number => Math.max(0, Date.parse(at) - Date.parse(raisedAt))

const Running = ({ from }: { from: string }) => timecode(Math.max(0, Date.parse(useNow(1_000)) - Date.parse(from)))
