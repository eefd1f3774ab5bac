import { cpSync } from 'node:fs'
import { afterAll } from 'vitest'
import { aFolder } from './console.ts'

/**
 * A data folder that is made once for a file of tests and copied for each of them: to work on a console and to close it takes
 * longer than what most tests do with it then. `make` works in the folder and leaves it closed; what it gives, every test gets.
 */
export function madeOnce<Facts>(make: (dataFolder: string) => Promise<Facts>): (dataFolder: string) => Promise<Facts> {
  const folder = aFolder()
  afterAll(() => folder.remove())
  let making: Promise<Facts> | undefined
  return async (dataFolder) => {
    making ??= make(folder.path)
    const facts = await making
    // What was read of a copy is remembered by the time of its file.
    cpSync(folder.path, dataFolder, { recursive: true, preserveTimestamps: true })
    return facts
  }
}
