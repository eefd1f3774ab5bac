import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: [
      '{shared,electron,renderer}/**/*.test.ts',
      'test/{contract,faults,migrations,wiring}/**/*.test.ts',
      'test/*.test.ts',
    ],
    env: { TZ: 'UTC' },
    testTimeout: 20_000,
  },
})
