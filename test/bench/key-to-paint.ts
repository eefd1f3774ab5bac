import type { Page } from '@playwright/test'

/** What a key is expected to change: the cell with the focus, or the day on the board with its bookings. */
export type Seen = 'focus' | 'heading' | 'day'

interface Watch {
  tookMs: number | null
  seen: Seen
}
declare global {
  interface Window {
    benchWatch?: Watch
  }
}

/** Runs in the page: from the key as the system gave it to the frame after the one that shows the change. */
export function watchKeys(): void {
  const look = (seen: Seen): string => {
    const grid = document.querySelector('[role=grid]')
    if (seen === 'focus') return document.activeElement?.getAttribute('data-cell') ?? ''
    if (seen === 'heading') return document.querySelector('main')?.querySelector('header, table')?.textContent ?? ''
    const isWhole = grid?.querySelector('[data-booking]') && grid.getAttribute('aria-busy') !== 'true'
    return grid && isWhole ? (grid.getAttribute('aria-label') ?? '') : ''
  }
  addEventListener(
    'keydown',
    (event) => {
      const watch = window.benchWatch
      if (watch === undefined) return
      const before = look(watch.seen)
      const afterFrame = () =>
        requestAnimationFrame(() =>
          setTimeout(() => {
            const now = look(watch.seen)
            if (now === before || now === '') return afterFrame()
            watch.tookMs = performance.now() - event.timeStamp
          }),
        )
      afterFrame()
    },
    true,
  )
}

/** Presses a key once and gives the milliseconds until what it changes is painted. */
export async function keyToPaint(page: Page, key: string, seen: Seen): Promise<number> {
  await page.evaluate((what) => {
    window.benchWatch = { tookMs: null, seen: what }
  }, seen)
  await page.keyboard.press(key)
  const took = await page.waitForFunction(() => window.benchWatch?.tookMs ?? false)
  return (await took.jsonValue()) || Number.NaN
}

/** Scrolls a box across and back for some frames, down as far as it goes, and gives the milliseconds from frame to frame. */
export function framesOfScrolling(page: Page, box: string, frames: number): Promise<number[]> {
  return page.evaluate(
    ([selector, count]) =>
      new Promise<number[]>((resolve) => {
        const element = document.querySelector(selector)
        if (element === null) throw new Error(`nothing is called ${selector}`)
        const tookMs: number[] = []
        let lastMs = performance.now()
        let [across, way] = [element.scrollLeft, 1]
        // A box that does not move would be smooth.
        const isWider = element.scrollWidth > element.clientWidth
        if (!isWider && element.scrollHeight <= element.clientHeight) throw new Error(`${selector} does not scroll`)
        const step = (nowMs: number) => {
          tookMs.push(nowMs - lastMs)
          lastMs = nowMs
          element.scrollBy(40 * way, 24)
          if (element.scrollLeft === across) way = -way
          across = element.scrollLeft
          if (tookMs.length < count) requestAnimationFrame(step)
          else resolve(tookMs.slice(2))
        }
        requestAnimationFrame(step)
      }),
    [box, frames] as const,
  )
}
