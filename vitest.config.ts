import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    env: { TZ: 'UTC' },
    globalSetup: ['test/quick-starts.ts'],
    // For what never comes: a busy machine may take long over what does.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Vitest leaves one core free, which on two is half of them.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: [
            '{shared,electron,renderer}/**/*.test.ts',
            'test/{contract,faults,migrations,wiring}/**/*.test.ts',
            'test/*.test.ts',
          ],
        },
      },
      {
        // Components, on a page without a browser: only these pay for one.
        extends: true,
        test: {
          name: 'components',
          environment: 'jsdom',
          include: ['renderer/**/*.test.tsx'],
          setupFiles: ['test/builders/page.ts'],
        },
      },
    ],
  },
})
