import type { ArrivingPerson } from '../../../shared/contract/team/arrivals.ts'
import type { TicketState } from '../../../shared/contract/tickets/tickets.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { type ReadableDb, statement } from '../database.ts'

/** What a desk held before it joined, as its own file has it. It is read and nothing else. */

const HELD = `SELECT EXISTS (SELECT 1 FROM session) OR EXISTS (SELECT 1 FROM ticket WHERE withdrawn_at IS NULL)
  OR EXISTS (SELECT 1 FROM booking WHERE ends_at > :now AND state IN ('booked', 'checked_in'))
  OR (SELECT count(*) FROM person WHERE removed_at IS NULL) > 1`

/** Whoever sits there first is named at the first start: that alone is nothing to bring. */
export const isAnythingHeld = (from: ReadableDb, now: Instant): boolean =>
  statement(from, HELD).pluck().get({ now }) === 1

export interface HeldPerson extends ArrivingPerson {
  readonly sessions: number
  /** Records of the same person that were merged into this one. */
  readonly merged: readonly Id[]
}

const TO_COME = `SELECT * FROM booking WHERE ends_at > :now AND state IN ('booked', 'checked_in')`
const ALL_OF_THEM = '(SELECT one.id FROM person one WHERE one.id = person.id OR one.merged_into = person.id)'
const PEOPLE = `SELECT id, name, department, role, employee_number AS employeeNumber, email, removed_at AS removedAt,
    (SELECT coalesce(sum(sessions), 0) FROM session_tally WHERE listener_id IN ${ALL_OF_THEM}) AS sessions,
    (SELECT json_group_array(one.id) FROM person one WHERE one.merged_into = person.id) AS merged FROM person
  WHERE merged_into IS NULL AND (removed_at IS NULL OR EXISTS (SELECT 1 FROM session_tally WHERE listener_id IN ${ALL_OF_THEM})
    OR EXISTS (SELECT 1 FROM (${TO_COME}) coming WHERE person.id IN (coming.person_id, coming.companion_id))) ORDER BY name, id`

/** Those on the list, and those off it whom something that may come names. */
export const heldPeople = (from: ReadableDb, now: Instant): HeldPerson[] =>
  (statement(from, PEOPLE).all({ now }) as (Omit<HeldPerson, 'merged'> & { merged: string })[]).map((person) => ({
    ...person,
    merged: JSON.parse(person.merged) as Id[],
  }))

export interface HeldType {
  readonly id: string
  readonly nameZh: string
  readonly nameEn: string
  readonly tickets: number
}

const TYPES = `SELECT id, name_zh AS nameZh, name_en AS nameEn,
    (SELECT coalesce(sum(tickets), 0) FROM ticket_tally WHERE issue_type_id = issue_type.id) AS tickets FROM issue_type
  UNION ALL SELECT issue_type_id, issue_type_id, issue_type_id, sum(tickets) FROM ticket_tally
    WHERE issue_type_id NOT IN (SELECT id FROM issue_type) GROUP BY issue_type_id HAVING sum(tickets) > 0`

/** Those on the desk's list, and others that its tickets still have. */
export const heldTypes = (from: ReadableDb): HeldType[] => statement(from, TYPES).all() as HeldType[]

export interface HeldSession {
  /** Where to go on from. */
  readonly place: number
  readonly id: Id
  readonly startedAt: Instant
  readonly endedAt: Instant | null
  readonly listenerId: Id | null
  readonly listenerName: string | null
  readonly calls: number
  /** Praise is in neither: whoever brings all of it along did not hear all of it. */
  readonly notes: number
  /** Notes and lines of meetings. */
  readonly halfDone: number
}

const SESSIONS = `SELECT session.rowid AS place, session.id, started_at AS startedAt, ended_at AS endedAt, listener_id AS listenerId,
    person.name AS listenerName,
    (SELECT count(*) FROM call WHERE session_id = session.id) AS calls,
    (SELECT count(*) FROM note JOIN call ON call.id = note.call_id WHERE call.session_id = session.id AND removed_at IS NULL
      AND note.kind <> 'praise') AS notes,
    (SELECT count(*) FROM draft JOIN call ON call.id = draft.call_id WHERE call.session_id = session.id AND draft.kind <> 'praise')
      + (SELECT count(*) FROM meeting_draft JOIN meeting ON meeting.id = meeting_draft.meeting_id JOIN call ON call.id = meeting.call_id
        WHERE call.session_id = session.id) AS halfDone
  FROM session LEFT JOIN person ON person.id = listener_id WHERE session.rowid > ? ORDER BY session.rowid LIMIT ?`

/** The next after a place, oldest first. */
export const heldSessions = (from: ReadableDb, after: number, most: number): HeldSession[] =>
  statement(from, SESSIONS).all(after, most) as HeldSession[]

export interface HeldTicket {
  readonly id: Id
  readonly number: number
  readonly title: string
  readonly state: TicketState
  readonly issueTypeId: string
  /** In which its notes were heard. */
  readonly sessionIds: readonly Id[]
}

const TICKETS = `SELECT id, number, title, state, issue_type_id AS issueTypeId, (SELECT json_group_array(DISTINCT call.session_id)
    FROM ticket_quote JOIN note ON note.id = note_id JOIN call ON call.id = note.call_id WHERE ticket_id = ticket.id) AS sessionIds
  FROM ticket WHERE withdrawn_at IS NULL AND number > ? ORDER BY number LIMIT ?`

/** The next after a number. */
export function heldTickets(from: ReadableDb, after: number, most: number): HeldTicket[] {
  const found = statement(from, TICKETS).all(after, most) as (Omit<HeldTicket, 'sessionIds'> & { sessionIds: string })[]
  return found.map((ticket) => ({ ...ticket, sessionIds: JSON.parse(ticket.sessionIds) as Id[] }))
}

export interface HeldBooking {
  readonly id: Id
  readonly seatNumber: number
  readonly roomName: string
  readonly isFirstRoom: boolean
  readonly personId: Id
  readonly personName: string
  readonly companionId: Id | null
  readonly purpose: 'listen' | 'answer'
  readonly startsAt: Instant
  readonly endsAt: Instant
}

const BOOKINGS = `SELECT coming.id, seat.number AS seatNumber, room.name AS roomName, room.only_row IS NOT NULL AS isFirstRoom, person_id AS personId, person.name AS personName, companion_id AS companionId,
    purpose, starts_at AS startsAt, ends_at AS endsAt
  FROM (${TO_COME}) coming JOIN seat ON seat.id = seat_id JOIN room ON room.id = seat.room_id JOIN person ON person.id = person_id
  ORDER BY starts_at, seat.number`
const PAST = `SELECT count(*) FROM booking WHERE ends_at <= ? AND state <> 'cancelled'`

/** Those that hold a place to come. */
export const heldBookings = (from: ReadableDb, now: Instant): HeldBooking[] =>
  (statement(from, BOOKINGS).all({ now }) as (Omit<HeldBooking, 'isFirstRoom'> & { isFirstRoom: number })[]).map(
    (one) => ({
      ...one,
      isFirstRoom: one.isFirstRoom === 1,
    }),
  )

export const pastBookings = (from: ReadableDb, now: Instant): number => Number(statement(from, PAST).pluck().get(now))

/** How much there is to look at. */
export const heldTotal = (from: ReadableDb): number =>
  Number(
    statement(from, `SELECT (SELECT count(*) FROM session) + (SELECT count(*) FROM ticket WHERE withdrawn_at IS NULL)`)
      .pluck()
      .get(),
  )
