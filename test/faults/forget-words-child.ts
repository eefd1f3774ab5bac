import { deskWords } from '../../electron/services/retention/desk-words.ts'
import { sqliteEngine } from '../../electron/storage/engine/sqlite.ts'
import { openForWriting } from '../../electron/storage/open.ts'
import { makeJournal } from '../../electron/storage/team/journal-tables.ts'
import { aClock, someParts } from '../builders/parts.ts'

/** Deletes what is due in this database, or (`member`) lets go of what its hub deleted, as a start of the program does, and is gone, as by `kill -9`, at the row that is named; with none it comes to its end. */
const [databasePath = '', dataFolder = '', at = '0', as = 'alone'] = process.argv.slice(2)
const isMember = as === 'member'
const db = openForWriting(databasePath)
let rows = 0
db.function('is_deleted', () => {
  rows += 1
  if (rows === Number(at)) process.kill(process.pid, 'SIGKILL')
  return rows
})
for (const table of ['note', 'note_event', 'searched_note', 'words_gone'])
  db.exec(
    `CREATE TEMP TRIGGER told_${table} AFTER ${table === 'words_gone' ? 'INSERT' : 'DELETE'} ON main.${table} BEGIN SELECT is_deleted(); END`,
  )
if (isMember)
  makeJournal(
    db,
    () => '2026-11-27T01:00:00.000Z',
    () => {},
  )
const { parts, close } = someParts({
  ...{ db, engine: sqliteEngine(db), databasePath, dataFolder, clock: aClock('2026-11-27T01:00:00.000Z') },
  log: { info: () => {}, warn: console.error, error: console.error },
})
const words = deskWords(parts, { isMember })
await words.run()
await words.stop()
close()
