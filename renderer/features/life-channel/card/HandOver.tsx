import { useQuery } from '@tanstack/react-query'
import { Ambulance, PhoneCall, Shield, UsersRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Recipient } from '../../../../shared/contract/life-channel/case-acts.ts'
import type { Contact } from '../../../../shared/contract/life-channel/life-channel.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { useChord } from '../../../lib/use-keys.tsx'
import { KeyCap } from '../../../ui/KeyCap.tsx'
import { lifeContacts } from '../life-channel.queries.ts'
import { timeToSecond } from '../time-to-second.ts'
import { handOver } from './card.actions.ts'
import type { LifeCard } from './card-store.ts'
import styles from './HandOver.module.css'
import { useCardKeys } from './use-card-keys.ts'

const ICONS = { contact: UsersRound, '12356': PhoneCall, '110': Shield, '120': Ambulance }

/** Who takes over: one key each, with its number and the time. */
export function HandOver({ card }: { card: LifeCard }) {
  const { t } = useTranslation('life')
  const contacts = toldApart(useQuery(lifeContacts).data?.contacts ?? [])
  const [first, ...others] = contacts
  const give = (to: Recipient, name: string | null = null) => handOver(card.caseId, to, name)
  useCardKeys({
    'life.contact': () => (first === undefined ? false : give('contact', first.name)),
    'life.line': () => give('12356'),
    'life.police': () => give('110'),
    'life.ambulance': () => give('120'),
  })
  const chords = { contact: useChord('life.contact'), line: useChord('life.line') }
  const more = { police: useChord('life.police'), ambulance: useChord('life.ambulance') }
  return (
    <section className={styles.part} aria-label={t('handOver.title')}>
      <h2 className={styles.title}>{t('handOver.title')}</h2>
      {first === undefined ? (
        <p className={styles.none}>{t('handOver.noContacts')}</p>
      ) : (
        <One
          card={card}
          to="contact"
          name={first.name}
          number={first.phone}
          about={first.about}
          chord={chords.contact}
        />
      )}
      <One card={card} to="12356" name={null} number="12356" about={t('handOver.line')} chord={chords.line} />
      <One card={card} to="110" name={null} number="110" about={t('handOver.police')} chord={more.police} />
      <One card={card} to="120" name={null} number="120" about={t('handOver.ambulance')} chord={more.ambulance} />
      {others.map(({ name, phone, about }) => (
        <One key={name} card={card} to="contact" name={name} number={phone} about={about} />
      ))}
    </section>
  )
}

/** Of the same name, the second is «(2)»: each has a state of its own. */
const toldApart = (contacts: readonly Contact[]): readonly Contact[] =>
  contacts.map((contact, place) => {
    const before = contacts.slice(0, place).filter(({ name }) => name === contact.name).length
    return before === 0 ? contact : { ...contact, name: `${contact.name} (${before + 1})` }
  })

interface OneProps {
  card: LifeCard
  to: Recipient
  name: string | null
  number: string
  about: string
  chord?: string
}

function One({ card, to, name, number, about, chord }: OneProps) {
  const { t } = useTranslation('life')
  const place = usePlace()
  const Icon = ICONS[to]
  const done = card.handedOver.findLast((each) => each.to === to && each.name === name)
  return (
    <button
      type="button"
      className={styles.one}
      aria-pressed={done !== undefined}
      onClick={() => handOver(card.caseId, to, name)}
    >
      {chord === undefined ? <span /> : <KeyCap chord={chord} />}
      <Icon aria-hidden="true" />
      <span className={styles.who}>
        <span className={styles.number}>{to === 'contact' ? name : number}</span>
        <span className={styles.about}>{to === 'contact' ? [number, about].filter(Boolean).join(' · ') : about}</span>
      </span>
      <span className={styles.time}>
        {done === undefined ? '' : t('handOver.at', { time: timeToSecond(done.at, place) })}
      </span>
    </button>
  )
}
