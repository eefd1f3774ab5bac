import { EventEmitter } from 'node:events'
import { MessageChannel, type MessagePort, Worker, type WorkerOptions } from 'node:worker_threads'
import type { WorkerName } from '../../electron/adapters/worker-entry.ts'
import type { ToWarmThread, WarmThreadEnd } from './warm-thread.ts'
import { workerEntry } from './worker-entry.ts'

/** Whose start costs more than most files of tests; each ends as its module does. */
const warm: ReadonlySet<WorkerName> = new Set([
  'export-worker',
  'look-through-worker',
  'reading-worker',
  'sounds-worker',
])
const MOST_IDLE = 2
/** The narrowest that one of them has. */
const resourceLimits = { maxOldGenerationSizeMb: 512 }

/** Of this process, whichever file of tests began them. */
const kept = globalThis as { warmThreads?: Worker[] }
kept.warmThreads ??= []
const idle = kept.warmThreads

/**
 * In the place of `electron/adapters/threads/start-thread.ts`: masks, readers of lists and the dictionary of sounds take a fifth of a second of the
 * processor to load, hundreds of times. So a thread that has them does one job after another, each with words of its own and an end. `test/wiring`
 * and the journeys start each thread anew, as the product does.
 */
export const startThread = (name: WorkerName, options: WorkerOptions): EventEmitter =>
  warm.has(name) ? new Job(workerEntry(name), options.workerData) : new Worker(workerEntry(name), options)

const isEnd = (said: unknown): said is WarmThreadEnd =>
  typeof said === 'object' && said !== null && 'warmThreadEnds' in said

/** What whoever started it sees of a thread of its own. */
class Job extends EventEmitter {
  readonly #thread = idle.pop() ?? new Worker(workerEntry('warm-thread'), { execArgv: [], resourceLimits })
  readonly #port: MessagePort
  #hasSaid = false

  constructor(entry: URL, workerData: unknown) {
    super()
    const { port1, port2 } = new MessageChannel()
    this.#port = port1
    port1.on('message', this.#hear)
    this.#thread.on('error', this.#fail).on('exit', this.#exit)
    this.#thread.ref()
    this.#thread.postMessage({ entry: entry.href, workerData, port: port2 } satisfies ToWarmThread, [port2])
  }

  postMessage(message: unknown): void {
    this.#port.postMessage(message)
  }

  /** Asked of whoever reads a file alone: what that says is the last it does. */
  async terminate(): Promise<void> {
    if (!this.#hasSaid) await this.#thread.terminate()
  }

  readonly #hear = (said: unknown): void => {
    if (!isEnd(said)) {
      this.#hasSaid = true
      this.emit('message', said)
      return
    }
    this.#leave()
    this.#thread.unref()
    if (idle.length < MOST_IDLE) idle.push(this.#thread)
    else void this.#thread.terminate()
    const broken = said.warmThreadEnds
    if (broken !== null) this.emit('error', Object.assign(broken.error as Error, broken.own))
    this.emit('exit', broken === null ? 0 : 1)
  }

  readonly #fail = (error: unknown): void => void this.emit('error', error)

  readonly #exit = (code: number): void => {
    this.#leave()
    this.emit('exit', code)
  }

  #leave(): void {
    this.#port.close()
    this.#thread.off('error', this.#fail).off('exit', this.#exit)
  }
}
