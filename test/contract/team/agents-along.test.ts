import { afterEach, beforeEach, expect, test } from 'vitest'
import { agentsService } from '../../../electron/services/agents/agents.ts'
import { thanksService } from '../../../electron/services/agents/thanks.ts'
import { halfDoneNotes } from '../../../electron/storage/listening/drafts.ts'
import { aDeskWithSomething } from '../../builders/bringing.ts'
import { heardRows } from '../../builders/far-hub.ts'
import { accepted } from '../../builders/outcomes.ts'
import { nobody } from '../../builders/seats.ts'

let desk: Awaited<ReturnType<typeof aDeskWithSomething>>
beforeEach(async () => {
  desk = await aDeskWithSomething()
})
afterEach(() => desk.close())

test('who the agents were and what praise waits comes along; what was handed over does not wait again', async () => {
  const agents = agentsService(desk.alone.parts, { makesKeys: true })
  const thanks = thanksService(desk.alone.parts)
  await accepted(agents.name({ callId: desk.alone.call.id, typed: '1001' }, desk.alone.asker))
  for (const text of ['很耐心', '说得明白']) {
    const { id: noteId } = await desk.alone.aNote(text, { kind: 'praise' })
    await accepted(thanks.collect({ noteId }, desk.alone.asker))
  }
  const [first, second] = (await accepted(thanks.list({ state: 'waiting' }, nobody))).thanks
  await accepted(thanks.handOver({ thanksIds: [first?.id ?? ''] }, desk.alone.asker))
  await accepted(desk.alone.sessions.end({ sessionId: desk.alone.session.id }, desk.alone.asker))
  await desk.looks()
  await desk.brings()
  const there = heardRows(desk.hub.db)
  expect(there.call_agent).toEqual(heardRows(desk.alone.db).call_agent)
  expect(there.thanks).toMatchObject([{ id: second?.id }])
})

test('praise, half done or done, comes along, and no figure of what comes or stays tells of it', async () => {
  await desk.alone.aNote('坐席很耐心', { kind: 'praise' })
  await desk.alone.aNote('券领了用不了')
  const draft = desk.alone.draftWish('也很细', { kind: 'praise' })
  await accepted(desk.alone.notes.storeDraft(draft, desk.alone.asker))
  await accepted(desk.alone.sessions.end({ sessionId: desk.alone.session.id }, desk.alone.asker))
  expect(await desk.looks()).toMatchObject({ counts: { notes: 1, halfDone: 0 } })
  expect(await desk.brings()).toMatchObject({ stage: 'done', counts: { notes: 1, halfDone: 0 } })
  expect(halfDoneNotes(desk.db())).toMatchObject([{ draftId: draft.draftId }])
})
