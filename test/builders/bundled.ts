import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'

const root = join(import.meta.dirname, '..', '..')

/**
 * Programs of the tests in a folder of their own, each as one file with all it needs of ours: one that is started fifty times would
 * read six hundred files fifty times. Beside node_modules, where the native module is found.
 */
export async function bundled(entries: Record<string, string>): Promise<{ path: string; remove(): void }> {
  const cache = join(root, 'node_modules', '.cache')
  mkdirSync(cache, { recursive: true })
  const path = mkdtempSync(join(cache, 'earshot-bundled-'))
  await build({
    ...{ root, configFile: false, logLevel: 'error' },
    build: { ssr: true, outDir: path, rollupOptions: { input: entries } },
    ssr: { noExternal: ['zod', 'uuid', 'temporal-polyfill'] },
  })
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}
