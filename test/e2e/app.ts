import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect, type Page } from '@playwright/test'
import type { Client } from '../../shared/contract/contract.ts'
import { notRun } from './app-electron.ts'
import { electronExecutable, type Shell, type ShellOption } from './shell-option.ts'
import { openBrowserShell } from './shells/browser.ts'
import { openElectron, openStandIn } from './shells/desktop.ts'
import type { RunningShell } from './shells/running-shell.ts'

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

interface Internal {
  skippedWithoutElectron: undefined
}

async function aFolder(use: (path: string) => Promise<void>): Promise<void> {
  const path = await mkdtemp(join(tmpdir(), 'earshot-e2e-'))
  await use(path)
  await rm(path, { recursive: true, force: true, maxRetries: 5 })
}

/** Every journey starts from here: unchanged on the loopback server, on the stand-in for `electron` and on Electron. */
export const test = base.extend<ShellOption & Folders & Internal & { app: App }>({
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
  app: async ({ shell, context, dataFolder }, use) => {
    const surprises: string[] = []
    const watched = new WeakSet<Page>()
    const watch = (page: Page) => {
      if (watched.has(page)) return
      watched.add(page)
      page.on('pageerror', (error) => surprises.push(String(error)))
      page.on('console', (message) => {
        if (/Content Security Policy|Warning: |not wrapped in act/.test(message.text())) surprises.push(message.text())
      })
    }
    context.on('page', watch)
    let running: RunningShell | null = null
    let page: Page | null = null
    const start = async () => {
      const open = await openShell(shell, dataFolder, context.newPage.bind(context), page, context)
      running = open
      page = open.page
      watch(open.page)
      return open.page
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

async function openShell(
  shell: Shell,
  dataFolder: string,
  newPage: () => Promise<Page>,
  page: Page | null,
  context: Parameters<typeof openStandIn>[0],
): Promise<RunningShell> {
  const args = ['--lang', 'zh']
  if (shell === 'desktop') return openElectron(dataFolder, ...args)
  if (shell === 'desktop-stand-in') return openStandIn(context, dataFolder, ...args)
  return openBrowserShell(page ?? (await newPage()), dataFolder, ...args)
}
