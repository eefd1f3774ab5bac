import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { hearDanger } from '../../shared/domain/life-channel/hear-danger.ts'
import { openEar } from '../../shared/domain/life-channel/open-ear.ts'
import { aFolder } from '../builders/console.ts'
import { chromiumLaunch } from '../e2e/chromium.ts'
import { readLines } from '../ear/lines.ts'
import { startBrowserShell } from './browser-shell.ts'
import { aPage, dismissed, layCall, nextCall, opened } from './life-seat.ts'
import { percentile } from './measure.ts'
import { type Benchmark, resultOf } from './result.ts'

/** So many of them, evenly taken: each has a call of its own. */
const CRIES = 60
const LATE_MS = 200

const lines = join(import.meta.dirname, '..', 'ear', 'lines')

/** Cries of high risk by people whom nothing was learned from, said in one line and heard where the hands rest on it. */
async function heardCries(): Promise<string[]> {
  const ear = await openEar()
  const all = readdirSync(lines)
    .filter((name) => /^(?:tested|english|old|denied)-/u.test(name))
    .flatMap((name) => readLines(join(lines, name)))
    .filter(({ text, grade }) => grade === 'high' && !text.includes('\n'))
    .map(({ text }) => text)
    .filter((text) => hearDanger([{ text, speaker: 'listener' }], ear)?.grade === 'high')
  return all.filter((_, at) => Math.floor((at * CRIES) / all.length) !== Math.floor(((at - 1) * CRIES) / all.length))
}

/** From the last key of a cry until the card is painted: of many cries the median, the slowest but one in twenty, and how many in a hundred wait longer than is promised. */
export const lifeCries: Benchmark = {
  names: ['life-cries-last-key', 'life-cries-last-key-p95', 'life-cries-late'],
  needsNoArchive: true,
  isApart: true,
  run: async () => {
    const cries = await heardCries()
    const folder = aFolder()
    const path = await layCall(folder.path)
    const shell = await startBrowserShell(folder.path)
    const browser = await chromium.launch(chromiumLaunch)
    try {
      const { origin, hash } = new URL(shell.address)
      const seat = await aPage(browser, `${origin}${path}${hash}`)
      await seat.locator('textarea').waitFor()
      // The first only warms up.
      await typed(seat, cries[0] ?? '')
      const tookMs: number[] = []
      for (const cry of cries) tookMs.push(await typed(seat, cry))
      const of = (value: number) => ({ value, baseline: 1 })
      const late = (100 * tookMs.filter((took) => took > LATE_MS).length) / tookMs.length
      return [
        resultOf('life-cries-last-key', 'ms', of(percentile(tookMs, 0.5)), { of: 'value', atMost: LATE_MS }),
        resultOf('life-cries-last-key-p95', 'ms', of(percentile(tookMs, 0.95)), null),
        resultOf('life-cries-late', '%', of(late), null),
      ]
    } finally {
      await browser.close()
      await shell.stop()
      folder.remove()
    }
  },
}

/** As an input method gives it: all at once, with its last key. */
async function typed(seat: Page, cry: string): Promise<number> {
  await nextCall(seat)
  const tookMs = await opened(seat, () => seat.keyboard.insertText(cry))
  await seat.keyboard.press('Control+Shift+H')
  await dismissed(seat)
  return tookMs
}
