import type { z } from 'zod'
import type { OddCharacter } from '../text/characters.ts'
import type { Instant } from './values.ts'
import type { Stale } from './versions.ts'
import type { Role } from './who.ts'

/** What a change touches. Windows refresh every query whose key starts with one of these words. */
export const topics = [
  'people',
  'rooms',
  'calendar',
  'masking',
  'retention',
  'bookings',
  'waitlist',
  'draws',
  'passports',
  'sessions',
  'notes',
  'conversations',
  'meetings',
  'tickets',
  'exports',
  'lifeChannel',
  'lifeDetails',
  'silverHair',
  'agents',
  'settings',
  'workspace',
  'search',
  'team',
  'desks',
] as const
export type Topic = (typeof topics)[number]

/** Another database may be open afterwards; preferences are no part of it. */
export const EVERYTHING: readonly Topic[] = topics.filter((topic) => topic !== 'settings')

/** Whatever tells of phone calls, somewhere: as one is sealed or opened again, nothing stays on any screen as it was. */
export const TELLING_OF_CALLS: readonly Topic[] = [
  ...(['lifeChannel', 'agents', 'notes', 'conversations', 'sessions', 'silverHair'] as const),
  ...(['meetings', 'tickets', 'search', 'exports'] as const),
]

/**
 * Where a call is answered, once a desk belongs to a hub; a desk alone answers all of them itself.
 * - `hub`: what all desks share. While the hub is away it is read as it last was, and not changed.
 * - `journal`: what is heard at this desk, done here at once and told to the hub; of what another desk heard, or of what is up already, the hub.
 * - `desk`: this desk alone, its files and half-done words.
 */
export type Where = 'hub' | 'journal' | 'desk'

/**
 * One call of the contract.
 * - `where`: where it is answered. `who`: the roles that may ask it; at a desk alone everybody is trusted.
 * - `input`, `output`: zod schemas; the door checks the input, the output types both sides.
 * - `refusals`: the ordinary ways to say no, each with the schema of its detail (`Nothing` where the code says all).
 * - `changes`: topics every window is told to refresh after the call was accepted.
 * - `takesFile`: a whole file comes with the input, which may be larger then.
 * - `isSecret`: what is answered is for whoever asked, now: no desk keeps it for the time its hub is away, and no hub for whoever asks twice. What such a
 *   call changes, it changes once, however often it is asked for with the same input.
 */
export interface Entry {
  readonly where: Where
  readonly who: readonly Role[]
  readonly input: z.ZodType
  readonly output: z.ZodType
  readonly refusals: Readonly<Record<string, z.ZodType>>
  readonly changes: readonly Topic[]
  readonly takesFile?: true
  readonly isSecret?: true
}

/** Declares an entry and keeps its exact type. */
export const entry = <const E extends Entry>(declared: E): E => declared

export type Input<E extends Entry> = z.input<E['input']>
export type ParsedInput<E extends Entry> = z.output<E['input']>
export type Output<E extends Entry> = z.output<E['output']>

/** A refusal of this entry, as data. Never thrown. */
export type Refusal<E extends Entry> = {
  [Code in keyof E['refusals'] & string]: { ok: false; code: Code; detail: z.output<E['refusals'][Code]> }
}[keyof E['refusals'] & string]

/** What a service returns: accepted with a value, or refused for a named reason. */
export type Outcome<E extends Entry> = { ok: true; value: Output<E> } | Refusal<E>

/** Refusals that any call can get, given by the door itself or on the way to it. */
export type DoorRefusal =
  /** The client's own: the connection went before the answer came. Whether the console did it is not known, so nothing is repeated. */
  | { ok: false; code: 'connection_lost'; detail: Record<string, never> }
  /** The name is not in the contract. */
  | { ok: false; code: 'unknown_call'; detail: { call: string } }
  /** Others may: `needs` are the roles. Nothing of the call was done, and nothing told. */
  | { ok: false; code: 'not_allowed'; detail: { needs: Role[] } }
  /** The hub cannot be reached since then; what is asked is its truth, which is changed nowhere else. Nothing of the call was done. */
  | { ok: false; code: 'offline'; detail: { since: Instant } }
  /** The hub has more to do than it can do now, and did not come to this in time. Nothing of the call was done; soon it may be. */
  | { ok: false; code: 'hub_busy'; detail: Record<string, never> }
  /** Only of a hub: the session goes on at its desk, or something of it waits there to go up, and until then that desk alone changes it. */
  | { ok: false; code: 'still_listening'; detail: { listenerName: string | null } }
  /** This desk's program and the hub's are too far apart: hearing, noting and telling the hub go on, this does not. `isDeskOlder`: which one to bring up to date. */
  | { ok: false; code: 'other_version'; detail: { isDeskOlder: boolean } }
  /** The input does not fit; `issues` name paths, never the values. */
  | { ok: false; code: 'bad_input'; detail: { issues: { path: string; message: string }[] } }
  /** One text of the input is longer than its field takes, by so many characters. Nothing was cut; nothing was stored. */
  | { ok: false; code: 'text_too_long'; detail: { field: string; excess: number; longest: number } }
  /** One text of the input holds a character that would not come back as it went in. */
  | { ok: false; code: 'odd_character'; detail: OddCharacter & { field: string } }
  /** What was looked for is an agent's pseudonym: an answer would gather what one agent did. */
  | { ok: false; code: 'names_agent'; detail: Record<string, never> }
  /** Somebody changed the thing after the person had seen it. Nothing of the call was done. Only of calls that take `seenVersion`. */
  | { ok: false; code: 'stale'; detail: Stale }
  /** The input is larger than 1 MB as JSON, or than a call with a file may be. */
  | { ok: false; code: 'too_large'; detail: { limitBytes: number } }
  /** The database is not open (damaged, newer, being restored): only `workspace`, `settings` and `team` calls work. */
  | { ok: false; code: 'workspace_closed'; detail: Record<string, never> }
  /** The call took a while, and the database it worked on is not the open one any more: somebody went back to a copy. It counts for nothing. */
  | { ok: false; code: 'file_exchanged'; detail: Record<string, never> }
  /** No room on the disk of the data folder: nothing of the call was done, everything before is safe. */
  | { ok: false; code: 'disk_full'; detail: Record<string, never> }
  /** The disk would not read or write; `code` is the system's word, `EIO`. Nothing of the call was done. */
  | { ok: false; code: 'disk_failed'; detail: { code: string } }
  /** Another program has a file open that the call had to move, for longer than a moment. Nothing of the call was done. */
  | { ok: false; code: 'file_held'; detail: { code: string } }
  /** A bug or an outside failure; the reference stands in the log and can be read out to support. */
  | { ok: false; code: 'unexpected'; detail: { reference: string } }

/** What a caller gets back. `asOf`: the hub is away, and this is how it was then. */
export type Answer<E extends Entry> = { ok: true; value: Output<E>; asOf?: Instant } | Refusal<E> | DoorRefusal
