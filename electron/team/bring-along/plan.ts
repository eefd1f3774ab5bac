import type { Meeting } from '../../../shared/contract/team/arrivals.ts'
import type { BroughtKind, BroughtRow, Standing } from '../../../shared/contract/team/bring-along.ts'
import type { Id } from '../../../shared/contract/values.ts'
import type { Decisions } from '../../storage/team/brought.ts'
import type { HeldBooking, HeldPerson, HeldSession, HeldTicket, HeldType } from '../../storage/team/held-alone.ts'

/** What the desk holds, beside what the hub has of it. */
export interface Facts {
  readonly people: readonly HeldPerson[]
  readonly meetings: ReadonlyMap<Id, Meeting>
  readonly types: readonly HeldType[]
  readonly hubTypes: readonly Pick<HeldType, 'id' | 'nameZh' | 'nameEn'>[]
  readonly sessions: readonly HeldSession[]
  readonly knownSessions: ReadonlySet<Id>
  readonly tickets: readonly HeldTicket[]
  /** With their numbers there. */
  readonly knownTickets: ReadonlyMap<Id, number>
  readonly bookings: readonly HeldBooking[]
  readonly mayAddPeople: boolean
  readonly mayBringTickets: boolean
}

/** What became of one of them, or what the hub would say. */
export interface Became {
  readonly how: Standing
  readonly number?: number
  readonly name?: string
  readonly taken?: Extract<BroughtRow, { kind: 'booking' }>['taken']
}

/** By kind and id; what is not in it was not tried. */
export type BecameOf = ReadonlyMap<BroughtKind, ReadonlyMap<string, Became>>

/** Whom somebody is at the hub, as far as anybody knows. */
type Whereabouts =
  | { readonly at: Id; readonly standing: 'same' | 'came' | 'there' }
  | { readonly at: null; readonly standing: Standing }

const NEW: Whereabouts = { at: null, standing: 'will' }

export function whereaboutsOf(
  facts: Facts,
  { id }: Pick<HeldPerson, 'id'>,
  { people }: Decisions,
  became?: Became,
): Whereabouts {
  if (became?.how === 'came' || became?.how === 'there') return { at: id, standing: became.how }
  const meeting = facts.meetings.get(id)
  if (meeting?.how === 'there') return { at: id, standing: 'there' }
  const decision = people.get(id)
  if (decision?.as === 'same') return { at: decision.personId, standing: 'same' }
  if (decision?.as === 'stay') return { at: null, standing: 'left' }
  if (decision === undefined && (meeting?.how === 'same_number' || meeting?.how === 'same_place')) {
    const [only] = meeting.candidates
    if (only !== undefined) return { at: only.personId, standing: 'same' }
  }
  if (decision === undefined && meeting?.how === 'likely') return { at: null, standing: 'decide' }
  if (became !== undefined) return { at: null, standing: became.how }
  return facts.mayAddPeople ? NEW : { at: null, standing: 'needs_coordinator' }
}

/** The hub's type: the one a person said; the same by id and by a name; else the only one of that name. Null: nobody knows. */
export function typeAtHub(facts: Pick<Facts, 'hubTypes'>, type: HeldType, { types }: Decisions): string | null {
  const said = types.get(type.id)
  const isThere = (id: string) => facts.hubTypes.some((one) => one.id === id)
  if (said !== undefined && isThere(said)) return said
  const alike = facts.hubTypes.filter(({ nameZh, nameEn }) => nameZh === type.nameZh || nameEn === type.nameEn)
  const same = alike.find(({ id }) => id === type.id) ?? (alike.length === 1 ? alike[0] : undefined)
  return same?.id ?? null
}

export interface Plan {
  readonly rows: ReadonlyMap<BroughtKind, readonly BroughtRow[]>
  /** The hub's person for one of the desk's; null: none, for now. */
  person(id: Id): Id | null
  type(id: string): string | null
}

const NOBODY: ReadonlyMap<string, Became> = new Map()

