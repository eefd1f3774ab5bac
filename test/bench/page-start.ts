import type { Browser, Page } from '@playwright/test'

/** Runs in the page before anything else: notes when the first element of `selector` has been painted. */
export function watchFor(selector: string): void {
  const watcher = new MutationObserver(() => {
    if (document.querySelector(selector) === null) return
    watcher.disconnect()
    // After the frame in which it appears, and after what that frame made the page do.
    requestAnimationFrame(() => setTimeout(() => performance.mark('bench:interactive')))
  })
  watcher.observe(document, { childList: true, subtree: true })
}

export const isInteractive = (): boolean => performance.getEntriesByName('bench:interactive').length > 0

export interface Start {
  /** From the beginning of the navigation to a painted page that takes keys. */
  readonly sinceNavigationMs: number
  /** Of the system's clock. */
  readonly interactiveAtMs: number
}

export const heading = 'main h1'
/** Tickets that are due: the last of what Today shows. */
export const wholeToday = 'main a[href^="/tickets/"]'

/** Opens the page in a context of its own: nothing cached, as on every start, because the port is another each time. */
export async function openPage(
  browser: Browser,
  address: string,
  shown: string,
  then: (page: Page) => Promise<void> = async () => {},
): Promise<Start> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' })
  const page = await context.newPage()
  await page.addInitScript(watchFor, shown)
  await page.goto(address, { waitUntil: 'commit' })
  await page.waitForFunction(isInteractive)
  const start = await page.evaluate(() => {
    const sinceNavigationMs = performance.getEntriesByName('bench:interactive')[0]?.startTime ?? Number.NaN
    return { sinceNavigationMs, interactiveAtMs: performance.timeOrigin + sinceNavigationMs }
  })
  await then(page)
  await context.close()
  return start
}

/** A page that shows what it has and does nothing with keys would not be interactive. */
export async function expectKeysHandled(page: Page): Promise<void> {
  await page.keyboard.press('?')
  await page.getByRole('dialog').waitFor({ state: 'visible', timeout: 5_000 })
}
