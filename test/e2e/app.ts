import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import type { Client } from '../../shared/contract/contract.ts'
import { notRun } from './app-electron.ts'
import { electronExecutable, type Shell, type ShellOption } from './shell-option.ts'
import { openBrowserShell } from './shells/browser.ts'
import { openElectron, openStandIn } from './shells/desktop.ts'
import type { RunningShell } from './shells/running-shell.ts'
import { npmStart, type ProductProcess, serve } from './shells/serve-process.ts'

/** Earshot as the person at the desk has it: a window on a data folder of its own. Everything else is asked anew after a restart. */
export interface App {
  readonly page: Page
  readonly door: Client
  readonly dataFolder: string
  /** The address with its token; empty in a desktop shell, which has none. */
  readonly url: string
  /** Quits as a person does; the exit code, null where the shell does not tell. */
  quit(): Promise<number | null>
  kill9(): Promise<void>
  /** After a quit or a kill: the same folder, a new process. */
  start(): Promise<Page>
  restart(): Promise<Page>
}

export interface Folders {
  /** Of this test alone; removed at its end. */
  dataFolder: string
  /** A place outside the data folder, for shared drives and files to drop. */
  elsewhere: string
}

export interface Processes {
  /** `node out/main/serve.js --data <folder> …` beside the console of the test; ended with the test whatever happens. */
  startServe(dataFolder: string, ...args: string[]): ProductProcess
  /** `npm start -- …` without npm. */
  startScript(...args: string[]): ProductProcess
}

interface Internal {
  skippedWithoutElectron: undefined
  started: ProductProcess[]
}

async function aFolder(use: (path: string) => Promise<void>): Promise<void> {
  const path = await mkdtemp(join(tmpdir(), 'earshot-e2e-'))
  await use(path)
  await rm(path, { recursive: true, force: true, maxRetries: 5 })
}

/**
 * A journey that crosses what differs between the shells: start, quit, kill, a database that does not open, work on a drive, the whole job.
 * The stand-in runs these beside its own spec; everywhere else it shows the page that the browser shell shows. Electron itself runs all.
 */
export const everyShell = '@every-shell'

/** Every journey starts from here: unchanged on the loopback server, on the stand-in for `electron` and on Electron. */
export const test = base.extend<ShellOption & Folders & Processes & Internal & { app: App }>({
  shell: ['browser', { option: true }],
  skippedWithoutElectron: [
    async ({ shell }, use, testInfo) => {
      testInfo.skip(shell === 'desktop' && electronExecutable() === undefined, notRun)
      await use(undefined)
    },
    { auto: true },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names it must bring from this pattern
  dataFolder: async ({}, use) => aFolder(use),
  // biome-ignore lint/correctness/noEmptyPattern: as above
  elsewhere: async ({}, use) => aFolder(use),
  // biome-ignore lint/correctness/noEmptyPattern: as above
  started: async ({}, use) => {
    const started: ProductProcess[] = []
    await use(started)
    for (const { signal, exited } of started) {
      signal('SIGKILL')
      await exited
    }
  },
  startServe: ({ started }, use) =>
    use((dataFolder, ...args) => {
      const server = serve(dataFolder, ...args)
      started.push(server)
      return server
    }),
  startScript: ({ started }, use) =>
    use((...args) => {
      const script = npmStart(...args)
      started.push(script)
      return script
    }),
  app: async ({ shell, context, dataFolder }, use) => {
    const surprises: string[] = []
    const watched = new WeakSet<Page>()
    const watch = (page: Page) => {
      if (watched.has(page)) return
      watched.add(page)
      page.on('pageerror', (error) => surprises.push(String(error)))
      page.on('console', (message) => {
        if (message.text().includes('Content Security Policy')) surprises.push(message.text())
      })
    }
    context.on('page', watch)
    let running: RunningShell | null = null
    let page: Page | null = null
    const start = async () => {
      running = await openShell(shell, context, page, dataFolder)
      page = running.page
      watch(page)
      return page
    }
    const now = () => {
      if (running === null) throw new Error('Earshot is not running')
      return running
    }
    const end = async <T>(how: (shell: RunningShell) => Promise<T>) => {
      const ending = now()
      running = null
      return how(ending)
    }
    await start()
    await use({
      get page() {
        return now().page
      },
      get door() {
        return now().door
      },
      get url() {
        const shown = now()
        return 'url' in shown ? String(shown.url) : ''
      },
      dataFolder,
      quit: () => end((ending) => ending.quit()),
      kill9: () => end((ending) => ending.kill9()),
      start,
      restart: async () => {
        await end((ending) => ending.quit())
        return start()
      },
    })
    if (running !== null) await end((ending) => ending.quit())
    expect(surprises, 'errors in the page').toEqual([])
  },
})

function openShell(
  shell: Shell,
  context: BrowserContext,
  page: Page | null,
  dataFolder: string,
): Promise<RunningShell> {
  const args = ['--lang', 'zh']
  if (shell === 'desktop') return openElectron(dataFolder, ...args)
  if (shell === 'desktop-stand-in') return openStandIn(context, dataFolder, ...args)
  return openBrowserShell(context, page, dataFolder, ...args)
}
