import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

/**
 * Three bundles from one tree: main (both shells and the workers), preload (CommonJS: a sandboxed preload cannot be ESM),
 * renderer. Dependencies of main stay in node_modules so that the native module is loaded from disk.
 */
export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      externalizeDeps: true,
      rollupOptions: {
        input: {
          main: 'electron/main.ts',
          serve: 'electron/serve.ts',
          // Files that run in a thread or process of their own; electron/adapters/worker-entry.ts finds them by these names.
          'backup-worker': 'electron/adapters/backup/backup-worker.ts',
          'export-worker': 'electron/adapters/exports/export-worker.ts',
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
    base: '/',
    plugins: [react()],
    build: { outDir: 'out/renderer', minify: true, rollupOptions: { input: 'renderer/index.html' } },
  },
})
