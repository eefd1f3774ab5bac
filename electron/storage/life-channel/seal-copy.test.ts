import { join } from 'node:path'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aFolder } from '../../../test/builders/console.ts'
import { layEmptyDatabase } from '../../../test/builders/empty-database.ts'
import type { WritableDb } from '../database.ts'
import { writeCopy } from '../file/backup.ts'
import { checkpoint } from '../file/checkpoint.ts'
import { openForReading, openForWriting } from '../open.ts'
import { sealCopy } from './seal-copy.ts'

let folder: ReturnType<typeof aFolder>
let db: WritableDb
let from: string
let copy: string
let unfinished: string
/** A copy says what was put away since. */
beforeEach(() => {
  folder = aFolder()
  const at = "'2026-09-18T01:00:00.000Z'"
  from = join(folder.path, 'earshot.db')
  copy = join(folder.path, 'copy.db')
  unfinished = `${copy}.unfinished`
  layEmptyDatabase(from)
  db = openForWriting(from)
  db.exec(`INSERT INTO session (id, purpose, started_at, ended_at) VALUES ('session', 'listen', ${at}, ${at});
    INSERT INTO call (id, session_id, number, started_at, ended_at) VALUES ('call', 'session', 1, ${at}, ${at});
    INSERT INTO note (id, call_id, kind, text, offset_ms, created_at) VALUES ('note', 'call', 'voice', '紫檀木匣子', 1000, ${at})`)
  writeCopy(db, copy)
  db.exec(`INSERT INTO life_case (id, session_id, call_id, origin, raised_at) VALUES ('case', 'session', 'call', 'key', ${at});
    INSERT INTO life_sealed (id, case_id, at, what, is_encrypted, payload) VALUES ('sealed', 'case', ${at}, 'call', 1, '锁住的');
    INSERT INTO sealed_call (call_id, case_id, sealed_at, emptied_at) VALUES ('call', 'case', ${at}, ${at});
    UPDATE note SET text = '—'`)
})
afterEach(() => {
  db.close()
  folder.remove()
})

test('while a copy is made anew the log of the open database is emptied, and what is opened again there is sealed in the copy as of one moment', () => {
  const emptied: string[] = []
  const newId = () => {
    db.exec(`DELETE FROM sealed_call; DELETE FROM life_sealed; UPDATE note SET text = '紫檀木匣子'`)
    emptied.push(checkpoint(db, 'TRUNCATE'))
    return v7()
  }
  expect(sealCopy({ from, keysBefore: null }, copy, unfinished, newId)).toBe('made')
  expect(new Set(emptied)).toEqual(new Set(['done']))
  const made = openForReading(unfinished)
  expect(made.prepare('SELECT text FROM note').pluck().all()).toEqual(['—'])
  expect(made.prepare('SELECT payload FROM life_sealed').pluck().all()).toEqual(['锁住的'])
  made.close()
})
