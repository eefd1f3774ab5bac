import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lossAgainst } from '../../../electron/storage/file/loss.ts'
import { heardRows as forms } from '../../../electron/storage/hub/heard-rows.ts'
import { openForReading } from '../../../electron/storage/open.ts'
import { makeBroughtTables } from '../../../electron/storage/team/brought.ts'
import { bringBackSession } from '../../../electron/storage/team/brought-back.ts'
import { bringBackHalfDone } from '../../../electron/storage/team/half-done-back.ts'
import { halfDoneForMember, sessionForHub } from '../../../electron/storage/team/held-rows.ts'
import { nextWaiting } from '../../../electron/storage/team/journal.ts'
import { makeJournal } from '../../../electron/storage/team/journal-tables.ts'
import { tablesOfWords, wordsOfCalls } from '../../../electron/storage/words-of-calls.ts'
import { heardTables } from '../../../electron/team/wire.ts'
import { aFolder } from '../../builders/console.ts'
import { someoneListening } from '../../builders/listening.ts'
import { accepted } from '../../builders/outcomes.ts'
import { anOpenRoom } from '../../builders/seats.ts'
import { heardHere, markOf, placesOf, whereTheyStand, wordsEverywhere } from '../../builders/words-everywhere.ts'

// Whether what goes up, along and home, and what is said of a copy, knows every column that carries words of a call.

let desk: Awaited<ReturnType<typeof someoneListening>>
beforeEach(async () => {
  desk = await someoneListening()
})
afterEach(() => desk.close())

const [heard, halfDone] = [tablesOfWords('heard'), tablesOfWords('half_done')]
const says = (say = markOf) => {
  const { newId } = desk.clock
  return desk.engine.transact(() => wordsEverywhere(heardHere(), { callId: desk.call.id, newId }, say))
}
const end = () => accepted(desk.sessions.end({ sessionId: desk.session.id }, desk.asker))
/** Of these columns those whose words are in it. */
const saidIn = (told: unknown, places: readonly string[]) => {
  const text = JSON.stringify(told)
  return places.filter((place) => text.includes(markOf(place)))
}
const everybody = { person: (id: string) => id, type: (id: string) => id }

test('all that is heard goes up, in a form that the hub takes, and nothing that is half done', async () => {
  makeJournal(desk.db, desk.clock.now, () => {})
  await says()
  const { waiting } = nextWaiting(desk.db, 0, [], 1_000)
  const entries = waiting.map(({ entry }) => entry)
  expect(saidIn(entries, placesOf(heard))).toEqual(placesOf(heard))
  expect(saidIn(entries, placesOf(halfDone))).toEqual([])
  expect(heard.filter((table) => !(heardTables as readonly string[]).includes(table))).toEqual([])
  for (const table of heard)
    expect(Object.keys(forms[table].shape)).toEqual(expect.arrayContaining([...wordsOfCalls[table].columns]))
})

test('a session that comes along to a hub brings all that is heard there, and what is half done to the desk itself', async () => {
  await end()
  await says()
  const along = () => sessionForHub(desk.db, desk.session.id, everybody)
  const here = () => halfDoneForMember(desk.db, desk.session.id, everybody)
  expect(saidIn(along(), placesOf(heard))).toEqual(placesOf(heard))
  expect(saidIn(along(), placesOf(halfDone))).toEqual([])
  expect(saidIn(here(), placesOf(halfDone))).toEqual(placesOf(halfDone))
})

test.each(['sessionForHub', 'halfDoneForMember'] as const)('nothing comes along unmasked (%s)', async (which) => {
  await end()
  await says((place) => `打13812345678 找${place}`)
  const told = { sessionForHub, halfDoneForMember }[which](desk.db, desk.session.id, everybody)
  expect(JSON.stringify(told)).toContain('138')
  expect(JSON.stringify(told)).not.toContain('13812345678')
})

test('a desk that leaves its hub takes all of it home', async () => {
  await end()
  await says()
  const alone = await anOpenRoom()
  makeBroughtTables(desk.db)
  bringBackSession(desk.db, alone.db, desk.session.id)
  bringBackHalfDone(desk.db, alone.db, desk.session.id)
  const found = await alone.engine.read(() => whereTheyStand(heardHere()))
  expect(Object.entries(found).filter(([, tables]) => tables.length === 0)).toEqual([])
  expect(Object.keys(found)).toEqual([...placesOf(heardHere())])
  await alone.close()
})

/** Of which a copy that lacks them says nothing by themselves. */
const NOT_COUNTED: Readonly<Record<string, string>> = {
  call: 'a reference is named with its call, which is of a session that is counted',
  note_event: 'what a note said before goes with what it says now, which is counted as changed',
}

test.each([...heard, ...halfDone])('going back to a copy says that words of %s are lost', async (table) => {
  await says()
  const folder = aFolder()
  const copy = join(folder.path, 'copy.db')
  desk.db.prepare('VACUUM INTO ?').run(copy)
  const older = new Database(copy)
  older.pragma('foreign_keys = OFF')
  older.exec(table === 'call' ? 'UPDATE call SET reference = NULL' : `DELETE FROM ${table}`)
  older.close()
  const db = openForReading(desk.parts.databasePath)
  const counted = Object.values(lossAgainst(db, copy).counts).reduce((sum, count) => sum + count, 0)
  db.close()
  folder.remove()
  expect(counted).toBe(NOT_COUNTED[table] === undefined ? 1 : 0)
})
