import { globSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { versionOfMasks } from './scripts/lib/masks-version.mjs'

/** Beside `test/wiring`: they put something else in the place of a module. */
const replacing = globSync('{electron,renderer,shared}/**/*.test.ts', { cwd: import.meta.dirname }).filter((file) =>
  readFileSync(join(import.meta.dirname, file), 'utf8').includes('vi.mock('),
)

/** Threads that do one job after another; `alone` starts each anew, as the product does. */
const warmThreads = {
  find: /^.*\/threads\/start-thread\.ts$/,
  replacement: join(import.meta.dirname, 'test', 'builders', 'start-thread.ts'),
}

export default defineConfig({
  // Of the tree as it is while the tests run.
  define: { MASKS_OF_THIS_BUILD: JSON.stringify(versionOfMasks()) },
  test: {
    env: { TZ: 'UTC' },
    globalSetup: ['test/quick-starts.ts', 'test/quick-children.ts'],
    alias: [
      { find: '../worker-entry.ts', replacement: join(import.meta.dirname, 'test', 'builders', 'worker-entry.ts') },
    ],
    // For what never comes: a busy machine may take long over what does.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // A worker waits a third of its time: for a child, for the database, for a rest of the hands. Vitest by itself leaves a core free besides.
    maxWorkers: Math.ceil(1.5 * availableParallelism()),
    projects: [
      {
        // Each leaves its worker as it was, so that one start and one reading of the sources serves them all.
        extends: true,
        test: {
          name: 'node',
          isolate: false,
          alias: [warmThreads],
          exclude: replacing,
          include: [
            '{shared,renderer,electron}/**/*.test.ts',
            'test/{contract,faults,migrations}/**/*.test.ts',
            'test/*.test.ts',
          ],
        },
      },
      {
        // These put something else in the place of a module or of a part of Node.
        extends: true,
        test: { name: 'alone', include: ['test/wiring/**/*.test.ts', ...replacing] },
      },
      {
        // The same questions to the other engine: what a company's database keeps must answer as the desk's own file does.
        extends: true,
        test: {
          name: 'postgres',
          isolate: false,
          alias: [warmThreads],
          globalSetup: ['test/quick-starts.ts', 'test/quick-children.ts', 'test/postgres/server.ts'],
          setupFiles: ['test/postgres/nothing-deprecated.ts'],
          env: { EARSHOT_ENGINE: 'postgres' },
          // What is asked through the engine so far.
          include: [
            'test/{postgres,team}/**/*.test.ts',
            'test/contract/seats/{bookings,refusals,booking-history,reminders,booking-after-room-change}.test.ts',
            'test/contract/seats/{sitting-down,random-acts,booking-for,swaps,swap-ends,no-shows,one-seat-at-once,series,waitlist,waits-coming-back,held-places,draws,drawn-seats}.test.ts',
            'test/contract/seats/{own-news,own-news-waits,own-news-unseen,old-news,booking-news,find-seats,seat-use,told-offers,draw-no-shows,drawn-bookings,draw-limits,accepting-offers,accepting-taken-back,draw-meanwhile,draw-leavers,drawn-since,booking-lists}.test.ts',
            'test/contract/listening/{sessions,noting,restamp,told-windows}.test.ts',
            'test/contract/house/{told-of-oneself,people,list-leavers,list-imports,merges,room,rooms,room-keeping,calendar}.test.ts',
            'test/contract/tickets/{tickets,many-tickets,ticket-search}.test.ts',
            'test/contract/exports/{ledger,made-anew}.test.ts',
            'test/contract/search/search.test.ts',
            'test/contract/team/arrivals.test.ts',
            'test/contract/duty/{passports,workbook}.test.ts',
            'test/contract/life-channel/{sealing,put-away-again,tickets-back,who-undoes}.test.ts',
            'test/contract/silver-hair/silver-hair.test.ts',
            'test/contract/meetings/meetings.test.ts',
            'test/contract/agents/house-of-agents.test.ts',
            'test/contract/words-of-calls.test.ts',
            'test/contract/retention/clock.test.ts',
            'test/contract/retention/{meetings,retention}.test.ts',
          ],
        },
      },
      {
        // Components, on a page without a browser: only these pay for one, and share it.
        extends: true,
        test: {
          name: 'components',
          environment: 'jsdom',
          isolate: false,
          include: ['renderer/**/*.test.tsx'],
          // The first before React is loaded, which the second does.
          setupFiles: ['test/builders/drawings.ts', 'test/builders/page.ts'],
          sequence: { setupFiles: 'list' },
          alias: [
            warmThreads,
            { find: /^zustand$/, replacement: join(import.meta.dirname, 'test', 'builders', 'stores.ts') },
            {
              find: /^.*\/hands-rest\.ts$/,
              replacement: join(import.meta.dirname, 'test', 'builders', 'hands-rest.ts'),
            },
          ],
        },
      },
    ],
  },
})
