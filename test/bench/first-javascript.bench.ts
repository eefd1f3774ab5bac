import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { chromium } from '@playwright/test'
import { chromiumLaunch } from '../e2e/chromium.ts'
import { builtPages, startBrowserShell } from './browser-shell.ts'
import { aCopy } from './desk.ts'
import { connectToDoor } from './door-client.ts'
import { heading, isInteractive, watchFor } from './page-start.ts'
import { type Benchmark, resultOf } from './result.ts'

const assets = join(builtPages, 'assets')
const gzipKb = (files: readonly string[]): number =>
  files.reduce((total, file) => total + gzipSync(readFileSync(join(assets, file))).length, 0) / 1024

/** What is fetched until Today takes keys, as gzip, against all JavaScript there is. */
export const firstJavaScript: Benchmark = {
  names: ['first-javascript'],
  run: async (archive) => {
    const folder = aCopy(archive)
    const shell = await startBrowserShell(folder.path)
    const browser = await chromium.launch(chromiumLaunch)
    try {
      const door = await connectToDoor(shell.address)
      await door.call('settings.save', { isFirstRunDone: true })
      door.close()
      const page = await browser.newPage()
      await page.addInitScript(watchFor, heading)
      await page.goto(shell.address)
      await page.waitForFunction(isInteractive)
      // Pages that are fetched beforehand come after it, when there is nothing else to do.
      const fetched = await page.evaluate(() => {
        const doneMs = performance.getEntriesByName('bench:interactive')[0]?.startTime ?? Number.POSITIVE_INFINITY
        const before = performance.getEntriesByType('resource').filter((entry) => entry.startTime < doneMs)
        return before.map((entry) => entry.name)
      })
      const first = new Set(fetched.map((url) => basename(new URL(url).pathname)).filter(isScript))
      const all = readdirSync(assets).filter(isScript)
      const measured = { value: gzipKb([...first]), baseline: gzipKb(all) }
      return [resultOf('first-javascript', 'KB', measured, { of: 'value', atMost: 350 })]
    } finally {
      await browser.close()
      await shell.stop()
      folder.remove()
    }
  },
}

const isScript = (name: string): boolean => name.endsWith('.js')
