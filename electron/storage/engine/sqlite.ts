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
  while (!next.done) next = goOn(db, query, next.value)
  return next.value
}

/** The same with a pause before each answer, in which whatever came in meanwhile is done. In no transaction: a write of others would become part of it. */
async function runInTurns<T>(db: ReadableDb, query: Query<T>): Promise<T> {
  let next = query.next()
  while (!next.done) {
    await nextTurn()
    next = goOn(db, query, next.value)
  }
  return next.value
}

/** Answers what a query asks, or tells it that this failed, and runs it to what it asks next. */
function goOn<T>(db: ReadableDb, query: Query<T>, asked: Ask): ReturnType<Query<T>['next']> {
  let answer: unknown
  try {
    answer = answerTo(db, asked)
  } catch (error) {
    return query.throw(error)
  }
  return query.next(answer)
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
