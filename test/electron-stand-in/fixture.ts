import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, type Page } from '@playwright/test'
import { launchStandIn, type StandIn } from './launch.ts'

export interface StandInApp {
  /** The console's window. */
  readonly page: Page
  readonly dataFolder: string
  /** Ask what main asked for, choose menu items, quit, kill. */
  readonly main: StandIn
}

export interface StandInFixtures {
  /** A data folder of this test, removed at its end. */
  dataFolder: string
  /** The account's home, removed at the end of the test. */
  home: string
  /** Starts the built main on the folder; every start is ended with the test. */
  startMain(...args: string[]): StandIn
  /** Starts it as a browser does that follows a link: with nothing else, the folder least of all. */
  startWithLink(link: string): StandIn
  /** The console started in Chinese, its window open. */
  standIn: StandInApp
}

/** The desktop shell for a Playwright test, without Electron's binary. */
export const test = base.extend<StandInFixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names it must bring from this pattern
  dataFolder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'earshot-stand-in-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names it must bring from this pattern
  home: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'earshot-home-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  },
  startMain: async ({ context, dataFolder, home }, use) => {
    const started: StandIn[] = []
    await use((...args) => {
      const main = launchStandIn({ context, home, args: ['--data', dataFolder, ...args] })
      started.push(main)
      return main
    })
    for (const main of started) await main.quit()
  },
  startWithLink: async ({ context, home }, use) => {
    const started: StandIn[] = []
    await use((link) => {
      const main = launchStandIn({ context, home, args: [link] })
      started.push(main)
      return main
    })
    for (const main of started) await main.quit()
  },
  standIn: async ({ startMain, dataFolder }, use) => {
    const main = startMain('--lang', 'zh')
    await use({ page: await main.window(), dataFolder, main })
  },
})
