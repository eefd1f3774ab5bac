import { Pool, type PoolClient } from 'pg'
import { Busy } from './engine.ts'
import { type Lateness, watchLateness } from './lateness.ts'
import { onAny, type Servers, type ServersConfig, serversOf } from './servers.ts'
import { type Patience, turns } from './turns.ts'

/** A thousand that take a millisecond or two each are soon done. */
export const PATIENCE: Patience = { most: 1_000, longestMs: 10_000 }

/** What `pg` says when it has waited for long enough: for a connection, for an answer. */
const IMPATIENT = /timeout expired|timeout exceeded|connection timeout|Query read timeout/

/** How often one is dialled for anew where this process itself was too late to hear that it was there. */
const MOST_DIALS = 3

const BEGIN_READING = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY'
const BEGIN = 'BEGIN ISOLATION LEVEL READ COMMITTED'

/** A transaction as the work in it knows it. */
export interface Transaction {
  readonly client: PoolClient
  readonly isReading: boolean
  /** What follows when it is committed. */
  readonly effects: (() => void)[]
  /** Set where nothing of it is to be done, though nothing went wrong. */
  isTakenBack: boolean
}

type Work<T> = (transaction: Transaction) => Promise<T>

/**
 * The connections with a database, each for one transaction at a time. What is asked on one is sent without waiting for the answers to what was
 * sent before it, and done in that order. `Busy`: the work did not come to its turn.
 */
export interface Connections {
  /** Work that only reads, on one moment of the database. */
  reading<T>(work: Work<T>): Promise<T>
  /** Work that sees at each text what is committed by then. */
  writing<T>(work: Work<T>): Promise<T>
  close(): Promise<void>
}

export function openConnections(config: ServersConfig, patience: Patience): Connections {
  const servers = serversOf(config)
  const pool = new Pool({ ...servers.pool, pipeline: true })
  const lateness = watchLateness()
  // Who waited in the pool instead would be told that the server does not answer.
  const turn = turns(pool.options.max, patience)
  // An idle connection that breaks is taken out of the pool; whoever asks next gets a new one, or the error.
  pool.on('error', () => {})
  const inOne = async <T>(isReading: boolean, work: Work<T>): Promise<T> => {
    const leave = await turn()
    const effects: Transaction['effects'] = []
    let done: Awaited<T>
    try {
      const client = await connected(pool, servers, lateness)
      done = await transacted({ client, isReading, effects, isTakenBack: false }, work, lateness)
    } finally {
      leave()
    }
    for (const effect of effects) effect()
    return done
  }
  return {
    reading: (work) => inOne(true, work),
    writing: (work) => inOne(false, work),
    close: () => {
      lateness.stop()
      return pool.end()
    },
  }
}

/** Work that asks without waiting until what was sent before it is answered. What that meets is told first: the work then only met what came of it. */
export async function behind<T>(sent: Promise<unknown>, work: () => Promise<T>): Promise<T> {
  const [before, done] = await Promise.allSettled([sent, work()])
  if (before.status === 'rejected') throw before.reason
  if (done.status === 'rejected') throw done.reason
  return done.value
}

async function connected(pool: Pool, servers: Servers, lateness: Lateness): Promise<PoolClient> {
  for (let dials = 1; ; dials += 1) {
    const since = lateness.mark()
    try {
      return await onAny(servers, () => pool.connect())
    } catch (error) {
      if (!isImpatient(error) || !lateness.wasLate(since)) throw error
      if (dials === MOST_DIALS) throw new Busy('this process itself is late', { cause: error })
    }
  }
}

async function transacted<T>(transaction: Transaction, work: Work<T>, lateness: Lateness): Promise<T> {
  const { client, isReading, effects } = transaction
  const since = lateness.mark()
  let broken: Error | undefined
  // Heard by nobody, the end of a connection would be the end of this process. Whatever is asked of it next fails by itself.
  const breaks = (error: Error) => {
    broken = error
  }
  client.on('error', breaks)
  try {
    const begun = client.query(isReading ? BEGIN_READING : BEGIN)
    // Sent behind a beginning that came to nothing, what writes would be done by itself.
    if (!isReading) await begun
    const done = await behind(begun, () => work(transaction))
    if (transaction.isTakenBack) {
      effects.length = 0
      await client.query('ROLLBACK')
    } else await commit(client)
    return done
  } catch (error) {
    if (!isImpatient(error)) {
      await client.query('ROLLBACK').catch(breaks)
      throw error
    }
    // Whoever does not answer is not asked again: all is taken back with the connection.
    breaks(error)
    throw lateness.wasLate(since) ? new Busy('this process itself is late', { cause: error }) : error
  } finally {
    client.off('error', breaks)
    client.release(broken)
  }
}

/** Where a refusal outside a step was passed over, PostgreSQL answers a COMMIT by taking everything back, and calls that no error. */
async function commit(client: PoolClient): Promise<void> {
  const { command } = await client.query('COMMIT')
  if (command !== 'COMMIT') throw new Error('the transaction was taken back: a refusal was met outside a step')
}

const isImpatient = (error: unknown): error is Error => error instanceof Error && IMPATIENT.test(error.message)
