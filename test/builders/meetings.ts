import { meetingDraftsService } from '../../electron/services/meetings/meeting-drafts.ts'
import { meetingsService } from '../../electron/services/meetings/meetings.ts'
import { someoneListening } from './listening.ts'
import { accepted } from './outcomes.ts'

/** Somebody who hung up, with two 原声 noted, and a meeting about the call. */
export async function aMeeting() {
  const desk = await someoneListening()
  const meetings = {
    ...meetingsService(desk.parts, desk.knownNames),
    ...meetingDraftsService(desk.parts, desk.knownNames),
  }
  const first = await desk.aNote('上周买的今天降价了', { issueTypeId: 'coupon' })
  const second = await desk.aNote('退款页看不懂', { offsetMs: 180_000 })
  const view = await desk.aNote('坐席不知道价保', { kind: 'view', offsetMs: 200_000 })
  await accepted(desk.sessions.endCall({ callId: desk.call.id }, desk.asker))
  const of = { callId: desk.call.id, meetingId: desk.clock.newId() }
  const meeting = await accepted(meetings.start(of, desk.asker))

  const ofCall = () => accepted(meetings.ofCall({ callId: of.callId }, desk.asker))
  const line = async (text: string, said: { ownerName?: string; dueOn?: string } = {}) => {
    const lineId = desk.clock.newId()
    const words = { text, ownerName: said.ownerName ?? null, dueOn: said.dueOn ?? null }
    await accepted(meetings.addLine({ ...of, lineId, draftId: null, ...words }, desk.asker))
    return lineId
  }
  const asTicket = (lineId: string, noteIds: string[]) => ({
    ...{ lineId, as: 'ticket' as const, noteIds, issueTypeId: 'coupon', priority: 3 as const, department: '营销部' },
  })
  const conclude = (lines: Parameters<typeof meetings.close>[0]['lines'], closeId = desk.clock.newId()) =>
    meetings.close({ ...of, closeId, ranMs: 540_000, lines }, desk.asker)
  return { ...desk, meetings, meeting, of, first, second, view, ofCall, line, asTicket, conclude }
}
