import { useQuery } from '@tanstack/react-query'
import { ClipboardPaste, Network } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../shared/contract/house/people.ts'
import { type WhoForm, whoIsMeant } from '../features/house/first-run/who-to-save.ts'
import { PersonFields } from '../features/house/people/PersonFields.tsx'
import { emptyPerson } from '../features/house/people/person-form.ts'
import { useDepartments } from '../features/house/people/use-departments.ts'
import { everybody } from '../lib/common-queries.ts'
import { nameToWrite, peopleNames, personLabel } from '../lib/people-options.ts'
import { peopleNamed } from '../lib/people-search.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import styles from './FirstRun.module.css'

export interface FirstRunWhoProps {
  form: WhoForm
  onChange: (form: WhoForm) => void
  /** Why the name or the whole is refused. */
  refused: string | null
  onReadList: () => void
  /** This desk is one of a company's. */
  onJoin: () => void
}

export function FirstRunWho({ form, onChange, refused, onReadList, onJoin }: FirstRunWhoProps) {
  const { t } = useTranslation('first-run')
  const { t: team } = useTranslation('team')
  const people = useQuery(everybody).data ?? []
  const departments = useDepartments()
  const isKnown = whoIsMeant(people, form).length === 1
  /** Two of one name are two people: which of them it is, is asked before anybody is taken. */
  const namesakes = peopleNamed(people, form.name, '')
  const which = t('who.which', { count: namesakes.length })
  const isAsked = namesakes.length > 1 && !(form.chosen === null && isKnown)
  /** Whoever is on the list brings department and role along. */
  const choose = ({ id, name, department, role }: Person) => onChange({ name, department, role, chosen: id })
  const change = (part: Partial<WhoForm>) => {
    // A name that two bear is offered with what tells them apart; bare, it means none of them yet.
    const written = part.name?.trim()
    const [one, another] = people.filter((person) => nameToWrite(people)(person) === written)
    const isSure =
      another === undefined && (one?.name !== written || peopleNamed(people, written ?? '', '').length === 1)
    if (one !== undefined && isSure) return choose(one)
    onChange({ ...form, ...part, chosen: part.role === undefined ? null : form.chosen })
  }
  return (
    <>
      <PersonFields
        form={{ ...emptyPerson, ...form }}
        onChange={change}
        departments={departments}
        names={peopleNames(people)}
        faults={{ name: refused ?? undefined }}
        isShort
      />
      {isAsked ? (
        <section className={styles.namesakes} aria-label={which}>
          {refused === which ? null : <p>{which}</p>}
          {namesakes.map((person) => (
            <Chip key={person.id} selected={form.chosen === person.id} onSelect={() => choose(person)}>
              {personLabel(person)}
            </Chip>
          ))}
          <Chip selected={form.chosen === 'none'} onSelect={() => onChange({ ...form, chosen: 'none' })}>
            {t('who.none')}
          </Chip>
        </section>
      ) : null}
      <p className={styles.known} role="status">
        {isKnown ? t('who.known') : null}
      </p>
      <div className={styles.list}>
        <Button tone="quiet" icon={<ClipboardPaste aria-hidden="true" />} onClick={onReadList}>
          {people.length > 1 ? t('who.listed', { count: people.length }) : t('who.list')}
        </Button>
        <Button tone="quiet" icon={<Network aria-hidden="true" />} onClick={onJoin}>
          {team('firstRun.way')}
        </Button>
      </div>
    </>
  )
}
