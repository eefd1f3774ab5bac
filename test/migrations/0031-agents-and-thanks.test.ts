import { expect, test } from 'vitest'
import { openForWriting } from '../../electron/storage/open.ts'
import { aDatabaseOfVersion } from '../builders/databases.ts'

test('nobody is named and nothing collected at first; two agents of one day share no pseudonym', () => {
  const before = aDatabaseOfVersion(30, () => {})
  const db = openForWriting(before.path)
  for (const table of ['agent_key', 'agent', 'call_agent', 'thanks', 'thanks_page', 'thanks_handed'])
    expect(db.prepare(`SELECT * FROM ${table}`).all()).toEqual([])
  const insert = db.prepare('INSERT INTO agent (id, day, place) VALUES (?, ?, ?)')
  insert.run('a', '2026-09-18', 7)
  insert.run('b', '2026-09-19', 7)
  expect(() => insert.run('c', '2026-09-18', 7)).toThrow('UNIQUE')
  db.close()
  before.remove()
})
