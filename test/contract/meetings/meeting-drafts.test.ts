import { afterEach, beforeEach, expect, test } from 'vitest'
import { aMeeting } from '../../builders/meetings.ts'
import { accepted } from '../../builders/outcomes.ts'
import { nobody } from '../../builders/seats.ts'

let desk: Awaited<ReturnType<typeof aMeeting>>
beforeEach(async () => {
  desk = await aMeeting()
})
afterEach(() => desk.close())

test('a line that is half typed lies on the disk until it is stored, a number in it as stars', async () => {
  const draftId = desk.clock.newId()
  const draft = { draftId, meetingId: desk.meeting.id, lineId: null, seenVersion: null, caret: 9 }
  await accepted(desk.meetings.storeDraft({ ...draft, text: '回电 138123' }, nobody))
  const [kept] = await accepted(desk.meetings.drafts({ meetingId: desk.meeting.id }, nobody))
  expect(kept).toMatchObject({ draftId, text: '回电 138***' })
  const wish = { ...desk.of, lineId: desk.clock.newId(), draftId, ownerName: null, text: '回电', dueOn: null }
  await accepted(desk.meetings.addLine(wish, desk.asker))
  expect(await accepted(desk.meetings.drafts({ meetingId: desk.meeting.id }, nobody))).toEqual([])
})

test('a number that was begun in the line before is hidden while it is typed, too', async () => {
  await desk.line('回电 138')
  const draft = { draftId: desk.clock.newId(), meetingId: desk.meeting.id, lineId: null, seenVersion: null, caret: 8 }
  await accepted(desk.meetings.storeDraft({ ...draft, text: '12345678' }, nobody))
  const [kept] = await accepted(desk.meetings.drafts({ meetingId: desk.meeting.id }, nobody))
  expect(kept).toMatchObject({ text: '********' })
})

test('a line half done is found with its call, and the change of one is dropped with the change', async () => {
  const lineId = await desk.line('回电')
  const draftId = desk.clock.newId()
  const draft = { draftId, meetingId: desk.meeting.id, lineId, seenVersion: 0, text: '回电客户', caret: 4 }
  await accepted(desk.meetings.storeDraft(draft, nobody))
  expect(await accepted(desk.meetings.halfDone({}, nobody))).toMatchObject([
    {
      draftId,
      callId: desk.call.id,
      sessionId: desk.session.id,
      callNumber: 1,
      listenerName: '王敏',
      text: '回电客户',
    },
  ])
  const words = { draftId, ownerName: null, text: '回电客户', dueOn: null }
  await accepted(desk.meetings.editLine({ ...desk.of, lineId, seenVersion: 0, ...words }, desk.asker))
  expect(await accepted(desk.meetings.halfDone({}, nobody))).toEqual([])
})
