import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { types } from 'pg'
import { behind, openConnections, PATIENCE, type Transaction } from './connections.ts'
import { type Engine, GoneMeanwhile } from './engine.ts'
import { postgresText } from './postgres-text.ts'
import type { Ask, Query } from './query.ts'
import { answerOf, unlessRefused } from './refused.ts'
import type { ServersConfig } from './servers.ts'

/** Two transactions stood in each other's way, and PostgreSQL ended one of them: it did nothing, and may be run anew. */
const IN_EACH_OTHERS_WAY = new Set(['40001', '40P01'])

const MOST_RUNS = 10

export interface PostgresEngine extends Engine {
  read<T>(query: () => Query<T>): Promise<T>
  transact<T>(query: () => Query<T>): Promise<T>
  /**
   * Runs work that asks this engine any number of times as one transaction: each `transact` inside is a step of it, each `read` sees
   * what was written before it, and all effects wait for its end. What is asked at the same time inside is done one after the other. The work
   * may be run anew from its beginning, as a query may.
   */
  within<T>(work: (whole: Whole) => Promise<T>): Promise<T>
  /** Resolves when every connection is closed. */
  close(): Promise<void>
}

/** The transaction around work that asks any number of times. */
export interface Whole {
  /** Asks in no step of its own: what throws here is the end of all. */
  ask<T>(query: () => Query<T>): Promise<T>
  /** Nothing of it is to be done, whatever the work comes to. */
  takeBack(): void
}

/** A transaction that goes on, and the connection that is its own. */
interface Ongoing {
  readonly transaction: Transaction
  /** Settles when the connection has nothing more to do. */
  last: Promise<unknown>
  /** Why it has to be run anew, even where the work itself passed over that. */
  inTheWay: Error | null
  isOver: boolean
}

/**
 * A company's database as an engine. A transaction reads what is committed at each of its texts and holds what it decides on
 * by the row locks its texts ask for; one that PostgreSQL ended for another's sake is run anew, and one whose obstacle is gone.
 */
export function postgresEngine(config: ServersConfig, patience = PATIENCE): PostgresEngine {
  const connections = openConnections({ ...config, types: { getTypeParser } }, patience)
  const around = new AsyncLocalStorage<Ongoing>()
  /** What was begun inside and left behind may ask when all is over; it then asks for itself. */
  const ongoing = (): Ongoing | null => {
    const one = around.getStore()
    return one === undefined || one.isOver ? null : one
  }
  const within = <T>(work: (whole: Whole) => Promise<T>): Promise<T> => {
    const earlier = ongoing()
    if (earlier !== null) return work(wholeOf(earlier))
    return untilDone(() =>
      connections.writing(async (transaction) => {
        const one: Ongoing = { transaction, last: Promise.resolve(), inTheWay: null, isOver: false }
        const [done] = await Promise.allSettled([around.run(one, () => work(wholeOf(one)))])
        one.isOver = true
        await one.last
        if (one.inTheWay !== null) throw one.inTheWay
        if (done.status === 'rejected') throw done.reason
        return done.value
      }),
    )
  }
  const read = <T>(query: () => Query<T>): Promise<T> => {
    const one = ongoing()
    if (one !== null) return inTurn(one, () => runOn(one.transaction, query()))
    return connections.reading((transaction) => runOn(transaction, query()))
  }
  return {
    read,
    // Others have their turn while an answer is on its way.
    readInTurns: read,
    transact(query) {
      const one = ongoing()
      const done =
        one !== null
          ? inTurn(one, () => inStep(one.transaction, unlessRefused(query())))
          : untilDone(() => connections.writing((transaction) => runOn(transaction, unlessRefused(query()))))
      return done.catch(answerOf<Awaited<typeof done>>)
    },
    within,
    close: connections.close,
  }
}

const wholeOf = (one: Ongoing): Whole => ({
  ask: (query) => inTurn(one, () => runOn(one.transaction, query())),
  takeBack: () => {
    one.transaction.isTakenBack = true
  },
})

async function untilDone<T>(once: () => Promise<T>): Promise<T> {
  for (let runs = 1; ; runs += 1) {
    try {
      return await once()
    } catch (error) {
      if (runs === MOST_RUNS || !isInTheWay(error)) throw error
      // Not at once and not both at the same moment, else they meet again.
      await wait(Math.random() * 10 * runs)
    }
  }
}

const isInTheWay = (error: unknown): error is Error =>
  error instanceof GoneMeanwhile ||
  (error instanceof Error && 'code' in error && IN_EACH_OTHERS_WAY.has(String(error.code)))

/** After whatever the connection does now: steps of two that are asked for at once would lie across each other. */
function inTurn<T>(one: Ongoing, work: () => Promise<T>): Promise<T> {
  const done = one.last.then(work)
  one.last = done.catch((error: unknown) => {
    if (isInTheWay(error)) one.inTheWay ??= error
  })
  return done
}

async function runOn<T>(transaction: Transaction, query: Query<T>): Promise<T> {
  let next = query.next()
  while (!next.done) {
    let answer: unknown
    try {
      answer = await answerTo(transaction, next.value)
    } catch (error) {
      next = query.throw(error)
      continue
    }
    next = query.next(answer)
  }
  return next.value
}

async function answerTo(transaction: Transaction, ask: Ask): Promise<unknown> {
  switch (ask.kind) {
    case 'rows':
      return (await answered(transaction, ask))?.rows ?? []
    case 'write':
      return (await answered(transaction, ask))?.rowCount ?? 0
    case 'together':
      return together(ask.asks.map((one) => answerTo(transaction, one)))
    case 'afterwards':
      return void transaction.effects.push(ask.effect)
    case 'step':
      return inStep(transaction, ask.work)
  }
}

/**
 * Null where there is nothing to ask. What is asked while others may wait for what is held is kept prepared: to plan it took the server longer than to do it. What only
 * reads is planned each time, by what it asks for.
 */
async function answered({ client, isReading }: Transaction, { sql, parameters }: Extract<Ask, { sql: unknown }>) {
  const asked = postgresText(sql, parameters)
  if (asked === null) return null
  const { name, text, values } = asked
  return client.query<object>(isReading || name === undefined ? { text, values } : { name, text, values })
}

/** All are answered before the first that went wrong is told: the others only met what came of it. */
async function together(answers: readonly Promise<unknown>[]): Promise<unknown[]> {
  const settled = await Promise.allSettled(answers)
  return settled.map((answer) => {
    if (answer.status === 'rejected') throw answer.reason
    return answer.value
  })
}

async function inStep<T>(transaction: Transaction, work: Query<T>): Promise<T> {
  const { client, effects } = transaction
  const earlier = effects.length
  // Where the end of a step comes to nothing, whatever is asked next fails, and the commit.
  const end = (text: string) => void client.query(text).catch(() => {})
  try {
    const done = await behind(client.query('SAVEPOINT step'), () => runOn(transaction, work))
    end('RELEASE SAVEPOINT step')
    return done
  } catch (error) {
    effects.splice(earlier)
    end('ROLLBACK TO SAVEPOINT step; RELEASE SAVEPOINT step')
    throw error
  }
}

/** What SQLite gives: numbers for whole numbers, for sums of them (numeric there) and for true and false, texts for JSON. */
function getTypeParser(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
  if (oid === types.builtins.INT8 || oid === types.builtins.NUMERIC) return Number
  if (oid === types.builtins.BOOL) return (value) => (value === 't' ? 1 : 0)
  if (oid === types.builtins.JSON || oid === types.builtins.JSONB) return (value) => value
  return types.getTypeParser(oid, format as 'text')
}
