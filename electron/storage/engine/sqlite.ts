import { setImmediate as nextTurn } from 'node:timers/promises'
import { afterCommit, inTransaction, onOneState, type ReadableDb, statement, type WritableDb } from '../database.ts'
import type { Engine } from './engine.ts'
import type { Ask, Asked, Parameters, Query } from './query.ts'
import { answerOf, unlessRefused } from './refused.ts'

/** Another connection to the same file, in a thread: whoever looks long there keeps nobody here. */
export interface Aside {
  /** In a smaller file no look is long, and a thread costs more than it saves. */
  readonly fromPages: number
  look(): AsideLook
}

export interface AsideLook {
  /** Null where it could not be answered there. */
  rows(sql: string, parameters: Parameters): Promise<unknown[] | null>
  end(): void
}

/** The desk's own file as an engine: answers without a pause, so that nothing else of this process comes between. `aside`: where long looks are answered. */
export function sqliteEngine(db: WritableDb, aside: Aside | null = null) {
  return {
    read: (query) => onOneState(db, () => runOn(db, query())),
    readInTurns: async (query) =>
      aside === null || pagesOf(db) < aside.fromPages ? runInTurns(db, query()) : runAside(db, query(), aside.look()),
    transact: (query) => {
      try {
        return inTransaction(db, () => runOn(db, unlessRefused(query())))
      } catch (error) {
        return answerOf(error)
      }
    },
  } satisfies Engine
}

const pagesOf = (db: ReadableDb): number => Number(db.pragma('page_count', { simple: true }))

/** Runs a query on this connection at once, within the transaction that may be open on it. */
export function runOn<T>(db: ReadableDb, query: Query<T>): T {
  let next = query.next()
  while (!next.done) next = goOn(db, query, next.value)
  return next.value
}

/** The same with a pause before each answer, in which whatever came in meanwhile is done. In no transaction: a write of others would become part of it. */
async function runInTurns<T>(db: ReadableDb, query: Query<T>): Promise<T> {
  return runAnswered(query, async function answered(ask): Promise<unknown> {
    if (ask.kind !== 'together') {
      await nextTurn()
      return answerTo(db, ask)
    }
    const answers: unknown[] = []
    for (const one of ask.asks) answers.push(await answered(one))
    return answers
  })
}

/** The same with each answer from elsewhere; what cannot be answered there is answered here. */
async function runAside<T>(db: ReadableDb, query: Query<T>, look: AsideLook): Promise<T> {
  const answered = async (ask: Ask): Promise<unknown> => {
    if (ask.kind === 'together') return Promise.all(ask.asks.map(answered))
    const text = ask.kind === 'rows' ? textOf(ask.sql) : null
    const found = ask.kind === 'rows' && text !== null ? await look.rows(text, ask.parameters) : null
    if (found !== null) return found
    // Answered here as it would be without a thread: others have their turn before.
    await nextTurn()
    return answerTo(db, ask)
  }
  try {
    return await runAnswered(query, answered)
  } finally {
    look.end()
  }
}

/** Runs a query whose answers come after a while. */
async function runAnswered<T>(query: Query<T>, answered: (ask: Ask) => Promise<unknown>): Promise<T> {
  let next = query.next()
  while (!next.done) {
    const answer = await answered(next.value).then(
      (told) => () => query.next(told),
      (error: unknown) => () => query.throw(error),
    )
    next = answer()
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
