import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Only by `npm run faults -- share`: what is here mounts drives and takes minutes. */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('../../..', import.meta.url)),
    include: ['test/faults/share/*.trial.ts'],
    env: { TZ: 'UTC' },
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
})
