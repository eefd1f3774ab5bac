import { setImmediate as nextTurn } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { searchService } from '../../../electron/services/search/search.ts'
import type { SearchIndex } from '../../../electron/services/search/search-index.ts'
import { runOn } from '../../../electron/storage/engine/sqlite.ts'
import { lookingBack } from '../../../electron/storage/tickets/ticket-words.ts'
import { countedAsks } from '../../builders/counted-asks.ts'
import { isOnPostgres } from '../../builders/engine.ts'
import { someoneListening } from '../../builders/listening.ts'
import { accepted } from '../../builders/outcomes.ts'
import { searchIndexOf } from '../../builders/search-index.ts'

let desk: Awaited<ReturnType<typeof someoneListening>>
let index: SearchIndex
beforeEach(async () => {
  desk = await someoneListening()
  index = searchIndexOf(desk.parts)
})
afterEach(() => {
  index.stop()
  return desk.close()
})

/** The most questions between two turns of others, and how many turns they had, until this is answered. */
async function turnsDuring(asked: () => number, work: Promise<unknown>) {
  let isDone = false
  const done = work.then(() => {
    isDone = true
  })
  let turns = 0
  let mostBetween = 0
  while (!isDone) {
    await nextTurn()
    mostBetween = Math.max(mostBetween, asked())
    turns += 1
  }
  await done
  return { turns, mostBetween }
}

const counted = () => {
  const { engine, asked } = countedAsks(desk.parts.engine)
  return { parts: { ...desk.parts, engine }, asked }
}

test('whoever saves a note has a turn after each question that the box puts to the archive', async () => {
  await desk.aTicket({ title: '没人管', text: '没人管我，打了三次' })
  await accepted(searchService(desk.parts, index).everywhere({ text: '没人', limit: 5 }, desk.asker))
  const { parts, asked } = counted()
  const { everywhere } = searchService(parts, index)
  const box = await turnsDuring(asked, accepted(everywhere({ text: '没人', limit: 5 }, desk.asker)))
  expect(box.turns).toBeGreaterThan(10)
  // Who is called so, whose name sounds so, and the first question of the search itself.
  if (!isOnPostgres()) expect(box.mostBetween).toBeLessThanOrEqual(3)
})

test('and a note that is saved in the middle is there before the answer', async () => {
  await desk.aTicket({ title: '没人管', text: '没人管我，打了三次' })
  const order: string[] = []
  const { everywhere } = searchService(desk.parts, index)
  const found = accepted(everywhere({ text: '没人', limit: 5 }, desk.asker)).then(() => order.push('found'))
  await nextTurn()
  const saved = desk.aNote('还有一句').then(() => order.push('saved'))
  await Promise.all([found, saved])
  expect(order).toEqual(['saved', 'found'])
})

test.runIf(!isOnPostgres())(
  'tickets of a part that very many references hold are asked some at a time, each once',
  async () => {
    const references = ['CC-1', 'CC-2', 'DD-3', 'CC-4', 'CC-5', 'CC-6', 'DD-7']
    for (const reference of references) {
      const call = await accepted(desk.sessions.nextCall({ sessionId: desk.session.id, reference }, desk.asker))
      const note = await desk.aNote('少了一件', { callId: call.id })
      await accepted(desk.tickets.open(desk.openWish([note.id]), desk.asker))
    }
    const asked: unknown[] = []
    const heldFrom = lookingBack(new Map([['cc-', { asJson: '[]', isCommon: true }]]), references.length, 2)
    function* heard(from: number): ReturnType<typeof heldFrom> {
      const query = heldFrom(from)
      let next = query.next()
      while (next.done !== true) {
        if (next.value.kind === 'rows') asked.push(Object.values(next.value.parameters).slice(0, 2))
        next = query.next(yield next.value)
      }
      return next.value
    }
    const heldIn = (from: number) => JSON.parse(runOn(desk.parts.db, heard(from)).get('cc-')?.asJson ?? '')
    expect(heldIn(5)).toEqual([6, 5])
    expect(heldIn(0)).toEqual([6, 5, 4, 1, 2])
    expect(asked).toEqual([
      [6, 8],
      [5, 6],
      [3, 5],
      [1, 3],
      [0, 1],
    ])
  },
)
