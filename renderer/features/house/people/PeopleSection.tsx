import { useQuery } from '@tanstack/react-query'
import { ClipboardPaste, Merge, Search, UserPlus, UsersRound } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import type { Person } from '../../../../shared/contract/house/people.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { everybody } from '../../../lib/common-queries.ts'
import { failureOf } from '../../../lib/errors.ts'
import { useMay } from '../../../lib/may.ts'
import { usePeopleFound } from '../../../lib/people-search.ts'
import { whenResting } from '../../../lib/resting.ts'
import { useChord, useKeys } from '../../../lib/use-keys.tsx'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { FailedState } from '../../../ui/FailedState.tsx'
import { OthersChange } from '../../../ui/OthersChange.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { QuietLine } from '../../../ui/QuietLine.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { FormerPeople } from './FormerPeople.tsx'
import { LetGoDialog } from './LetGoDialog.tsx'
import { MergeDialog } from './MergeDialog.tsx'
import { twinsOf } from './merges.queries.ts'
import { PeopleIntake } from './PeopleIntake.tsx'
import { PeopleTable } from './PeopleTable.tsx'
import { PersonDialog } from './PersonDialog.tsx'
import { removePerson } from './people.actions.ts'
import { TwinsDialog } from './TwinsDialog.tsx'
import { usePeopleKeys } from './use-people-keys.ts'

const nobody: readonly Person[] = []

/** Everybody who may sit, take notes or coordinate here. `?person=` opens one of them. */
export function PeopleSection() {
  const { t } = useTranslation('settings')
  const people = useQuery(everybody)
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState<Person | 'new' | 'list' | 'twins' | readonly [Person, Person] | null>(null)
  const [going, setGoing] = useState<{ person: Person; isMe: boolean } | null>(null)
  const [chosenIds, setChosenIds] = useState<ReadonlySet<Id>>(new Set())
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
  const twinCount = useTwinCount(may ? (people.data ?? nobody) : nobody)
  const chosen = (people.data ?? nobody).filter(({ id }) => chosenIds.has(id))
  const compare = () => {
    const [one, other, ...more] = chosen
    if (one === undefined || other === undefined || more.length > 0) return false
    setOpen([one, other])
    return true
  }
  const choose = ({ id }: Person, isChosen: boolean) =>
    setChosenIds((before) => new Set(isChosen ? [...before, id] : [...before].filter((one) => one !== id)))
  const table = useRef<HTMLTableElement>(null)
  usePeopleKeys(table, found, may, {
    onMerge: compare,
    onTwins: () => setOpen('twins'),
    onChoose: (person) => choose(person, !chosenIds.has(person.id)),
    onEdit: setOpen,
  })
  const [mergeChord, twinsChord] = [useChord('people.merge'), useChord('people.twins')]
  if (people.isError) return <FailedState {...failureOf(people.error)} onRetry={() => void people.refetch()} />
  const all = people.data ?? []
  const adding = may ? (
    <>
      {chosen.length === 0 ? null : (
        <Button
          icon={<Merge aria-hidden="true" />}
          chord={mergeChord}
          disabled={chosen.length !== 2}
          title={chosen.length === 2 ? undefined : t('merge.two')}
          onClick={compare}
        >
          {t('merge.open')}
        </Button>
      )}
      {chosen.length > 0 ? null : (
        <Button icon={<UsersRound aria-hidden="true" />} chord={twinsChord} onClick={() => setOpen('twins')}>
          {twinCount === 0 ? t('twins.open') : t('twins.openCount', { count: twinCount })}
        </Button>
      )}
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
        aside={people.data === undefined ? undefined : t('people.count', { count: all.length })}
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
          <PeopleTable
            tableRef={table}
            people={found}
            chosen={chosenIds}
            onChoose={choose}
            onEdit={may ? setOpen : null}
            onRemove={(person, isMe) =>
              void removePerson(person, isMe).then((isTold) => (isTold ? undefined : setGoing({ person, isMe })))
            }
          />
        )}
        {may ? <FormerPeople /> : null}
        {all.length > 0 && found.length === 0 ? <QuietLine>{t('people.notFound')}</QuietLine> : null}
      </Panel>
      {going === null ? null : <LetGoDialog {...going} onClose={() => setGoing(null)} />}
      {open === 'list' ? <PeopleIntake onClose={close} /> : null}
      {open === 'twins' ? <TwinsDialog people={all} onCompare={setOpen} onClose={close} /> : null}
      {isPair(open) ? (
        <MergeDialog
          records={open}
          onClose={() => {
            setChosenIds(new Set())
            close()
          }}
        />
      ) : null}
      {!may || (open === null && asked === null) || open === 'list' || open === 'twins' || isPair(open) ? null : (
        <PersonDialog person={open === 'new' ? null : (open ?? asked)} onClose={close} />
      )}
    </>
  )
}

const isPair = (open: unknown): open is readonly [Person, Person] => Array.isArray(open)

/** Counted once nobody types: a list of thousands must not wait for it. */
function useTwinCount(people: readonly Person[]): number {
  const [count, setCount] = useState(0)
  useEffect(() => whenResting(() => setCount(twinsOf(people).length)), [people])
  return count
}
