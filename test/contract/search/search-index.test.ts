import { afterEach, beforeEach, expect, test } from 'vitest'
import { searchService } from '../../../electron/services/search/search.ts'
import { makeSearchIndex, type SearchIndex } from '../../../electron/services/search/search-index.ts'
import { changeCount } from '../../../electron/storage/file/backup.ts'
import type { Findings } from '../../../shared/contract/search/search.ts'
import { someoneListening } from '../../builders/listening.ts'
import { accepted } from '../../builders/outcomes.ts'
import { patience } from '../../builders/patience.ts'

let desk: Awaited<ReturnType<typeof someoneListening>>
let index: SearchIndex
beforeEach(async () => {
  desk = await someoneListening()
  index = makeSearchIndex(desk.parts)
})
afterEach(() => {
  index.stop()
  return desk.close()
})

const find = (text: string): Promise<Findings> =>
  accepted(searchService(desk.parts, index).everywhere({ text, limit: 5 }, desk.asker))

test('saving a note writes nothing for the search, and a search makes no copy of the database due', async () => {
  const rows = (table: string) => desk.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()
  await desk.aNote('没人管我')
  expect([rows('searched_note'), rows('note_search')]).toEqual([0, 0])
  const before = changeCount(desk.db)
  await find('没人')
  expect([rows('searched_note'), rows('note_search')]).toEqual([1, 1])
  expect(changeCount(desk.db)).toBe(before)
})

test('an index whose events were numbered anew is made again', async () => {
  await desk.aNote('没人管我')
  await find('没人')
  desk.db.exec("UPDATE note_search_mark SET event_id = 'another'; DELETE FROM note_search")
  expect((await find('没人')).voices.total).toBe(1)
})

test('a backlog longer than one stride is taken in whole before the answer', async () => {
  for (let note = 0; note < 230; note += 1) await desk.aNote('没人管我')
  expect((await find('没人')).voices.total).toBe(200)
  expect(desk.db.prepare('SELECT count(*) FROM searched_note').pluck().get()).toBe(230)
})

test('a backlog of thousands does not keep a search waiting: it shows what is there and says that more will come', async () => {
  for (let note = 0; note < 12; note += 1) await desk.aNote('没人管我')
  index.stop()
  index = makeSearchIndex(desk.parts, 2)
  const first = await find('没人')
  expect([first.isIndexing, first.voices.total]).toEqual([true, 10])
  await expect.poll(async () => (await find('没人')).isIndexing, patience).toBe(false)
  expect((await find('没人')).voices.total).toBe(12)
})
