import { accessSync, chmodSync, constants, mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs'
import { join } from 'node:path'

const IN_MEMORY = '/dev/shm'
const ENOUGH_BYTES = 2_000_000_000

/** A file system in memory with room for databases and browser profiles, from which a test may also start a program. */
function isFit(): boolean {
  try {
    const { bavail, bsize } = statfsSync(IN_MEMORY)
    accessSync(IN_MEMORY, constants.W_OK)
    const mounts = readFileSync('/proc/mounts', 'utf8').split('\n')
    const options = mounts.map((line) => line.split(' ')).findLast(([, place]) => place === IN_MEMORY)?.[3]
    return bavail * bsize > ENOUGH_BYTES && options?.split(',').includes('noexec') === false
  } catch {
    return false
  }
}

/**
 * Before the workers of Vitest or Playwright begin: hundreds of consoles, threads and children are started, each on a folder that
 * nobody keeps.
 * - What the first made of the sources the others read from a cache: two fifths of the processor's time of tests that start many.
 * - The temporary folder lies in memory where that is possible: most of the time of a start was waiting for a disk. What a disk does
 *   with what SQLite syncs no test could see.
 */
// biome-ignore lint/style/noDefaultExport: both runners load the default export of their global setup
export default function quickStarts(): () => void {
  process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, '..', 'node_modules', '.cache', 'compiled')
  // Each project of Vitest asks again.
  if (process.env.TMPDIR?.startsWith(IN_MEMORY) || !isFit()) return () => {}
  const folder = mkdtempSync(join(IN_MEMORY, 'earshot-tests-'))
  // As root a PostgreSQL of the tests runs as somebody else, who must get through to what lies in it.
  chmodSync(folder, 0o711)
  process.env.TMPDIR = folder
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
