import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, expect, type Page } from '@playwright/test'
import { chromiumLaunch } from './chromium.ts'

export interface OwnWindow {
  readonly page: Page
  /** As the person closes it: what the browser still has to write is written then. */
  end(): Promise<void>
}

/**
 * A real Chromium with exactly these arguments on this profile; seen through its debugger, without a screen. One that hangs in its own
 * start (seen once: a core busy for ever, the debugger never answered) is ended and started anew.
 */
export async function openOwnWindow(profile: string, given: readonly string[]): Promise<OwnWindow> {
  for (let starts = 1; ; starts += 1) {
    const asked = ['--headless=new', '--remote-debugging-port=0', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])]
    const child = spawn(chromiumLaunch.executablePath ?? 'chromium', [...given, ...asked], { stdio: 'ignore' })
    const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
    try {
      return await look(profile, child, exited)
    } catch (error) {
      child.kill('SIGKILL')
      await exited
      rmSync(join(profile, PORT_FILE), { force: true })
      if (starts === MOST_STARTS) throw error
    }
  }
}

const MOST_STARTS = 3
const PORT_FILE = 'DevToolsActivePort'

async function look(profile: string, child: ChildProcess, exited: Promise<void>): Promise<OwnWindow> {
  const browser = await attach(profile, child)
  const pages = () => browser.contexts().flatMap((context) => context.pages())
  await expect.poll(() => pages().length).toBeGreaterThan(0)
  const [page] = pages()
  if (page === undefined) throw new Error('a window without a page')
  await page.waitForLoadState()
  return {
    page,
    end: async () => {
      child.kill('SIGTERM')
      await exited
      await browser.close().catch(() => {})
    },
  }
}

async function attach(profile: string, child: ChildProcess): Promise<Browser> {
  const portFile = join(profile, PORT_FILE)
  await expect
    .poll(() => child.exitCode !== null || (existsSync(portFile) && readFileSync(portFile, 'utf8') !== ''))
    .toBe(true)
  const [port] = readFileSync(portFile, 'utf8').split('\n')
  return chromium.connectOverCDP(`http://127.0.0.1:${port}`, { timeout: 10_000 })
}
