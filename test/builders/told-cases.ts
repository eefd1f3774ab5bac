import type { Row, UploadedRow } from '../../electron/team/wire.ts'
import { shanghai } from './seats.ts'

/** When desks of tests tell, and what they tell of cases, row by row. */
export const at = shanghai('09:00')

/** What is sealed of a call, as its desk tells it. */
export const put = { reference: 'CC-7', notes: [], conversation: null, drafts: [] }

export const entry = (table: UploadedRow['table'], row: Row) => ({ table, row }) as UploadedRow

export const noteRow = (id: string, callId: string, change: Row = {}): UploadedRow =>
  entry('note', {
    ...{ id, call_id: callId, kind: 'voice', text: '紫檀木匣子', offset_ms: 0, issue_type_id: null, created_at: at },
    ...{ edited_at: null, removed_at: null, version: 1, ...change },
  })
export const caseRow = (id: string, of: Row): UploadedRow =>
  entry('life_case', {
    id,
    session_id: null,
    call_id: null,
    origin: 'key',
    grade: null,
    raised_at: at,
    raised_by: null,
    ...of,
  })
export const sealedRow = (id: string, caseId: string, payload: unknown): UploadedRow =>
  entry('life_sealed', { id, case_id: caseId, at, what: 'call', is_encrypted: 0, payload: JSON.stringify(payload) })
export const sealRow = (callId: string, caseId: string, emptiedAt: string | null = null): UploadedRow =>
  entry('sealed_call', { call_id: callId, case_id: caseId, sealed_at: at, emptied_at: emptiedAt })

/** An hour that is over, with a note in its call. */
export function aToldHour(newId: () => string) {
  const [sessionId, callId, noteId] = [newId(), newId(), newId()]
  const over = { started_at: shanghai('08:40'), ended_at: at }
  const session = { id: sessionId, booking_id: null, seat_number: null, listener_id: null, purpose: 'listen', ...over }
  const call = { id: callId, session_id: sessionId, number: 1, reference: 'CC-7', session_ms: 0, ...over }
  const entries = [entry('session', session), entry('call', call), noteRow(noteId, callId)]
  return { sessionId, callId, noteId, call, entries }
}
