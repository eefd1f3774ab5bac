import { useQuery } from '@tanstack/react-query'
import { ClipboardPaste, Pencil, Search, Trash2, UserPlus, UsersRound } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../../../shared/contract/house/people.ts'
import { everybody } from '../../../lib/common-queries.ts'
import { failureOf } from '../../../lib/errors.ts'
import { findPeople } from '../../../lib/people-search.ts'
import { useSettings } from '../../../lib/settings.ts'
import { useKeys } from '../../../lib/use-keys.tsx'
import { Badge } from '../../../ui/Badge.tsx'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { FailedState } from '../../../ui/FailedState.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import { PeopleIntake } from './PeopleIntake.tsx'
import styles from './PeopleSection.module.css'
import { PersonDialog } from './PersonDialog.tsx'
import { removePerson } from './people.actions.ts'
import { useDepartments } from './use-departments.ts'

/** A list longer than this is searched, not scrolled. */
const PEOPLE_SHOWN = 200

/** Everybody who may sit, take notes or coordinate here. */
export function PeopleSection() {
  const { t } = useTranslation('settings')
  const people = useQuery(everybody)
  const departments = useDepartments()
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState<Person | 'new' | 'list' | null>(null)
  const search = useRef<HTMLInputElement>(null)
  const close = () => setOpen(null)
  useKeys('global', { search: () => search.current?.select() })
  if (people.isError) return <FailedState {...failureOf(people.error)} onRetry={() => void people.refetch()} />
  const all = people.data ?? []
  const found = findPeople(all, typed)
  const adding = (
    <>
      <Button icon={<ClipboardPaste aria-hidden="true" />} onClick={() => setOpen('list')}>
        {t('people.readList')}
      </Button>
      <Button icon={<UserPlus aria-hidden="true" />} onClick={() => setOpen('new')}>
        {t('people.add')}
      </Button>
    </>
  )
  return (
    <>
      <Panel
        title={t('people.title')}
        aside={t('people.count', { count: all.length })}
        fill
        flush
        actions={
          <>
            <TextField
              ref={search}
              aria-label={t('people.searchLabel')}
              placeholder={t('people.search')}
              leftSection={<Search size={15} aria-hidden="true" />}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
              w={230}
            />
            {adding}
          </>
        }
      >
        {people.data !== undefined && all.length === 0 ? (
          <EmptyState icon={<UsersRound />} title={t('people.none')} hint={t('people.noneHint')} action={adding} />
        ) : (
          <PeopleTable people={found.slice(0, PEOPLE_SHOWN)} onEdit={setOpen} />
        )}
        {all.length > 0 && found.length === 0 ? <p className={styles.rest}>{t('people.notFound')}</p> : null}
        {found.length > PEOPLE_SHOWN ? (
          <p className={styles.rest}>{t('people.more', { count: found.length - PEOPLE_SHOWN })}</p>
        ) : null}
      </Panel>
      {open === 'list' ? <PeopleIntake onClose={close} /> : null}
      {open === null || open === 'list' ? null : (
        <PersonDialog person={open === 'new' ? null : open} departments={departments} onClose={close} />
      )}
    </>
  )
}

function PeopleTable({ people, onEdit }: { people: readonly Person[]; onEdit: (person: Person) => void }) {
  const { t } = useTranslation('settings')
  const { t: common } = useTranslation('common')
  const me = useSettings()?.me ?? null
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('people.name')}</th>
          <th scope="col">{t('people.department')}</th>
          <th scope="col">{t('people.role')}</th>
          <th scope="col">{t('people.employeeNumber')}</th>
          <th scope="col">{t('people.email')}</th>
          <th scope="col">
            <VisuallyHidden>{t('people.actions')}</VisuallyHidden>
          </th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.id}>
            <th scope="row">
              {person.name}
              {person.id === me ? <Badge tone="accent">{t('people.me')}</Badge> : null}
            </th>
            <td>{person.department}</td>
            <td>{common(`role.${person.role}`)}</td>
            <td className="figures">{person.employeeNumber}</td>
            <td className={styles.email}>{person.email}</td>
            <td className={styles.acts}>
              <IconButton
                size="small"
                icon={<Pencil />}
                label={t('people.edit', { name: person.name })}
                onClick={() => onEdit(person)}
              />
              <IconButton
                size="small"
                icon={<Trash2 />}
                label={t('people.remove', { name: person.name })}
                onClick={() => void removePerson(person, person.id === me)}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
