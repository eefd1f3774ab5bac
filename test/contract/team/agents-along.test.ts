import { afterEach, beforeEach, expect, test } from 'vitest'
import { agentsService } from '../../../electron/services/agents/agents.ts'
import { thanksService } from '../../../electron/services/agents/thanks.ts'
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
