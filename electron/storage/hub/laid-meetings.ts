import type { Id, Instant } from '../../../shared/contract/values.ts'
import { among, inEach } from '../engine/in-each.ts'
import { type Query, row, rows, value, write } from '../engine/query.ts'
import type { HeardRows } from './heard-rows.ts'
import { CALL_OWNERS, findOwners, type Laying, lay, OWNER } from './laying.ts'

type MeetingRow = HeardRows['meeting']

/**
 * A call has one meeting. One that its desk began while somebody else began one here is joined to that: its names and its lines stand there, and whatever
 * names it later means that one. A line is of the session of the call that its meeting is about.
 */
export function* layMeetings(
  { meeting, meeting_line: lines }: { [T in 'meeting' | 'meeting_line']: readonly HeardRows[T][] },
  laying: Laying,
): Query<void> {
  const ofCall = ({ call_id }: MeetingRow) => call_id
  yield* findOwners(CALL_OWNERS, meeting.map(ofCall), laying)
  for (const one of meeting) {
    const there = yield* otherMeeting(one)
    if (there === null) yield* lay('meeting', [one], ofCall, laying)
    else yield* join(one, there)
  }
  const real = yield* realMeetings(lines.map(({ meeting_id }) => meeting_id))
  const ofReal = lines.map((line) => ({ ...line, meeting_id: real.get(line.meeting_id) ?? line.meeting_id }))
  const ofMeeting = ({ meeting_id }: HeardRows['meeting_line']) => meeting_id
  yield* findOwners(MEETING_OWNERS, ofReal.map(ofMeeting), laying)
  yield* lay('meeting_line', ofReal, ofMeeting, laying)
}

const MEETING_OWNERS = inEach(
  (
    say,
  ) => `SELECT meeting.id, ${OWNER} JOIN call ON call.session_id = session.id JOIN meeting ON meeting.call_id = call.id
    WHERE ${say(among('meeting.id', 'text', ':ids'))} ORDER BY session.id FOR NO KEY UPDATE OF session`,
)

/** Whoever begins one here holds the call. */
const HOLD_CALL = 'SELECT 1 FROM call WHERE id = ? FOR NO KEY UPDATE'
const IS_MEETING = 'SELECT 1 AS value FROM meeting WHERE id = ?'
const OF_CALL = `SELECT id, note_ids_json AS noteIds, attendees_json AS attendees, solved_at AS solvedAt, version
  FROM meeting WHERE call_id = ? FOR NO KEY UPDATE`

interface There {
  readonly id: Id
  readonly noteIds: string
  readonly attendees: string
  readonly solvedAt: Instant | null
  readonly version: number
}

/** The meeting of its call that is here already; null where it is the first, or is here itself. */
function* otherMeeting({ id, call_id: callId }: MeetingRow): Query<There | null> {
  if ((yield* value(IS_MEETING, [id])) !== null) return null
  yield* rows(HOLD_CALL, [callId])
  return yield* row<There>(OF_CALL, [callId])
}

/** Answers 0 for a row that was joined as it is before: whoever was struck off since stays so. */
const NAME = `INSERT INTO meeting_alias (id, meeting_id, version) VALUES (?, ?, ?)
  ON CONFLICT (id) DO UPDATE SET version = excluded.version
  WHERE meeting_alias.meeting_id = excluded.meeting_id AND meeting_alias.version < excluded.version`
const JOIN = `UPDATE meeting SET note_ids_json = ?, attendees_json = ?, solved_at = coalesce(solved_at, ?), version = version + 1
  WHERE id = ? AND version = ?`

function* join(one: MeetingRow, there: There): Query<void> {
  if ((yield* write(NAME, [one.id, there.id, one.version])) === 0) return
  const noteIds = joined(there.noteIds, one.note_ids_json)
  yield* write(JOIN, [noteIds, joined(there.attendees, one.attendees_json), one.solved_at, there.id, there.version])
}

/** Each once, those of the first before those of the second. */
const joined = (first: string, second: string): string =>
  JSON.stringify([...new Set([...(JSON.parse(first) as string[]), ...(JSON.parse(second) as string[])])])

const REAL = inEach((say) => `SELECT id, meeting_id AS meetingId FROM meeting_alias WHERE ${say(among('id'))}`)

function* realMeetings(ids: readonly Id[]): Query<ReadonlyMap<Id, Id>> {
  if (ids.length === 0) return new Map()
  const found = yield* rows<{ id: Id; meetingId: Id }>(REAL, [JSON.stringify([...new Set(ids)])])
  return new Map(found.map(({ id, meetingId }) => [id, meetingId]))
}
