import type { Person } from '../../../shared/contract/house/people.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { isSpelled, type Readings, soundsLike } from '../../../shared/domain/house/name-sounds.ts'
import type { TextRange } from '../../../shared/text/search-characters.ts'
import { readingsOf } from '../../adapters/sounds/readings.ts'
import type { ReadableDb } from '../../storage/database.ts'
import { everybodyEver } from '../../storage/house/people.ts'

export interface FoundName {
  readonly person: Person
  /** The part of the name that sounds like what was typed; null where the letters themselves stand somewhere. */
  readonly nameRange: TextRange | null
}

export interface PeopleMeant {
  /** People on the list, those meant by their name first. */
  readonly onList: readonly FoundName[]
  /** Everybody meant by name, off the list too: whoever sat here once is found in what was booked and heard. */
  readonly byName: ReadonlyMap<Id, TextRange | null>
}

/**
 * Whom the typed words mean: each of them stands in the name, or in name, department, employee number and e-mail together, or the
 * name sounds like all of them.
 */
export async function peopleMeant(db: ReadableDb, typed: string): Promise<PeopleMeant> {
  const words = folded(typed).split(/\s+/u).filter(Boolean)
  if (words.length === 0) return { onList: [], byName: new Map() }
  const people = everybodyEver(db)
  const readings: Readings = isSpelled(typed) ? await readingsOf(people.map(({ name }) => name)) : new Map()
  const named: FoundName[] = []
  const others: FoundName[] = []
  const isOnList = new Set<Id>()
  for (const { removedAt, ...person } of people) {
    if (removedAt === null) isOnList.add(person.id)
    const name = folded(person.name)
    const { department, employeeNumber, email } = person
    const nameRange = readings.size === 0 ? null : soundsLike(person.name, typed.trim(), readings)
    if (words.every((word) => name.includes(word))) named.push({ person, nameRange: null })
    else if (nameRange !== null) named.push({ person, nameRange })
    else {
      const text = folded([name, department, employeeNumber ?? '', email ?? ''].join('\n'))
      if (words.every((word) => text.includes(word))) others.push({ person, nameRange: null })
    }
  }
  return {
    onList: [...named, ...others].filter(({ person }) => isOnList.has(person.id)),
    byName: new Map(named.map(({ person, nameRange }) => [person.id, nameRange])),
  }
}

const folded = (text: string): string => text.normalize('NFKC').toLowerCase()
