import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { type PoolClient, type PoolConfig, types } from 'pg'
import { openConnections, PATIENCE } from './connections.ts'
import { type Engine, GoneMeanwhile } from './engine.ts'
import { postgresText } from './postgres-text.ts'
import type { Ask, Query } from './query.ts'

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
  within<T>(work: () => Promise<T>): Promise<T>
  /** Resolves when every connection is closed. */
  close(): Promise<void>
}

/** A transaction that goes on, and the connection that is its own. */
interface Ongoing {
  readonly client: PoolClient
  readonly effects: (() => void)[]
  /** Settles when the connection has nothing more to do. */
  last: Promise<unknown>
  /** Why it has to be run anew, even where the work itself passed over that. */
  inTheWay: Error | null
  isOver: boolean
}

const BEGIN_READING = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY'
const BEGIN = 'BEGIN ISOLATION LEVEL READ COMMITTED'

/**
 * A company's database as an engine. A transaction reads what is committed at each of its texts and holds what it decides on
 * by the row locks its texts ask for; one that PostgreSQL ended for another's sake is run anew, and one whose obstacle is gone.
 */
export function postgresEngine(config: PoolConfig, patience = PATIENCE): PostgresEngine {
  const connections = openConnections({ ...config, types: { getTypeParser } }, patience)
  const around = new AsyncLocalStorage<Ongoing>()
  /** What was begun inside and left behind may ask when all is over; it then asks for itself. */
  const ongoing = (): Ongoing | null => {
    const one = around.getStore()
    return one === undefined || one.isOver ? null : one
  }
  return {
    read(query) {
      const one = ongoing()
      if (one !== null) return inTurn(one, () => runOn(one.client, query(), one.effects))
      return connections.inOne(BEGIN_READING, (client, effects) => runOn(client, query(), effects))
    },
    transact(query) {
      const one = ongoing()
      if (one !== null) return inTurn(one, () => inStep(one.client, query(), one.effects))
      return untilDone(() => connections.inOne(BEGIN, (client, effects) => runOn(client, query(), effects)))
    },
    within(work) {
      if (ongoing() !== null) return work()
      return untilDone(() =>
        connections.inOne(BEGIN, async (client, effects) => {
          const one: Ongoing = { client, effects, last: Promise.resolve(), inTheWay: null, isOver: false }
          const [done] = await Promise.allSettled([around.run(one, work)])
          one.isOver = true
          await one.last
          if (one.inTheWay !== null) throw one.inTheWay
          if (done.status === 'rejected') throw done.reason
          return done.value
        }),
      )
    },
    close: connections.close,
  }
}

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

async function runOn<T>(client: PoolClient, query: Query<T>, effects: (() => void)[]): Promise<T> {
  let next = query.next()
  while (!next.done) {
    let answer: unknown
    try {
      answer = await answerTo(client, next.value, effects)
    } catch (error) {
      next = query.throw(error)
      continue
    }
    next = query.next(answer)
  }
  return next.value
}

async function answerTo(client: PoolClient, ask: Ask, effects: (() => void)[]): Promise<unknown> {
  switch (ask.kind) {
    case 'rows': {
      const text = postgresText(ask.sql, ask.parameters)
      return text === null ? [] : (await client.query(text)).rows
    }
    case 'write': {
      const text = postgresText(ask.sql, ask.parameters)
      return text === null ? 0 : ((await client.query(text)).rowCount ?? 0)
    }
    case 'afterwards':
      return void effects.push(ask.effect)
    case 'step':
      return inStep(client, ask.work, effects)
  }
}

async function inStep<T>(client: PoolClient, work: Query<T>, effects: (() => void)[]): Promise<T> {
  const earlier = effects.length
  await client.query('SAVEPOINT step')
  try {
    const done = await runOn(client, work, effects)
    await client.query('RELEASE SAVEPOINT step')
    return done
  } catch (error) {
    effects.splice(earlier)
    await client.query('ROLLBACK TO SAVEPOINT step; RELEASE SAVEPOINT step')
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
