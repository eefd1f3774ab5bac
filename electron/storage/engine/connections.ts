import { Pool, type PoolClient, type PoolConfig } from 'pg'
import { Busy } from './engine.ts'
import { type Lateness, watchLateness } from './lateness.ts'
import { type Patience, turns } from './turns.ts'

/** A thousand that take a millisecond or two each are soon done. */
export const PATIENCE: Patience = { most: 1_000, longestMs: 10_000 }

/** What `pg` says when it has waited for long enough: for a connection, for an answer. */
const IMPATIENT = /timeout expired|timeout exceeded|connection timeout|Query read timeout/

/** How often one is dialled for anew where this process itself was too late to hear that it was there. */
const MOST_DIALS = 3

type Effects = (() => void)[]

/** The connections with a database, each for one transaction at a time. */
export interface Connections {
  /** Work in a transaction that begins with this text, on a connection of its own; the effects follow its end. `Busy`: it did not come to its turn. */
  inOne<T>(begin: string, work: (client: PoolClient, effects: Effects) => Promise<T>): Promise<T>
  close(): Promise<void>
}

export function openConnections(config: PoolConfig, patience: Patience): Connections {
  const pool = new Pool(config)
  const lateness = watchLateness()
  // Who waited in the pool instead would be told that the server does not answer.
  const turn = turns(pool.options.max, patience)
  // An idle connection that breaks is taken out of the pool; whoever asks next gets a new one, or the error.
  pool.on('error', () => {})
  return {
    inOne: async (begin, work) => {
      const leave = await turn()
      const effects: Effects = []
      let done: Awaited<ReturnType<typeof work>>
      try {
        const client = await connected(pool, lateness)
        done = await transacted(client, begin, () => work(client, effects), lateness)
      } finally {
        leave()
      }
      for (const effect of effects) effect()
      return done
    },
    close: () => {
      lateness.stop()
      return pool.end()
    },
  }
}

async function connected(pool: Pool, lateness: Lateness): Promise<PoolClient> {
  for (let dials = 1; ; dials += 1) {
    const since = lateness.mark()
    try {
      return await pool.connect()
    } catch (error) {
      if (!isImpatient(error) || !lateness.wasLate(since)) throw error
      if (dials === MOST_DIALS) throw new Busy('this process itself is late', { cause: error })
    }
  }
}

async function transacted<T>(
  client: PoolClient,
  begin: string,
  work: () => Promise<T>,
  lateness: Lateness,
): Promise<T> {
  const since = lateness.mark()
  let broken: Error | undefined
  // Heard by nobody, the end of a connection would be the end of this process. Whatever is asked of it next fails by itself.
  const breaks = (error: Error) => {
    broken = error
  }
  client.on('error', breaks)
  try {
    await client.query(begin)
    const done = await work()
    await commit(client)
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
