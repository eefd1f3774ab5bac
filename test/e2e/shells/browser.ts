import type { BrowserContext, Page } from '@playwright/test'
import { openDoor } from '../door.ts'
import type { RunningShell } from './running-shell.ts'
import { serve } from './serve-process.ts'

export interface BrowserShell extends RunningShell {
  /** With its token. */
  readonly url: string
}

/** The loopback server, and its page in the test's Chromium. The page is the same one after a restart. */
export async function openBrowserShell(
  context: BrowserContext,
  pageBefore: Page | null,
  dataFolder: string,
  ...args: string[]
): Promise<BrowserShell> {
  const server = serve(dataFolder, '--port', '0', ...args)
  const url = await server.ready
  const door = await openDoor(url)
  const page = pageBefore ?? (await context.newPage())
  await page.goto(url)
  return {
    page,
    door: door.client,
    url,
    quit: async () => {
      // Windows has no signals between processes: there it is told as its own quit button tells it.
      if (process.platform === 'win32') await door.client.workspace.quit({})
      else server.signal('SIGTERM')
      const code = await server.exited
      door.close()
      return code
    },
    kill9: async () => {
      door.close()
      server.signal('SIGKILL')
      await server.exited
    },
  }
}
