import { afterEach, beforeEach, expect, test } from 'vitest'
import { agentsService } from '../../../electron/services/agents/agents.ts'
import { thanksService } from '../../../electron/services/agents/thanks.ts'
import { toldSessions } from '../../../electron/services/listening/told-sessions.ts'
import { namedAgents } from '../../../electron/storage/agents/call-agents.ts'
import { write } from '../../../electron/storage/engine/query.ts'
import { leavePraiseOut } from '../../../electron/storage/tickets/ticket-search.ts'
import { someoneListening } from '../../builders/listening.ts'
import { accepted } from '../../builders/outcomes.ts'
import { nobody } from '../../builders/seats.ts'

// Asked of both engines: a desk's own file, and a company's database.
let desk: Awaited<ReturnType<typeof someoneListening>>
let agents: ReturnType<typeof agentsService>
let thanks: ReturnType<typeof thanksService>
beforeEach(async () => {
  desk = await someoneListening()
  agents = agentsService(desk.parts, { makesKeys: true })
  thanks = thanksService(desk.parts)
})
afterEach(() => desk.close())

const name = (callId: string, typed: string) => accepted(agents.name({ callId, typed }, desk.asker))
const list = async (state: 'waiting' | 'handed_over') => (await accepted(thanks.list({ state }, nobody))).thanks
const praised = async () => {
  await desk.aNote('谢谢你，帮了大忙', { offsetMs: 1_000 })
  const { id: noteId } = await desk.aNote('很耐心', { kind: 'praise', offsetMs: 2_000 })
  await accepted(thanks.collect({ noteId }, desk.asker))
  return noteId
}

test('an agent is named, named otherwise and taken back; two never share a place, and the rule of five asks who they are', async () => {
  const first = await name(desk.call.id, '1001')
  const second = await name(desk.call.id, '1002')
  expect(second.place).not.toBe(first.place)
  expect(await accepted(agents.takeBack({ callId: desk.call.id }, desk.asker))).toMatchObject({ place: first.place })
  const places: (number | null)[] = []
  const callIds: string[] = []
  for (let number = 0; number < 40; number += 1) {
    const { id } = await desk.nextCall()
    callIds.push(id)
    places.push((await name(id, `一组 ${number}`)).place)
  }
  expect(new Set(places).size).toBe(40)
  expect(await desk.engine.read(() => namedAgents(callIds))).toHaveLength(40)
})

test('thanks are collected with the words nearest to them, handed over, and wait again', async () => {
  const noteId = await praised()
  const { place } = await name(desk.call.id, '1001')
  const [one] = await list('waiting')
  expect(one).toMatchObject({ praise: '很耐心', voice: '谢谢你，帮了大忙', place, collectedBy: null })
  const thanksIds = [one?.id ?? '']
  expect(await accepted(thanks.handOver({ thanksIds }, desk.asker))).toEqual({ thanksIds })
  expect(await accepted(thanks.handOver({ thanksIds }, desk.asker))).toEqual({ thanksIds: [] })
  expect(await list('waiting')).toEqual([])
  expect(await list('handed_over')).toMatchObject([{ praise: '很耐心', fileName: null }])
  expect(await thanks.takeBack({ noteId }, desk.asker)).toMatchObject({ code: 'handed_over' })
  await accepted(thanks.handBack({ thanksIds }, desk.asker))
  await accepted(thanks.takeBack({ noteId }, desk.asker))
  expect(await list('waiting')).toEqual([])
})

test('a ticket that quoted praise once is not found by its words, before and after its index is made anew', async () => {
  const ticket = await desk.aTicket({ text: '退款三天没到' })
  const praise = await desk.aNote('蔚蓝鲸鱼很耐心', { kind: 'praise' })
  await desk.engine.transact(() =>
    write('INSERT INTO ticket_quote (ticket_id, note_id, position) VALUES (?, ?, 9)', [ticket.id, praise.id]),
  )
  // As an earlier version left it.
  const search = (characters: string) =>
    desk.engine.transact(function* () {
      yield* write('DELETE FROM ticket_search WHERE rowid = ?', [ticket.number])
      yield* write('INSERT INTO ticket_search (rowid, characters) VALUES (?, ?)', [ticket.number, characters])
    })
  await search('退 款 三 天 鲸 鱼')
  expect((await desk.list({ text: '鲸鱼' })).total).toBe(1)
  await desk.engine.transact(leavePraiseOut)
  expect((await desk.list({ text: '鲸鱼' })).total).toBe(0)
  expect((await desk.list({ text: '三天没到' })).total).toBe(1)
})

test('whether praise of a page of sessions is told is asked as often as of one', async () => {
  await praised()
  await accepted(desk.sessions.end({ sessionId: desk.session.id }, desk.asker))
  const session = await accepted(desk.sessions.get({ sessionId: desk.session.id }, desk.asker))
  const other = { ...nobody, role: 'listener' as const }
  const asked = (count: number) =>
    desk.engine.read(function* () {
      const telling = toldSessions(Array<typeof session>(count).fill(session), other)
      let asks = 0
      let step = telling.next()
      for (; step.done !== true; step = telling.next(yield step.value)) asks += 1
      return { asks, noteCounts: new Set(step.value.map(({ noteCount }) => noteCount)) }
    })
  const one = await asked(1)
  expect(one.noteCounts).toEqual(new Set([1]))
  expect(await asked(50)).toEqual(one)
})
