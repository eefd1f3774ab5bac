import type { Person } from '../../../shared/contract/house/people.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { isSpelled, type Readings } from '../../../shared/domain/house/name-sounds.ts'
import { meaningOf, type Named, namedBy } from '../../../shared/domain/house/named-things.ts'
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

/** Whom the typed words mean, those on the list the nearest first. */
export async function peopleMeant(
  { engine, log }: Pick<HouseParts, 'engine' | 'log'>,
  typed: string,
): Promise<PeopleMeant> {
  if (typed.trim() === '') return { onList: [], byName: new Map() }
  const people = await listed(engine)
  // Whom nobody can sound out is still found by the letters of the name.
  const failed = (error: unknown) => log.error('names could not be looked up by their sound', 'SEARCH', error)
  const readings: Readings = isSpelled(typed)
    ? await readingsOf(
        people.map(({ person }) => person.name),
        failed,
      )
    : NONE
  const meaningFor = meaningOf(typed, readings)
  const meant = people.flatMap((listed) => {
    const meaning = meaningFor?.(listed) ?? null
    return meaning === null ? [] : [{ ...listed, ...meaning }]
  })
  const onList = meant.filter(({ removedAt }) => removedAt === null)
  return {
    onList: onList
      .sort((one, other) => one.nearness - other.nearness)
      .map(({ person, nameRange }) => ({ person, nameRange })),
    byName: new Map(meant.flatMap(({ person, isByName, nameRange }) => (isByName ? [[person.id, nameRange]] : []))),
  }
}

const NONE: Readings = new Map()

interface Listed extends Named {
  readonly person: Person
  readonly removedAt: Instant | null
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
    return { person, removedAt, ...namedBy(name, department, employeeNumber ?? '', email ?? '') }
  })
  known.set(engine, { mark, people })
  return people
}
