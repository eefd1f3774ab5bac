import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { askFirst } from './scripts/lib/ask-first.mjs'
import { refuseCirclesOfChunks } from './scripts/lib/chunk-circles.mjs'
import { lightIcons } from './scripts/lib/light-icons.mjs'
import { versionOfMasks } from './scripts/lib/masks-version.mjs'
import { refuseSchemasInPages } from './scripts/lib/no-schemas.mjs'
import { namePageFiles } from './scripts/lib/page-files.mjs'
import { textsAsJson } from './scripts/lib/texts-as-json.mjs'

/** Many small files of plain JavaScript: bundled, the program starts a seventh sooner. */
const PURE_LIBRARIES = ['zod', 'uuid', 'temporal-polyfill']

/**
 * Pages have addresses of their own, `/tickets/…`: from there `./assets` would be looked for in the wrong folder.
 * electron-vite writes `./` over `base` in production, for file: addresses, which neither shell uses; this comes after it.
 */
const absoluteBase = { name: 'absolute-base', config: () => ({ base: '/' }) }

/**
 * A file costs more than the code in it: left alone, a page is made of forty, most of them a kilobyte. So what every start needs is one
 * file, what many pages share is one, and what a few share is one, whose own names would list those pages.
 *
 * What a module imports is needed wherever the module is, so by at least as many pages: files import only from the one before them
 * in this order, and no circle can arise. Merging by size or by folder promises no such thing.
 */
const nameOf = (name = '') => (name.startsWith('shared') ? 'assets/shared-[hash]' : 'assets/[name]-[hash]')
const fewFiles = {
  codeSplitting: {
    groups: [
      // What asks for the first answers: here long before the rest, see scripts/lib/ask-first.mjs.
      {
        name: 'asking',
        test: /renderer.(first\.ts|lib.(choose-transport|first-screen|page-files|remembered-look)\.ts)$/,
        priority: 4,
      },
      { name: 'first', tags: ['$initial' as const], priority: 3 },
      { name: 'shared-by-many', minShareCount: 4, priority: 2 },
      { name: 'shared', minShareCount: 2, priority: 1 },
    ],
  },
  chunkFileNames: ({ name }: { name: string }) => `${nameOf(name)}.js`,
  assetFileNames: ({ names }: { names: readonly string[] }) => `${nameOf(names[0])}[extname]`,
}

/**
 * Three bundles from one tree: main (both shells, the hub and the workers), preload (CommonJS: a sandboxed preload cannot be ESM),
 * renderer. Other dependencies of main stay in node_modules so that the native module is loaded from disk.
 */
export default defineConfig(({ command }) => ({
  main: {
    // Not of the server of `npm run dev`, which builds again and again with what was said at its start.
    define: command === 'build' ? { MASKS_OF_THIS_BUILD: JSON.stringify(versionOfMasks()) } : {},
    build: {
      outDir: 'out/main',
      externalizeDeps: { exclude: PURE_LIBRARIES },
      rollupOptions: {
        input: {
          main: 'electron/main.ts',
          serve: 'electron/serve.ts',
          hub: 'electron/hub.ts',
          // Files that run in a thread or process of their own; electron/adapters/worker-entry.ts finds them by these names.
          'upgrade-worker': 'electron/adapters/upgrade/upgrade-worker.ts',
          'pages-worker': 'electron/adapters/integrity/pages-worker.ts',
          'export-worker': 'electron/adapters/exports/export-worker.ts',
          'look-through-worker': 'electron/adapters/exports/look-through-worker.ts',
          'reading-worker': 'electron/adapters/reading/reading-worker.ts',
          'sounds-worker': 'electron/adapters/sounds/sounds-worker.ts',
          'asking-worker': 'electron/adapters/asking/asking-worker.ts',
          'database-child': 'electron/adapters/database-child/database-child.ts',
          'deliver-child': 'electron/adapters/file-drop/deliver-child.ts',
        },
        output: { format: 'es' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      rollupOptions: {
        input: { preload: 'electron/preload.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [
      react(),
      textsAsJson,
      lightIcons,
      absoluteBase,
      askFirst,
      namePageFiles,
      refuseCirclesOfChunks,
      refuseSchemasInPages,
    ],
    resolve: {
      alias: [{ find: /^temporal-polyfill$/, replacement: join(import.meta.dirname, 'renderer/lib/temporal.ts') }],
    },
    build: {
      outDir: 'out/renderer',
      minify: true,
      rollupOptions: { input: 'renderer/index.html', output: fewFiles },
    },
  },
}))
