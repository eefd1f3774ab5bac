import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { searchService } from '../../electron/services/search/search.ts'
import { makeHubSearchIndex } from '../../electron/services/search/search-index.ts'
import { postgresEngine } from '../../electron/storage/engine/postgres.ts'
import { value } from '../../electron/storage/engine/query.ts'
import { connectionTo } from '../builders/connection.ts'
import { someoneListening } from '../builders/listening.ts'
import { accepted } from '../builders/outcomes.ts'
import { patience } from '../builders/patience.ts'
import { waitingHere } from '../builders/waiting-locks.ts'

let desk: Awaited<ReturnType<typeof someoneListening>>
let hubs: ReturnType<typeof aHub>[]
/** Hubs on one database, each with connections of its own. */
function aHub() {
  const engine = postgresEngine({ connectionString: desk.url, max: 4 })
  const parts = { ...desk.parts, engine }
  const index = makeHubSearchIndex(parts, { atOnce: 3 })
  const search = searchService(parts, index)
  return {
    index,
    voices: async (text: string) => (await accepted(search.everywhere({ text, limit: 5 }, desk.asker))).voices,
    close: () => {
      index.stop()
      return engine.close()
    },
  }
}
beforeEach(async () => {
  desk = await someoneListening()
  hubs = [aHub(), aHub()]
})
afterEach(async () => {
  await Promise.all(hubs.map((hub) => hub.close()))
  await desk.close()
})

const askBoth = (text: string) => Promise.all(hubs.map(async (hub) => (await hub.voices(text)).total))

test('two hubs that look at once take in every note once, and a note as it stands now', async () => {
  const [note] = [await desk.aNote('没人管我')]
  for (let more = 0; more < 8; more += 1) await desk.aNote('没人管')
  await desk.notes.edit(
    { noteId: note.id, seenVersion: null, kind: 'voice', text: '有人管了', issueTypeId: null },
    desk.asker,
  )
  await askBoth('没人')
  expect(await askBoth('没人')).toEqual([8, 8])
  expect(await askBoth('有人')).toEqual([1, 1])
  expect(await desk.engine.read(() => value<number>('SELECT count(*) AS value FROM note_search'))).toBe(9)
})

test('while one hub takes notes in another waits with that, and a note is laid down all the same', async () => {
  const [hub] = hubs
  await desk.aNote('没人管')
  const client = await connectionTo(desk.url)
  try {
    await client.query('BEGIN')
    await client.query('LOCK TABLE note_to_search IN SHARE UPDATE EXCLUSIVE MODE')
    const found = hub?.voices('没人')
    await vi.waitFor(async () => {
      expect(await desk.engine.read(waitingHere)).toBe(1)
    }, patience)
    await desk.aNote('没人接')
    await client.query('COMMIT')
    expect((await found)?.total).toBe(2)
  } finally {
    await client.end()
  }
})

test('what was heard lately comes first, and what was heard long ago is found behind it', async () => {
  const [hub] = hubs
  const long = [await desk.aNote('没人管，第一次'), await desk.aNote('没人管，第二次')]
  await desk.engine.transact(() => value(`SELECT setval('note_rowid_seq', 40000) AS value`))
  const late = await desk.aNote('没人接')
  const ids = async (text: string) => (await hub?.voices(text))?.hits.map((hit) => hit.note.id)
  expect(await ids('没人')).toEqual([late.id, long[1]?.id, long[0]?.id])
  expect(await ids('没人管')).toEqual([long[1]?.id, long[0]?.id])
})
