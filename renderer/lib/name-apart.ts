import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../shared/contract/house/people.ts'
import type { Id } from '../../shared/contract/values.ts'
import { everybody } from './common-queries.ts'

const nobody: readonly Person[] = []

interface Known {
  readonly byId: ReadonlyMap<Id, Person>
  /** Names that more than one of the list bear. */
  readonly shared: ReadonlySet<string>
}

const known = new WeakMap<readonly Person[], Known>()

/** Of a list as it was read, looked through once for all lines that ask. */
function knownOf(people: readonly Person[]): Known {
  const made = known.get(people)
  if (made !== undefined) return made
  const names = new Set<string>()
  const shared = new Set<string>()
  for (const { name } of people) {
    if (names.has(name)) shared.add(name)
    names.add(name)
  }
  const fresh = { byId: new Map(people.map((person) => [person.id, person])), shared }
  known.set(people, fresh)
  return fresh
}

/** A name as a line says it: where the list has namesakes, with what tells this one from them, «王敏（销售部 · E1001）». */
export function useNameApart(): (id: Id | null, name: string) => string {
  const { t } = useTranslation('common')
  const { byId, shared } = knownOf(useQuery(everybody).data ?? nobody)
  return (id, name) => {
    const person = shared.has(name) && id !== null ? byId.get(id) : undefined
    const told = [person?.department ?? '', person?.employeeNumber ?? ''].filter((part) => part !== '').join(' · ')
    return told === '' ? name : t('me.apart', { name, told })
  }
}
