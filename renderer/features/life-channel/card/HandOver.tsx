import { useQuery } from '@tanstack/react-query'
import { Ambulance, PhoneCall, Shield, UsersRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Recipient } from '../../../../shared/contract/life-channel/case-acts.ts'
import type { DangerKind } from '../../../../shared/contract/life-channel/danger.ts'
import type { Contact } from '../../../../shared/contract/life-channel/life-channel.ts'
import { stillToCall } from '../../../../shared/domain/life-channel/first-to-call.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { useChord, useKeys } from '../../../lib/use-keys.tsx'
import { Badge } from '../../../ui/Badge.tsx'
import { KeyCap } from '../../../ui/KeyCap.tsx'
import { lifeContacts } from '../life-channel.queries.ts'
import { timeToSecond } from '../time-to-second.ts'
import { handOver } from './card.actions.ts'
import type { LifeCard } from './card-store.ts'
import styles from './HandOver.module.css'

const ICONS = { contact: UsersRound, '12356': PhoneCall, '110': Shield, '120': Ambulance }

const NUMBERS = [
  { to: '12356', about: 'handOver.line' },
  { to: '110', about: 'handOver.police' },
  { to: '120', about: 'handOver.ambulance' },
] as const

/** Who takes over: one key each, with its number and the time. */
export function HandOver({ card, kinds }: { card: LifeCard; kinds: readonly DangerKind[] }) {
  const { t } = useTranslation('life')
  const contacts = toldApart(useQuery(lifeContacts).data?.contacts ?? [])
  const [first, ...others] = contacts
  const firstTo = stillToCall(
    kinds,
    first !== undefined,
    card.handedOver.map(({ to }) => to),
  )
  const give = (to: Recipient, name: string | null = null) => handOver(card.caseId, to, name)
  useKeys('life', {
    'life.contact': () => (first === undefined ? false : give('contact', first.name)),
    'life.line': () => give('12356'),
    'life.police': () => give('110'),
    'life.ambulance': () => give('120'),
  })
  const chords = {
    contact: useChord('life.contact'),
    '12356': useChord('life.line'),
    '110': useChord('life.police'),
    '120': useChord('life.ambulance'),
  }
  return (
    <section className={styles.part} aria-label={t('handOver.title')}>
      <h2 className={styles.title}>{t('handOver.title')}</h2>
      {first === undefined ? (
        <p className={styles.none}>
          <KeyCap chord={chords.contact} />
          {t('handOver.noContacts')}
        </p>
      ) : (
        <One
          card={card}
          to="contact"
          name={first.name}
          number={first.phone}
          about={first.about}
          chord={chords.contact}
          isFirst={firstTo === 'contact'}
        />
      )}
      {NUMBERS.map(({ to, about }) => (
        <One
          key={to}
          card={card}
          to={to}
          name={null}
          number={to}
          about={t(about)}
          chord={chords[to]}
          isFirst={firstTo === to}
        />
      ))}
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
  isFirst?: boolean
}

function One({ card, to, name, number, about, chord, isFirst = false }: OneProps) {
  const { t } = useTranslation('life')
  const place = usePlace()
  const Icon = ICONS[to]
  const done = card.handedOver.findLast((each) => each.to === to && each.name === name)
  return (
    <button
      type="button"
      className={styles.one}
      aria-pressed={done !== undefined}
      data-first={isFirst || undefined}
      onClick={() => handOver(card.caseId, to, name)}
    >
      {chord === undefined ? <span /> : <KeyCap chord={chord} />}
      <Icon aria-hidden="true" />
      <span className={styles.who}>
        <span className={styles.number}>
          {to === 'contact' ? name : number}
          {isFirst ? <Badge tone="risk">{t('handOver.first')}</Badge> : null}
        </span>
        <span className={styles.about}>{to === 'contact' ? [number, about].filter(Boolean).join(' · ') : about}</span>
      </span>
      <span className={styles.time}>
        {done === undefined ? '' : t('handOver.at', { time: timeToSecond(done.at, place) })}
      </span>
    </button>
  )
}
