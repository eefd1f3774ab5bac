import { renameSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { errorCode } from './error-code.ts'

/** What a virus scanner, an indexer or an open preview answers for a moment. A refusal that lasts says the same. */
const PASSING = ['EPERM', 'EACCES', 'EBUSY', 'ETXTBSY']

/** About a second in all. */
const PAUSES_MS = [10, 20, 40, 80, 160, 320, 400]

/** Whether that is what the system said. */
export const isPassing = (error: unknown): boolean => PASSING.includes(errorCode(error))

/** Does it again for about a second while it is refused as a held file is; after that the refusal is the answer. */
export async function patiently<T>(act: () => Promise<T>, pause: (ms: number) => Promise<unknown> = sleep): Promise<T> {
  for (const pauseMs of PAUSES_MS) {
    try {
      return await act()
    } catch (error) {
      if (!isPassing(error)) throw error
      await pause(pauseMs)
    }
  }
  return act()
}

/** The same where there is nothing else to do meanwhile: in a worker thread, or before the console is open. */
export function patientlySync<T>(act: () => T, pause: (ms: number) => void = sleepSync): T {
  for (const pauseMs of PAUSES_MS) {
    try {
      return act()
    } catch (error) {
      if (!isPassing(error)) throw error
      pause(pauseMs)
    }
  }
  return act()
}

/** Also onto a name that something has open, once it lets go. */
export const renamePatiently = (from: string, to: string): void => patientlySync(() => renameSync(from, to))

const sleepSync = (ms: number): void => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
