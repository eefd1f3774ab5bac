import { chromium, type Page } from '@playwright/test'
import { aFolder } from '../builders/console.ts'
import { chromiumLaunch } from '../e2e/chromium.ts'
import { startBrowserShell } from './browser-shell.ts'
import { aPage, dismissed, layCall, nextCall, opened } from './life-seat.ts'
import { both, MEDIAN, P95 } from './measure.ts'
import { type Benchmark, resultOf } from './result.ts'

const ROUNDS = 12

/** A page whose every press opens an empty dialog: what any dialog costs in this Chromium. */
const EMPTY_DIALOG = `<!doctype html><meta charset="utf-8"><textarea autofocus></textarea><script>
  let dialog = null
  addEventListener('keydown', () => {
    dialog?.remove()
    dialog = document.body.appendChild(document.createElement('div'))
    dialog.setAttribute('role', 'dialog')
    dialog.textContent = String(performance.now())
    dialog.style.cssText = 'position:fixed;inset:0;background:white'
  })
</script>`

/** From the red key, and from the last character of a cry, until the card is painted; beside an empty dialog of the same run. */
export const lifeCard: Benchmark = {
  names: ['life-card-red-key', 'life-card-red-key-p95', 'life-card-last-key', 'life-card-last-key-p95'],
  needsNoArchive: true,
  run: async () => {
    const folder = aFolder()
    const path = await layCall(folder.path)
    const shell = await startBrowserShell(folder.path)
    const browser = await chromium.launch(chromiumLaunch)
    try {
      const { origin, hash } = new URL(shell.address)
      const seat = await aPage(browser, `${origin}${path}${hash}`)
      const plain = await aPage(browser, `data:text/html,${encodeURIComponent(EMPTY_DIALOG)}`)
      await seat.locator('textarea').waitFor()
      const red = { subject: [] as number[], baseline: [] as number[] }
      const last = { subject: [] as number[], baseline: [] as number[] }
      for (let round = 0; round <= ROUNDS; round += 1) {
        const dialogMs = await opened(plain, () => plain.keyboard.press('x'))
        const redMs = await redKey(seat)
        const lastMs = await lastKey(seat)
        // The first round only warms up.
        if (round === 0) continue
        red.subject.push(redMs)
        last.subject.push(lastMs)
        for (const samples of [red, last]) samples.baseline.push(dialogMs)
      }
      const goal = { of: 'value', atMost: 200 } as const
      return [
        resultOf('life-card-red-key', 'ms', both(red, MEDIAN), goal),
        resultOf('life-card-red-key-p95', 'ms', both(red, P95), null),
        resultOf('life-card-last-key', 'ms', both(last, MEDIAN), goal),
        resultOf('life-card-last-key-p95', 'ms', both(last, P95), null),
      ]
    } finally {
      await browser.close()
      await shell.stop()
      folder.remove()
    }
  },
}

async function redKey(seat: Page): Promise<number> {
  const tookMs = await opened(seat, () => seat.keyboard.press('Control+Shift+H'))
  await seat.keyboard.press('Control+Shift+H')
  await dismissed(seat)
  return tookMs
}

async function lastKey(seat: Page): Promise<number> {
  await nextCall(seat)
  await seat.keyboard.type('我今晚就要自', { delay: 20 })
  const tookMs = await opened(seat, () => seat.keyboard.insertText('杀'))
  await seat.keyboard.press('Control+Shift+H')
  await dismissed(seat)
  return tookMs
}
