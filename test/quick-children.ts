import { join } from 'node:path'
import { sources } from '../electron/adapters/worker-entry.ts'
import { bundled } from './builders/bundled.ts'

const adapters = join(import.meta.dirname, '..', 'electron', 'adapters')

/**
 * Before the workers of Vitest begin: what a console does in a thread or a process of its own, each as one file of the sources as they are now.
 * They are begun hundreds of times, and would read two hundred and fifty files each time: half of their processor's time.
 */
// biome-ignore lint/style/noDefaultExport: Vitest loads the default export of its global setup
export default async function quickChildren(): Promise<() => void> {
  // Each project of Vitest asks again.
  if (process.env.EARSHOT_TEST_CHILDREN !== undefined) return () => {}
  const files = Object.entries(sources).map(([name, file]) => [name, join(adapters, file)])
  // With them, so that it shares what they import.
  const warmThread = join(import.meta.dirname, 'builders', 'warm-thread.ts')
  const { path, remove } = await bundled({ ...Object.fromEntries(files), 'warm-thread': warmThread })
  process.env.EARSHOT_TEST_CHILDREN = path
  return remove
}