/** How everything stands: one depends on the other, from people to what names them. Within a kind, what asks for something comes first. */
export function planOf(
  facts: Facts,
  decisions: Decisions,
  became: BecameOf,
  nameAtHub: (personId: Id) => string | null,
): Plan {
  const of = (kind: BroughtKind) => became.get(kind) ?? NOBODY
  const places = new Map(
    facts.people.map((one) => [one.id, whereaboutsOf(facts, one, decisions, of('person').get(one.id))]),
  )
  // What was heard under a record that was merged comes as who they are.
  for (const { id, merged } of facts.people) {
    const place = places.get(id)
    if (place !== undefined) for (const other of merged) places.set(other, place)
  }
  const types = new Map(facts.types.map((one) => [one.id, typeAtHub(facts, one, decisions)]))
  /** Whether they have a place at the hub, or will have. */
  const isPlaced = (id: Id | null) => {
    const place = id === null ? undefined : places.get(id)
    return id === null || (place !== undefined && (place.at !== null || place.standing === 'will'))
  }

  const people = facts.people.map((one): BroughtRow => {
    const { standing } = places.get(one.id) ?? NEW
    const { how, candidates } = facts.meetings.get(one.id) ?? { how: 'new', candidates: [] }
    const decision = decisions.people.get(one.id) ?? null
    const { at } = places.get(one.id) ?? NEW
    const isSame = standing === 'same' && at !== null
    const isPerson = isSame
      ? (candidates.find(({ personId }) => personId === at)?.name ?? nameAtHub(at))
      : (of('person').get(one.id)?.name ?? null)
    const { id, name, department, employeeNumber, sessions } = one
    return {
      ...{ kind: 'person', id, name, department, employeeNumber, sessions, isRemoved: one.removedAt !== null },
      ...{ how, candidates, decision, standing, isPerson },
    }
  })
  const listed = facts.types.map(({ id, ...one }): BroughtRow => {
    const issueTypeId = types.get(id) ?? null
    // What no ticket has is nobody's question.
    const standing = issueTypeId !== null ? 'same' : one.tickets > 0 ? 'decide' : 'left'
    return { kind: 'type', id, ...one, issueTypeId, standing }
  })
  const sessions = facts.sessions.map(({ place: _, listenerId, endedAt, ...one }): BroughtRow => {
    const done = of('session').get(one.id)?.how
    const standing =
      done ??
      (facts.knownSessions.has(one.id)
        ? 'there'
        : endedAt === null
          ? 'still_open'
          : isPlaced(listenerId)
            ? 'will'
            : 'person_waits')
    return { kind: 'session', ...one, standing }
  })
  const isComing = new Set(sessions.filter(({ standing }) => COMING.has(standing)).map(({ id }) => id))
  const tickets = facts.tickets.map(({ issueTypeId, sessionIds, ...one }): BroughtRow => {
    const done = of('ticket').get(one.id)
    const hubNumber = done?.number ?? facts.knownTickets.get(one.id) ?? null
    const waits = (): Standing => {
      if (facts.knownTickets.has(one.id)) return 'there'
      if (!facts.mayBringTickets) return 'needs_note_taker'
      if ((types.get(issueTypeId) ?? null) === null) return 'type_waits'
      return sessionIds.every((id) => isComing.has(id)) ? 'will' : 'notes_wait'
    }
    return { kind: 'ticket', ...one, hubNumber, standing: done?.how ?? waits() }
  })
  const bookings = facts.bookings.map((one): BroughtRow => {
    const { id, seatNumber, roomName, personName, startsAt, endsAt } = one
    const said = of('booking').get(id)
    const isWaiting = !isPlaced(one.personId) || !isPlaced(one.companionId)
    const standing = isWaiting && !HAS_COME.has(said?.how ?? 'will') ? 'person_waits' : (said?.how ?? 'will')
    return {
      kind: 'booking',
      id,
      seatNumber,
      roomName,
      personName,
      startsAt,
      endsAt,
      standing,
      taken: said?.taken ?? null,
    }
  })
  const all = {
    person: people,
    type: listed.filter(isOfInterest),
    session: sessions,
    ticket: tickets,
    booking: bookings,
  }
  return {
    rows: new Map((Object.keys(all) as BroughtKind[]).map((kind) => [kind, inOrder(all[kind])])),
    person: (id) => places.get(id)?.at ?? null,
    type: (id) => types.get(id) ?? null,
  }
}

/** At the hub, now or before. */
export const HAS_COME: ReadonlySet<Standing> = new Set(['came', 'there'])
/** Of a session: with its notes, those half done too. */
export const COMING: ReadonlySet<Standing> = new Set(['will', 'came', 'there'])

/** A type that both have needs no word. */
const isOfInterest = (row: BroughtRow): boolean =>
  row.kind !== 'type' || row.standing === 'decide' || (row.tickets > 0 && row.issueTypeId !== row.id)

const LAST: readonly Standing[] = ['will', 'came', 'same', 'there', 'left']

/** What asks for something, what cannot come, and then the rest, each as it was. */
function inOrder(rows: readonly BroughtRow[]): BroughtRow[] {
  const rank = ({ standing }: BroughtRow) => (standing === 'decide' ? -2 : LAST.indexOf(standing))
  return rows.toSorted((one, other) => rank(one) - rank(other))
}

/** The hub did not have it when it was looked at: it is there because an earlier try brought it, and the answer to that was lost. */
export const cameIfThere = (what: Became): Became => (what.how === 'there' ? { ...what, how: 'came' } : what)
