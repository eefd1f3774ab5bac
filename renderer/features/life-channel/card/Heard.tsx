import { useTranslation } from 'react-i18next'
import { timeOfDay } from '../../../lib/formats.ts'
import { instantNow } from '../../../lib/now.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { seatRoomNow } from '../../../lib/seat-rooms.ts'
import type { CallerFacts, LifeCard } from './card-store.ts'
import styles from './Heard.module.css'
import { shownWords } from './shown-words.ts'

/** By what the window knows of the rooms: nobody is asked while somebody is in danger. */
const inRoom = ({ roomId, callStartedAt }: CallerFacts, seat: string): string =>
  seatRoomNow({ roomId, startsAt: callStartedAt ?? instantNow() }).named(seat)

/** What is known of the caller: the words that decided it, and the call. */
export function Heard({ card: { evidence, facts } }: { card: LifeCard }) {
  const { t } = useTranslation('life')
  const place = usePlace()
  const known = [
    facts.callNumber === null ? t('facts.noCall') : t('facts.call', { number: facts.callNumber }),
    facts.callStartedAt === null ? null : t('facts.since', { time: timeOfDay(facts.callStartedAt, place) }),
    facts.reference === null ? null : t('facts.reference', { reference: facts.reference }),
    facts.seatNumber === null ? null : inRoom(facts, t('facts.seat', { number: facts.seatNumber })),
  ]
  return (
    <section className={styles.heard} aria-label={t('facts.title')}>
      <p className={styles.facts}>{known.filter((each) => each !== null).join(' · ')}</p>
      {evidence === null ? null : (
        <>
          <p className={styles.kind}>{t(`kind.${evidence.kind}`)}</p>
          <ul className={styles.words}>
            {shownWords(evidence.words).map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
