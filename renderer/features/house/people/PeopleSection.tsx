import { useQuery } from '@tanstack/react-query'
import { ClipboardPaste, Search, UserPlus, UsersRound } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import type { Person } from '../../../../shared/contract/house/people.ts'
import { everybody } from '../../../lib/common-queries.ts'
import { failureOf } from '../../../lib/errors.ts'
import { useMay } from '../../../lib/may.ts'
import { usePeopleFound } from '../../../lib/people-search.ts'
import { useKeys } from '../../../lib/use-keys.tsx'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { FailedState } from '../../../ui/FailedState.tsx'
import { OthersChange } from '../../../ui/OthersChange.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { PeopleIntake } from './PeopleIntake.tsx'
import styles from './PeopleSection.module.css'
import { PeopleTable } from './PeopleTable.tsx'
import { PersonDialog } from './PersonDialog.tsx'

const nobody: readonly Person[] = []

/** Everybody who may sit, take notes or coordinate here. `?person=` opens one of them. */
export function PeopleSection() {
  const { t } = useTranslation('settings')
  const people = useQuery(everybody)
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState<Person | 'new' | 'list' | null>(null)
  const search = useRef<HTMLInputElement>(null)
  const [address, setAddress] = useSearchParams()
  const askedId = address.get('person')
  const asked = askedId === null ? null : (people.data?.find((person) => person.id === askedId) ?? null)
  const close = () => {
    setOpen(null)
    if (address.has('person')) setAddress({ section: 'people' }, { replace: true })
  }
  const may = useMay('people.edit')
  useKeys('global', { search: () => search.current?.select() })
  const found = usePeopleFound(people.data ?? nobody, typed)
  if (people.isError) return <FailedState {...failureOf(people.error)} onRetry={() => void people.refetch()} />
  const all = people.data ?? []
  const adding = may ? (
    <>
      <Button icon={<ClipboardPaste aria-hidden="true" />} onClick={() => setOpen('list')}>
        {t('people.readList')}
      </Button>
      <Button icon={<UserPlus aria-hidden="true" />} onClick={() => setOpen('new')}>
        {t('people.add')}
      </Button>
    </>
  ) : null
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
              leftSection={<Search size="0.9375rem" aria-hidden="true" />}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
              w={230}
            />
            {adding}
          </>
        }
      >
        <OthersChange call="people.edit" isAtEdge />
        {people.data !== undefined && all.length === 0 ? (
          <EmptyState icon={<UsersRound />} title={t('people.none')} hint={t('people.noneHint')} action={adding} />
        ) : (
          <PeopleTable people={found} onEdit={may ? setOpen : null} />
        )}
        {all.length > 0 && found.length === 0 ? <p className={styles.rest}>{t('people.notFound')}</p> : null}
      </Panel>
      {open === 'list' ? <PeopleIntake onClose={close} /> : null}
      {!may || (open === null && asked === null) || open === 'list' ? null : (
        <PersonDialog person={open === 'new' ? null : (open ?? asked)} onClose={close} />
      )}
    </>
  )
}
