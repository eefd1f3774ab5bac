import type { Page } from '@playwright/test'

/** Runs in the page before anything else: notes when the browser took the last press. */
function watchPresses(): void {
  // A mouse has pressed when it is let go; `beforeinput` is the press of an input method, which no key tells of.
  for (const kind of ['click', 'keydown', 'beforeinput'] as const)
    addEventListener(kind, (event) => Object.assign(window, { benchPressedMs: event.timeStamp }), true)
}

/** Before the page's address is opened. */
export const watchForPresses = (page: Page): Promise<unknown> => page.addInitScript(watchPresses)

/**
 * Milliseconds from a press of a key or the mouse, as the browser took it, until the first element of `selector` is painted, where it
 * was not there before, or with another text than it had.
 */
export async function pressToPainted(page: Page, selector: string, press: () => Promise<unknown>): Promise<number> {
  const watching = await page.evaluateHandle((wanted) => {
    const shown = () => document.querySelector(wanted)?.textContent ?? null
    const before = shown()
    const isThere = () => shown() !== null && shown() !== before
    const painted = new Promise<number>((resolve, reject) => {
      setTimeout(() => reject(new Error(`nothing new came to be seen at ${wanted}`)), 20_000)
      const watcher = new MutationObserver(() => {
        if (!isThere()) return
        watcher.disconnect()
        // After the frame that shows it, and after what that frame made the page do.
        requestAnimationFrame(() =>
          setTimeout(() =>
            resolve(performance.now() - (window as unknown as { benchPressedMs: number }).benchPressedMs),
          ),
        )
      })
      watcher.observe(document, { childList: true, subtree: true, characterData: true, attributes: true })
    })
    return { painted }
  }, selector)
  await press()
  return watching.evaluate(({ painted }) => painted)
}
