import type { Person } from '../../../shared/contract/house/people.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { isSpelled, type Readings, soundsLike } from '../../../shared/domain/house/name-sounds.ts'
import type { TextRange } from '../../../shared/text/search-characters.ts'
import { readingsOf } from '../../adapters/sounds/readings.ts'
import type { Engine } from '../../storage/engine/engine.ts'
import { everybodyEver, peopleMark } from '../../storage/house/people.ts'
import type { HouseParts } from '../parts.ts'

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
export async function peopleMeant(
  { engine, log }: Pick<HouseParts, 'engine' | 'log'>,
  typed: string,
): Promise<PeopleMeant> {
  const words = folded(typed).split(/\s+/u).filter(Boolean)
  if (words.length === 0) return { onList: [], byName: new Map() }
  const people = await listed(engine)
  // Whom nobody can sound out is still found by the letters of the name.
  const failed = (error: unknown) => log.error('names could not be looked up by their sound', 'SEARCH', error)
  const readings: Readings = isSpelled(typed)
    ? await readingsOf(
        people.map(({ person }) => person.name),
        failed,
      )
    : NONE
  const named: FoundName[] = []
  const others: FoundName[] = []
  const isOnList = new Set<Id>()
  for (const { person, removedAt, name, text } of people) {
    if (removedAt === null) isOnList.add(person.id)
    const nameRange = readings.size === 0 ? null : soundsLike(person.name, typed.trim(), readings)
    if (words.every((word) => name.includes(word))) named.push({ person, nameRange: null })
    else if (nameRange !== null) named.push({ person, nameRange })
    else if (words.every((word) => text.includes(word))) others.push({ person, nameRange: null })
  }
  return {
    onList: [...named, ...others].filter(({ person }) => isOnList.has(person.id)),
    byName: new Map(named.map(({ person, nameRange }) => [person.id, nameRange])),
  }
}

const NONE: Readings = new Map()

/** Somebody with what is looked through, folded. */
interface Listed {
  readonly person: Person
  readonly removedAt: Instant | null
  readonly name: string
  readonly text: string
}

/** Folding everybody takes longer than looking through them: it is done once, and again after a change. */
const known = new WeakMap<Engine, { readonly mark: string; readonly people: readonly Listed[] }>()

async function listed(engine: Engine): Promise<readonly Listed[]> {
  const { mark, everybody } = await engine.read(function* () {
    const mark = yield* peopleMark()
    return { mark, everybody: known.get(engine)?.mark === mark ? null : yield* everybodyEver() }
  })
  const before = known.get(engine)
  if (everybody === null && before !== undefined) return before.people
  const people = (everybody ?? []).map(({ removedAt, ...person }) => {
    const { name, department, employeeNumber, email } = person
    const text = folded([name, department, employeeNumber ?? '', email ?? ''].join('\n'))
    return { person, removedAt, name: folded(name), text }
  })
  known.set(engine, { mark, people })
  return people
}

const folded = (text: string): string => text.normalize('NFKC').toLowerCase()
