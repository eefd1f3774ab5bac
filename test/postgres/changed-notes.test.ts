import { Buffer } from 'node:buffer'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { write } from '../../electron/storage/engine/query.ts'
import { notesChangedSince } from '../../electron/storage/hub/changed-since.ts'
import { insertDesk } from '../../electron/storage/hub/desks.ts'
import type { ChangedNote } from '../../shared/contract/team/arrivals.ts'
import { anOpenRoom, shanghai } from '../builders/seats.ts'

let house: Awaited<ReturnType<typeof anOpenRoom>>
beforeEach(async () => {
  house = await anOpenRoom()
})
afterEach(() => house.close())

const at = shanghai('09:00')
const later = shanghai('10:00')

/** Notes of a session that its desk gave to the hub, each changed there so often, by so much. */
async function changedHere(changes: readonly number[], letters: number) {
  const personId = await house.aPerson('东窗')
  const ids = changes.map((_, index) => `0193-${index}`)
  await house.engine.transact(function* () {
    yield* insertDesk({ id: 'east', personId, name: 'east', tokenHash: 'east', madeAt: at })
    const session = `INSERT INTO session (id, purpose, started_at, ended_at, desk_id, handed_over_at) VALUES ('s', 'listen', :at, :at, 'east', :at)`
    yield* write(session, { at })
    yield* write(`INSERT INTO call (id, session_id, number, started_at, session_ms) VALUES ('c', 's', 1, :at, 0)`, {
      at,
    })
    for (const [index, id] of ids.entries()) {
      const note = `INSERT INTO note (id, call_id, kind, text, offset_ms, created_at, version) VALUES (:id, 'c', 'voice', '话', 0, :at, 1)`
      yield* write(note, { id, at })
      for (let change = 0; change < (changes[index] ?? 0); change += 1)
        yield* write(
          `INSERT INTO note_event (id, note_id, call_id, at, what, before_json) VALUES (:event, :id, 'c', :later, 'edited', :before)`,
          { event: `${id}-${change}`, id, later, before: JSON.stringify({ text: '长'.repeat(letters) }) },
        )
    }
  })
  return ids
}

test('notes with long histories are told a megabyte at a time at most, or one by one, and all of them in the end', async () => {
  // Three hundred kilobytes each, and one of three megabytes.
  const ids = await changedHere([10, 10, 100, 10, 10, 10, 10], 10_000)
  const lots: ChangedNote[][] = []
  for (let after = ''; ; after = lots.at(-1)?.at(-1)?.noteId ?? after) {
    const lot = await house.engine.read(() => notesChangedSince('east', after))
    if (lot.length === 0) break
    lots.push(lot)
  }
  expect(lots.flat().map(({ noteId }) => noteId)).toEqual(ids)
  expect(lots.flat().map(({ events }) => events.length)).toEqual([10, 10, 100, 10, 10, 10, 10])
  const tooLong = lots.filter((lot) => lot.length > 1 && Buffer.byteLength(JSON.stringify(lot)) > 1_000_000)
  expect(tooLong).toEqual([])
  expect(lots.length).toBeLessThan(ids.length)
})
