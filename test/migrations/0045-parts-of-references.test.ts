import { expect, test } from 'vitest'
import { openForWriting } from '../../electron/storage/open.ts'
import { aDatabaseOfVersion } from '../builders/databases.ts'

const insertCall = (id: number, reference: string | null) =>
  `INSERT INTO call (id, session_id, number, reference, started_at, ended_at, session_ms)
    VALUES ('${id}', 's', ${id}, ${reference === null ? 'NULL' : `'${reference}'`}, 't', 't', 0)`

test('references of calls that were there and of those that come are found by three signs, as long as some call has them', () => {
  const before = aDatabaseOfVersion(44, (db) => {
    db.pragma('foreign_keys = OFF')
    db.exec([insertCall(1, 'CC-7255-0911'), insertCall(2, 'CC-7255-0911'), insertCall(3, null)].join(';'))
    db.exec(`INSERT INTO session (id, purpose, started_at, ended_at) VALUES ('s', 'listen', 't', 't')`)
  })
  const db = openForWriting(before.path)
  const found = (part: string) =>
    db.prepare('SELECT reference FROM reference_search WHERE reference_search MATCH ?').pluck().all(`"${part}"`)
  const list = () => db.prepare('SELECT reference FROM searched_reference ORDER BY number').pluck().all()
  expect([found('0911'), found('cc-7'), found('912')]).toEqual([['CC-7255-0911'], ['CC-7255-0911'], []])

  db.exec(insertCall(4, 'CC-7255-0912'))
  db.exec(insertCall(5, null))
  db.exec(`UPDATE call SET reference = 'CC-7255-0913' WHERE id IN ('1', '3', '5')`)
  expect(list()).toEqual(['CC-7255-0911', 'CC-7255-0912', 'CC-7255-0913'])
  db.exec(`UPDATE call SET reference = NULL WHERE id IN ('2', '1')`)
  db.exec(`DELETE FROM call WHERE id = '4'`)
  expect([found('0911'), found('0912'), list()]).toEqual([[], [], ['CC-7255-0913']])
  db.exec(`INSERT INTO reference_search (reference_search, rank) VALUES ('integrity-check', 1)`)
  db.close()
  before.remove()
})

test('the newest call has the highest number, and nothing is left of a reference that no call has any more', () => {
  const before = aDatabaseOfVersion(44, (db) => {
    db.pragma('foreign_keys = OFF')
    db.exec([insertCall(1, 'ZZ-1'), insertCall(2, 'MM-2'), insertCall(3, 'AA-3'), insertCall(4, 'MM-2')].join(';'))
    db.exec(`INSERT INTO session (id, purpose, started_at, ended_at) VALUES ('s', 'listen', 't', 't')`)
  })
  const db = openForWriting(before.path)
  const list = () => db.prepare('SELECT reference FROM searched_reference ORDER BY number').pluck().all()
  expect(list()).toEqual(['ZZ-1', 'AA-3', 'MM-2'])

  const index = () =>
    Buffer.concat(db.prepare('SELECT block FROM reference_search_data').pluck().all() as Buffer[]).toString('latin1')
  db.exec(insertCall(5, 'QXZWV'))
  expect(index()).toContain('xzw')
  db.exec(`UPDATE call SET reference = NULL WHERE id = '5'`)
  expect(index()).not.toContain('xzw')
  db.exec(`UPDATE call SET reference = NULL WHERE id = '1'`)
  expect(index()).not.toContain('zz-')
  db.close()
  before.remove()
})
