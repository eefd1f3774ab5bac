import { join } from 'node:path'
import type { BrowserContext, Page } from '@playwright/test'
import { createClient } from '../../../renderer/lib/client.ts'
import type { Client } from '../../../shared/contract/contract.ts'
import { launchStandIn } from '../../electron-stand-in/launch.ts'
import { openElectronApp } from '../app-electron.ts'
import type { RunningShell } from './running-shell.ts'

interface Bridge {
  call(name: string, input: unknown): Promise<unknown>
}

/** Asks from inside the page, through the preload: the only way into a desktop shell. */
const clientInside = (page: Page): Client =>
  createClient((call, input) =>
    page.evaluate(([name, data]) => (window as unknown as { earshot: Bridge }).earshot.call(name, data), [
      call,
      input,
    ] as const),
  )

/** The built main bundle on the stand-in for `electron`, its window in the test's Chromium. */
export async function openStandIn(
  context: BrowserContext,
  dataFolder: string,
  ...args: string[]
): Promise<RunningShell> {
  const main = launchStandIn({ context, home: join(dataFolder, 'home'), args: ['--data', dataFolder, ...args] })
  const page = await main.window()
  return { page, door: clientInside(page), quit: () => main.quit(), kill9: () => main.kill() }
}

/** The real Electron. */
export async function openElectron(dataFolder: string, ...args: string[]): Promise<RunningShell> {
  const opened = await openElectronApp(dataFolder, ...args)
  if (opened === null) throw new Error('no Electron binary: the fixture should have skipped this test')
  const { page } = opened
  const quit = async () => {
    await opened.quit()
    return null
  }
  return { page, door: clientInside(page), quit, kill9: () => opened.kill() }
}
