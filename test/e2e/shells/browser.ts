import type { Page } from '@playwright/test'
import { openDoor } from '../door.ts'
import type { RunningShell } from './running-shell.ts'
import { startServe } from './serve-process.ts'

export interface BrowserShell extends RunningShell {
  /** With its token. */
  readonly url: string
  readonly pid: number
}

/** The loopback server, and its page in the test's Chromium. The page is the same one after a restart. */
export async function openBrowserShell(page: Page, dataFolder: string, ...args: string[]): Promise<BrowserShell> {
  const server = startServe(dataFolder, '--port', '0', ...args)
  const url = await server.ready
  const door = await openDoor(url)
  await page.goto(url)
  return {
    page,
    door: door.client,
    url,
    pid: server.pid,
    quit: () => {
      door.close()
      server.signal('SIGTERM')
      return server.exited
    },
    kill9: async () => {
      door.close()
      server.signal('SIGKILL')
      await server.exited
    },
  }
}
