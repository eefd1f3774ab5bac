import { defineConfig } from '@playwright/test'
import { chromiumLaunch } from './test/e2e/chromium.ts'
import type { ShellOption } from './test/e2e/shell-option.ts'

/** One set of journeys, three shells. Retries would hide what a manager meets on a bad day, so there are none. */
export default defineConfig<ShellOption>({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  globalSetup: './test/quick-starts.ts',
  outputDir: 'test-results/e2e',
  // For what never comes: on a busy machine what does may take long.
  timeout: 240_000,
  expect: { timeout: 60_000 },
  fullyParallel: true,
  // For two cores: a journey waits for frames and for the disk a third of its time.
  workers: 3,
  retries: 0,
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    browserName: 'chromium',
    launchOptions: chromiumLaunch,
    viewport: { width: 1280, height: 800 },
    // A trace takes a seventh of the whole run, so it is made for whoever looks into a failure: EARSHOT_TRACE=1 npm test -- --only e2e
    trace: process.env.EARSHOT_TRACE ? { mode: 'retain-on-failure', screenshots: false } : 'off',
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'browser', testIgnore: '**/desktop-*.spec.ts', use: { shell: 'browser' } },
    { name: 'desktop-stand-in', grep: /desktop-shell\.spec|@every-shell/, use: { shell: 'desktop-stand-in' } },
    { name: 'desktop', testIgnore: ['**/desktop-*.spec.ts', '**/browser-*.spec.ts'], use: { shell: 'desktop' } },
  ],
})
