import { setImmediate as nextTurn } from 'node:timers/promises'
import { afterCommit, inTransaction, onOneState, type ReadableDb, statement, type WritableDb } from '../database.ts'
import type { Engine } from './engine.ts'
import type { Ask, Asked, Query } from './query.ts'
import { answerOf, unlessRefused } from './refused.ts'

/** The desk's own file as an engine: answers without a pause, so that nothing else of this process comes between. */
export function sqliteEngine(db: WritableDb) {
  return {
    read: (query) => onOneState(db, () => runOn(db, query())),
    readInTurns: (query) => runInTurns(db, query()),
    transact: (query) => {
      try {
        return inTransaction(db, () => runOn(db, unlessRefused(query())))
      } catch (error) {
        return answerOf(error)
      }
    },
  } satisfies Engine
}

/** Runs a query on this connection at once, within the transaction that may be open on it. */
export function runOn<T>(db: ReadableDb, query: Query<T>): T {
  let next = query.next()
  while (!next.done) {
    let answer: unknown
    try {
      answer = answerTo(db, next.value)
    } catch (error) {
      next = query.throw(error)
      continue
    }
    next = query.next(answer)
  }
  return next.value
}

/** The same with a pause after each answer, in which whatever came in meanwhile is done. In no transaction: a write of others would become part of it. */
async function runInTurns<T>(db: ReadableDb, query: Query<T>): Promise<T> {
  let next = query.next()
  while (!next.done) {
    let answer: unknown
    try {
      answer = answerTo(db, next.value)
    } catch (error) {
      next = query.throw(error)
      continue
    }
    await nextTurn()
    next = query.next(answer)
  }
  return next.value
}

function answerTo(db: ReadableDb, ask: Ask): unknown {
  switch (ask.kind) {
    case 'rows': {
      const text = textOf(ask.sql)
      return text === null ? [] : statement(db, text).all(ask.parameters)
    }
    case 'write': {
      const text = textOf(ask.sql)
      return text === null ? 0 : statement(db, text).run(ask.parameters).changes
    }
    case 'together':
      return ask.asks.map((one) => answerTo(db, one))
    case 'afterwards':
      return afterCommit(db as WritableDb, ask.effect)
    case 'step':
      return inTransaction(db as WritableDb, () => runOn(db, ask.work))
  }
}

const textOf = (sql: Asked): string | null => (typeof sql === 'string' ? sql : sql.sqlite)
