import { useQuery } from '@tanstack/react-query'
import { ClipboardPaste, Network } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { WhoForm } from '../features/house/first-run/who-to-save.ts'
import { PersonFields } from '../features/house/people/PersonFields.tsx'
import { emptyPerson } from '../features/house/people/person-form.ts'
import { useDepartments } from '../features/house/people/use-departments.ts'
import { everybody } from '../lib/common-queries.ts'
import { personNamed } from '../lib/people-search.ts'
import { Button } from '../ui/Button.tsx'
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
  const isKnown = personNamed(people, form.name, form.department) !== undefined
  const change = (part: Partial<WhoForm>) => {
    const next = { ...form, ...part }
    // Whoever is on the list brings department and role along.
    const known = part.name === undefined ? undefined : personNamed(people, next.name, '')
    onChange(known === undefined ? next : { name: known.name, department: known.department, role: known.role })
  }
  return (
    <>
      <PersonFields
        form={{ ...emptyPerson, ...form }}
        onChange={change}
        departments={departments}
        names={people.map((person) => person.name)}
        faults={{ name: refused ?? undefined }}
        isShort
      />
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
