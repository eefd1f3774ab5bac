import { afterEach, beforeEach, expect, test } from 'vitest'
import { lifeChannelService } from '../../electron/services/life-channel/life-channel.ts'
import { plainSealer } from '../../electron/services/life-channel/sealer.ts'
import { makeSealing } from '../../electron/services/life-channel/sealing.ts'
import { ticketsService } from '../../electron/services/tickets/tickets.ts'
import { greetDesk, insertDesk } from '../../electron/storage/hub/desks.ts'
import { sealsHere } from '../../electron/storage/hub/life-rows.ts'
import { layDown } from '../../electron/storage/hub/uploaded-rows.ts'
import { NO_WORDS } from '../../electron/storage/no-words.ts'
import type { Row, UploadedRow } from '../../electron/team/wire.ts'
import { accepted } from '../builders/outcomes.ts'
import { anOpenRoom, nobody } from '../builders/seats.ts'
import { aToldHour, at, caseRow, entry, noteRow, put, sealedRow, sealRow } from '../builders/told-cases.ts'

let house: Awaited<ReturnType<typeof anOpenRoom>>
beforeEach(async () => {
  house = await anOpenRoom()
  const personId = await house.aPerson('陈思远')
  await house.engine.transact(() => insertDesk({ id: 'east', personId, name: 'east', tokenHash: 'east', madeAt: at }))
  await house.engine.transact(() => greetDesk('east', at))
})
afterEach(() => house.close())

const send = async (entries: readonly UploadedRow[]) =>
  expect(
    await house.engine.transact(() =>
      layDown({ deskId: 'east', generation: 1, entries, at, newId: house.clock.newId }),
    ),
  ).toEqual({ ok: true })
const newId = () => house.clock.newId()
const VOICES = ['紫檀木匣子没送到', '黄铜风铃也没送到', '茶杯碎了']

/** Three calls of an hour that is over and still its desk's, and a ticket that quotes them all. */
async function quoted() {
  const { sessionId, callId, noteId, call, entries } = aToldHour(newId)
  const calls = [callId, newId(), newId()]
  const notes = [noteId, newId(), newId()]
  const noteOf = (place: number, change: Row) => noteRow(notes[place] ?? '', calls[place] ?? '', change)
  await send([
    ...entries.slice(0, 1),
    ...calls.map((id, place) => entry('call', { ...call, id, number: place + 1 })),
    ...VOICES.map((text, place) => noteOf(place, { text })),
  ])
  const tickets = ticketsService(house.parts)
  const wish = { title: '石榴标题', issueTypeId: 'coupon', priority: 3, department: '市场部' } as const
  const { id: ticketId } = await accepted(tickets.open({ ...wish, noteIds: notes }, nobody))
  const claim = { action: 'claim', ownerName: '李工', remark: '我来' } as const
  await accepted(tickets.move({ ticketId, seenVersion: null, ...claim }, nobody))
  const told = async () => {
    const answer = await tickets.get({ ticketId }, nobody)
    if (!answer.ok) return answer.code
    const { ticket, quotes, events } = answer.value
    return { title: ticket.title, owner: ticket.ownerName, quotes, events }
  }
  const life = lifeChannelService(house.parts, makeSealing(house.parts, plainSealer, sealsHere), plainSealer)
  return {
    told,
    /** As the desk tells it: its notes say nothing any more. */
    sealed(place: number) {
      const [id, caseId] = [calls[place] ?? '', newId()]
      const note = { id: notes[place], kind: 'voice', text: VOICES[place], offsetMs: 0, removedAt: null, version: 1 }
      const seal = sealRow(id, caseId, at)
      const empty = noteOf(place, { text: NO_WORDS, removed_at: at, version: 2 })
      const kept = sealedRow(newId(), caseId, { ...put, notes: [note] })
      return { caseId, entries: [caseRow(caseId, { session_id: sessionId, call_id: id }), seal, empty, kept] }
    },
    over: { table: 'session', handedOver: sessionId } as const,
    says: (caseId: string, what: 'dismissed' | 'restored') =>
      accepted(
        life.reconsider(
          { actId: newId(), caseId, sessionId, verdict: what === 'restored' ? { what } : { what, reason: '按错' } },
          { personId: null, role: 'coordinator' },
        ),
      ),
  }
}

const ORDERS = [
  [0, 1],
  [1, 0],
  [0, 1, 2],
  [2, 1, 0],
  [1, 2, 0],
  [1, 0, 2],
]
test.each(
  ORDERS.flatMap((order) => [
    { order, lots: 'at once' },
    { order, lots: 'one by one' },
  ]),
)(
  'a ticket of calls that their desk tells sealed $lots, opened at the hub in the order $order, is as it was',
  async ({ order, lots }) => {
    const { told, sealed, over, says } = await quoted()
    const before = await told()
    const cases = order.toSorted().map((place) => sealed(place))
    if (lots === 'at once') await send(cases.flatMap(({ entries }) => entries))
    else for (const { entries } of cases) await send(entries)
    await send([over])
    const inOrder = order.map((place) => cases[place]?.caseId ?? '')
    for (const caseId of inOrder) await says(caseId, 'dismissed')
    expect(await told()).toEqual(before)
    for (const { caseId } of cases) await says(caseId, 'restored')
    for (const caseId of inOrder) await says(caseId, 'dismissed')
    expect(await told()).toEqual(before)
  },
)
