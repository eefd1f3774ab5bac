import type { Findings, FoundGroup } from '../../../shared/contract/search/search.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import type { Readings } from '../../../shared/domain/house/name-sounds.ts'
import { meaningOf, meantOf, namedBy } from '../../../shared/domain/house/named-things.ts'
import { placeOfHalfDone } from '../../lib/half-done-place.ts'
import { seatRoomNow } from '../../lib/seat-rooms.ts'
import type { KnownHere } from './found-here.ts'

/** Something the console can do or show, found by its name: an action of this page or another, or a page of the settings. */
export interface Command {
  readonly id: string
  readonly name: string
  /** The page it belongs to, where that is another one. */
  readonly page: string | null
  /** What else people call it, in either language. */
  readonly otherWords: string
  readonly chord: string | null
  run(): void
}

export const SCOPES = [
  'all',
  'people',
  'bookings',
  'sessions',
  'calls',
  'voices',
  'views',
  'remarks',
  'halfDone',
  'tickets',
  'seats',
  'types',
  'commands',
] as const
export type Scope = (typeof SCOPES)[number]
export type Group = Exclude<Scope, 'all'>

type HitOf<G extends FoundGroup> = Findings[G]['hits'][number]

/** One line to choose. `path` is where the thing has its place; a command acts instead. */
export type FindRow =
  | { readonly group: 'people'; readonly id: Id; readonly path: string; readonly hit: HitOf<'people'> }
  | { readonly group: 'bookings'; readonly id: Id; readonly path: string; readonly hit: HitOf<'bookings'> }
  | { readonly group: 'sessions'; readonly id: Id; readonly path: string; readonly hit: HitOf<'sessions'> }
  | { readonly group: 'calls'; readonly id: Id; readonly path: string; readonly hit: HitOf<'calls'> }
  | {
      readonly group: 'voices' | 'views' | 'remarks'
      readonly id: Id
      readonly path: string
      readonly hit: HitOf<'voices'>
    }
  | { readonly group: 'halfDone'; readonly id: Id; readonly path: string; readonly hit: KnownHere['halfDone'][number] }
  | { readonly group: 'seats'; readonly id: Id; readonly path: string; readonly hit: KnownHere['seats'][number] }
  | { readonly group: 'types'; readonly id: Id; readonly path: string; readonly hit: KnownHere['types'][number] }
  | { readonly group: 'tickets'; readonly id: Id; readonly path: string; readonly hit: HitOf<'tickets'> }
  | { readonly group: 'commands'; readonly id: string; readonly path: null; readonly hit: Command }

export interface FoundGroupRows {
  readonly group: Group
  readonly total: number
  readonly rows: readonly FindRow[]
}

export interface Whereabouts {
  readonly now: Instant
  readonly runningId: Id | null
  /** Of each kind that the window itself looks through. */
  readonly limit: number
}

/** Groups with something in them, in the order in which they are shown. */
export function groupsOf(
  found: Findings,
  here: KnownHere,
  commands: readonly Command[],
  { now, runningId, limit }: Whereabouts,
): FoundGroupRows[] {
  // A session that runs has its place on the live screen, one that is over in the list of sessions.
  const inSession = (sessionId: Id, part: string) =>
    sessionId === runningId ? `/listen/${sessionId}?${part}` : `/sessions/${sessionId}?${part}`
  const notes = (group: 'voices' | 'views' | 'remarks') =>
    found[group].hits.map((hit): FindRow => {
      const part = hit.sessionId === runningId ? `call=${hit.note.callId}` : `note=${hit.note.id}`
      return { group, id: hit.note.id, path: inSession(hit.sessionId, part), hit }
    })
  const all: FoundGroupRows[] = [
    {
      group: 'people',
      total: found.people.total,
      rows: found.people.hits.map((hit) => ({
        ...{ group: 'people', id: hit.person.id, hit },
        path: `/settings?section=people&person=${hit.person.id}`,
      })),
    },
    { group: 'voices', total: found.voices.total, rows: notes('voices') },
    { group: 'views', total: found.views.total, rows: notes('views') },
    { group: 'remarks', total: found.remarks.total, rows: notes('remarks') },
    {
      group: 'halfDone',
      total: here.halfDone.length,
      rows: here.halfDone.slice(0, limit).map((hit) => ({
        ...{ group: 'halfDone', id: hit.draftId, hit },
        path: placeOfHalfDone(hit, runningId),
      })),
    },
    {
      group: 'tickets',
      total: found.tickets.total,
      rows: found.tickets.hits.map((hit) => ({
        ...{ group: 'tickets', id: hit.ticket.id, hit },
        path: `/tickets/${hit.ticket.id}`,
      })),
    },
    {
      group: 'bookings',
      total: found.bookings.total,
      rows: found.bookings.hits.map((hit) => ({
        ...{ group: 'bookings', id: hit.booking.id, hit },
        path: seatRoomNow(hit.booking).path,
      })),
    },
    {
      group: 'sessions',
      total: found.sessions.total,
      rows: found.sessions.hits.map((hit) => ({
        ...{ group: 'sessions', id: hit.session.id, hit },
        path: hit.session.id === runningId ? `/listen/${runningId}` : `/sessions/${hit.session.id}`,
      })),
    },
    {
      group: 'calls',
      total: found.calls.total,
      rows: found.calls.hits.map((hit) => ({
        ...{ group: 'calls', id: hit.callId, hit },
        path: inSession(hit.sessionId, `call=${hit.callId}`),
      })),
    },
    {
      group: 'seats',
      total: here.seats.length,
      rows: here.seats.slice(0, limit).map((hit) => ({
        ...{ group: 'seats', id: hit.id, hit },
        path: seatRoomNow({ seatId: hit.id, startsAt: now }).path,
      })),
    },
    {
      group: 'types',
      total: here.types.length,
      rows: here.types.slice(0, limit).map((hit) => ({
        ...{ group: 'types', id: hit.id, hit },
        path: `/settings?section=types&type=${hit.id}`,
      })),
    },
    {
      group: 'commands',
      total: commands.length,
      rows: commands.slice(0, 2 * limit).map((hit) => ({ group: 'commands', id: hit.id, path: null, hit })),
    },
  ]
  return all.filter(({ rows }) => rows.length > 0)
}

const NEWEST_FIRST: readonly Group[] = ['bookings', 'halfDone', 'sessions', 'tickets']

/** For nothing typed: what is mine and where the work went on stands above single sentences. */
export const inOrderOfUse = (groups: readonly FoundGroupRows[]): FoundGroupRows[] => [
  ...NEWEST_FIRST.flatMap((name) => groups.filter(({ group }) => group === name)),
  ...groups.filter(({ group }) => !NEWEST_FIRST.includes(group)),
]

/**
 * Commands whose name, or what else they are called, is meant; those of this page first where two are meant alike. None for nothing
 * typed: whoever opens the box looks for things first.
 */
export function commandsNamed(commands: readonly Command[], typed: string, readings: Readings): readonly Command[] {
  if (meaningOf(typed, readings) === null) return []
  return meantOf(commands, ({ name, otherWords }) => namedBy(name, otherWords), typed, readings)
}
