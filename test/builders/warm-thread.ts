import { syncBuiltinESMExports } from 'node:module'
import threads, { type MessagePort, parentPort } from 'node:worker_threads'
import { NO_RULES, obeyRules } from '../../shared/domain/listening/masking/company-rules.ts'

/** One job for a thread that has done others. */
export interface ToWarmThread {
  readonly entry: string
  readonly workerData: unknown
  /** In the place of its `parentPort`. */
  readonly port: MessagePort
}

/** The last that is heard of a job: by its own way, so that it comes behind all the job said. */
export interface WarmThreadEnd {
  readonly warmThreadEnds: { readonly error: unknown; readonly own: object } | null
}

let jobs = 0

/** The entry is read anew for each job, as if it were started; what it imports is there, and knows nothing of the job before. */
async function work({ entry, workerData, port }: ToWarmThread): Promise<void> {
  jobs += 1
  obeyRules(NO_RULES)
  Object.assign(threads, { workerData, parentPort: port })
  syncBuiltinESMExports()
  const end = await import(`${entry}?job=${jobs}`).then(
    () => null,
    // What stands on an error beside its words, as its code, is lost on the way otherwise.
    (error: unknown) => ({ error, own: { ...(error as object) } }),
  )
  port.postMessage({ warmThreadEnds: end } satisfies WarmThreadEnd)
  port.close()
}

parentPort?.on('message', work)
