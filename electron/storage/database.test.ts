import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { afterCommit, inTransaction, MOST_PREPARED, statement, type WritableDb } from './database.ts'

let db: WritableDb
let done: string[]
beforeEach(() => {
  db = new Database(':memory:') as WritableDb
  db.exec('CREATE TABLE line (text TEXT)')
  done = []
})
afterEach(() => db.close())

/** A row, and an effect after it is stored. */
const write = (text: string) => {
  statement(db, 'INSERT INTO line (text) VALUES (?)').run(text)
  afterCommit(db, () => done.push(text))
}
const lines = () => statement(db, 'SELECT text FROM line').pluck().all()
const failing = (work: () => void) => () =>
  inTransaction(db, () => {
    work()
    throw new Error('refused by a trigger')
  })

test('effects of a transaction come after it, in their order, and of none that failed', () => {
  inTransaction(db, () => {
    write('outer')
    inTransaction(db, () => write('inner'))
    expect(done).toEqual([])
  })
  expect(done).toEqual(['outer', 'inner'])
  expect(failing(() => write('lost'))).toThrow('refused')
  inTransaction(db, () => write('later'))
  expect([done, lines()]).toEqual([
    ['outer', 'inner', 'later'],
    ['outer', 'inner', 'later'],
  ])
})

test('a step that is taken back takes its own effects with it, not those of the transaction around it', () => {
  inTransaction(db, () => {
    write('before')
    expect(failing(() => write('lost'))).toThrow('refused')
    write('after')
  })
  expect([done, lines()]).toEqual([
    ['before', 'after'],
    ['before', 'after'],
  ])
})

test('however many texts are run, only so many stay prepared, and each still answers', () => {
  const fixed = statement(db, 'SELECT count(*) FROM line')
  expect(statement(db, 'SELECT count(*) FROM line')).toBe(fixed)
  for (let number = 1; number < MOST_PREPARED; number += 1) statement(db, `SELECT ${number}`)
  expect(statement(db, 'SELECT count(*) FROM line')).toBe(fixed)
  expect(statement(db, `SELECT ${MOST_PREPARED}`).pluck().get()).toBe(MOST_PREPARED)
  const again = statement(db, 'SELECT count(*) FROM line')
  expect(again).not.toBe(fixed)
  expect([again.pluck().get(), fixed.pluck().get()]).toEqual([0, 0])
})
