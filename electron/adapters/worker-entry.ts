import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Every file that runs in a thread or child process of its own; electron.vite.config.ts names the same files as inputs. */
export const sources = {
  'pages-worker': 'integrity/pages-worker.ts',
  'upgrade-worker': 'upgrade/upgrade-worker.ts',
  'export-worker': 'exports/export-worker.ts',
  'look-through-worker': 'exports/look-through-worker.ts',
  'reading-worker': 'reading/reading-worker.ts',
  'sounds-worker': 'sounds/sounds-worker.ts',
  'asking-worker': 'asking/asking-worker.ts',
  'database-child': 'database-child/database-child.ts',
  'deliver-child': 'file-drop/deliver-child.ts',
} as const

export type WorkerName = keyof typeof sources

/**
 * Where the worker's file lies: as `<name>.js` beside main.js once bundled (this module may then sit in main.js or in a
 * chunk one folder deeper), as its TypeScript source when tests run the tree as it is.
 */
export function workerEntry(name: WorkerName): URL {
  const here = import.meta.dirname
  const bundled = [join(here, `${name}.js`), join(here, '..', `${name}.js`)].find((path) => existsSync(path))
  return pathToFileURL(bundled ?? join(here, sources[name]))
}
