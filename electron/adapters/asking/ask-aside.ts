import type { Worker } from 'node:worker_threads'
import type { Parameters } from '../../storage/engine/query.ts'
import type { Aside } from '../../storage/engine/sqlite.ts'
import type { Log } from '../log/log-port.ts'
import { startThread } from '../threads/start-thread.ts'

export type ToThread =
  | {
      readonly kind: 'asked'
      readonly number: number
      readonly path: string
      readonly sql: string
      readonly parameters: Parameters
    }
  /** Nobody looks any more: the connection is closed in a moment. */
  | { readonly kind: 'rests' }
  | { readonly kind: 'ends' }

/** Null: it could not be answered here. */
export interface Answered {
  readonly number: number
  readonly rows: unknown[] | null
}

interface Thread {
  readonly worker: Worker
  readonly waiting: Map<number, (rows: unknown[] | null) => void>
  readonly ended: Promise<void>
}

/** 128 MB: some 90,000 notes with their tickets. */
const LARGE = 32_000

/** A thread that was asked and could not live is begun anew so often; after that the desk answers by itself. */
const MOST_DEATHS = 3

/** A thread that reads a desk's file on a connection of its own, started by the first look. It locks nothing of the file between two looks, and closes it soon after the last. */
export function askAside(
  databasePath: string,
  log: Pick<Log, 'error'>,
  fromPages = LARGE,
): Aside & { stop(): Promise<void> } {
  let thread: Thread | null = null
  let [looks, number, deaths, hasStopped] = [0, 0, 0, false]
  const surprised = (error: unknown) => {
    if (deaths === 0) log.error('a thread that looks in the database could not', 'LOOK', error)
  }
  const begun = (): Thread => {
    const worker = startThread('asking-worker', { execArgv: [] })
    const waiting: Thread['waiting'] = new Map()
    worker.on('message', ({ number, rows }: Answered) => {
      waiting.get(number)?.(rows)
      waiting.delete(number)
      if (waiting.size === 0 && !hasStopped) worker.unref()
    })
    const giveUp = () => {
      for (const answer of waiting.values()) answer(null)
      waiting.clear()
    }
    // What failed is told by its end; the questions that wait are asked elsewhere.
    worker.on('error', surprised)
    // An answer that cannot be read: to which question nobody knows.
    worker.on('messageerror', giveUp)
    const ended = new Promise<void>((resolve) => {
      worker.once('exit', () => {
        if (thread?.worker === worker) thread = null
        if (waiting.size > 0) deaths += 1
        giveUp()
        resolve()
      })
    })
    worker.unref()
    return { worker, waiting, ended }
  }
  const say = (said: ToThread) => thread?.worker.postMessage(said)
  return {
    fromPages,
    look: () => {
      looks += 1
      return {
        rows: (sql, parameters) =>
          new Promise((resolve) => {
            if (hasStopped || deaths >= MOST_DEATHS) return resolve(null)
            thread ??= begun()
            number += 1
            thread.waiting.set(number, resolve)
            // A process with nothing else to do waits for the answer.
            thread.worker.ref()
            say({ kind: 'asked', number, path: databasePath, sql, parameters })
          }),
        end: () => {
          looks -= 1
          if (looks === 0) say({ kind: 'rests' })
        },
      }
    },
    stop: async () => {
      hasStopped = true
      const last = thread
      say({ kind: 'ends' })
      // Whoever waits for its end must not end before.
      last?.worker.ref()
      await last?.ended
    },
  }
}
