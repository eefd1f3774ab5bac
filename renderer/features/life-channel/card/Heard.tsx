import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Heading } from '../../../../shared/domain/life-channel/heading.ts'
import { timeOfDay } from '../../../lib/formats.ts'
import { instantNow } from '../../../lib/now.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { seatRoomNow } from '../../../lib/seat-rooms.ts'
import { timeToSecond } from '../time-to-second.ts'
import type { CallerFacts, LifeCard } from './card-store.ts'
import styles from './Heard.module.css'
import { shownWords } from './shown-words.ts'

/** By what the window knows of the rooms: nobody is asked while somebody is in danger. */
const inRoom = ({ roomId, callStartedAt }: CallerFacts, seat: string): string =>
  seatRoomNow({ roomId, startsAt: callStartedAt ?? instantNow() }).named(seat)

interface HeardProps {
  card: LifeCard
  /** Of the caller besides this call. */
  known: ReactNode
  /** What stands over the card, the gravest first. */
  kinds: Heading['kinds']
}

/** What is known of the caller: the words that decided it, and the call. */
export function Heard({ card, known, kinds }: HeardProps) {
  const { t } = useTranslation('life')
  const place = usePlace()
  const { facts } = card
  const withoutCall = t(card.isDrill ? 'facts.ofDrill' : 'facts.noCall')
  const ofCall = [
    facts.callNumber === null ? withoutCall : t('facts.call', { number: facts.callNumber }),
    facts.callStartedAt === null ? null : t('facts.since', { time: timeOfDay(facts.callStartedAt, place) }),
    facts.reference === null ? null : t('facts.reference', { reference: facts.reference }),
    facts.seatNumber === null ? null : inRoom(facts, t('facts.seat', { number: facts.seatNumber })),
  ]
  return (
    <section className={styles.heard} aria-label={t('facts.title')}>
      <div className={styles.facts}>
        <p>{ofCall.filter((each) => each !== null).join(' · ')}</p>
        {known}
      </div>
      {kinds.length === 0 ? null : (
        <>
          <div className={styles.kinds}>
            {kinds.map((kind) => (
              <p key={kind} className={styles.kind}>
                {t(`kind.${kind}`)}
              </p>
            ))}
          </div>
          <Words card={card} />
        </>
      )}
    </section>
  )
}

/** What was heard last stands first; when it was is told as soon as something was heard since. */
function Words({ card: { heard, origin } }: { card: LifeCard }) {
  const place = usePlace()
  const isTimed = heard.length > 1 || origin !== 'detected'
  const shown = new Set(shownWords(heard.flatMap(({ evidence }) => evidence.words)))
  const all = heard.flatMap(({ at, evidence }) => evidence.words.map((words) => ({ words, at })))
  const first = all.filter(
    ({ words }, index) => shown.has(words) && all.findIndex((each) => each.words === words) === index,
  )
  return (
    <ul className={styles.words}>
      {first.toReversed().map(({ words, at }) => (
        <li key={words}>
          {words}
          {isTimed ? <time className={styles.at}>{timeToSecond(at, place)}</time> : null}
        </li>
      ))}
    </ul>
  )
}
