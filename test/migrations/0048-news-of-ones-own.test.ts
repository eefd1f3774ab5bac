import { expect, test } from 'vitest'
import { openForWriting } from '../../electron/storage/open.ts'
import { ownNewsQueries } from '../../electron/storage/seats/own-news.ts'
import { aDatabaseOfVersion } from '../builders/databases.ts'

test('nobody is told of what ended before; of what ends from now on each person once', () => {
  const before = aDatabaseOfVersion(47, (db) => {
    db.exec(`INSERT INTO person (id, name, department, role) VALUES ('a', '王敏', '', 'listener')`)
  })
  const db = openForWriting(before.path)
  expect(db.prepare('SELECT * FROM own_news').all()).toEqual([])
  const tell = (personId: string) =>
    db.exec(`INSERT INTO own_news (person_id, kind, of_id, known, at, by_id)
      VALUES ('${personId}', 'wait', 'w', 'waiting', '2026-12-01T01:00:00.000Z', NULL)`)
  tell('a')
  expect(() => tell('a')).toThrow(/UNIQUE/)
  expect(() => tell('nobody')).toThrow(/FOREIGN KEY/)
  const asked = { personId: 'a', since: '2026-11-01T01:00:00.000Z' }
  expect(db.prepare(ownNewsQueries.ofPerson).all(asked)).toHaveLength(1)
  const plan = db.prepare(`EXPLAIN QUERY PLAN ${ownNewsQueries.ofPerson}`).all(asked)
  expect(plan.map((step) => (step as { detail: string }).detail).join()).toContain('SEARCH own_news USING PRIMARY KEY')
  db.close()
  before.remove()
})
