import { expect, type Locator, type Page } from '@playwright/test'

/**
 * Waits until what is on screen also listens: React binds keys after the paint, and a journey types faster than a person can.
 * Two frames and a turn of the event loop, not a length of time.
 */
export const listening = (page: Page): Promise<void> =>
  page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)))),
  )

/** Presses keys one after the other, on a page that listens. `Mod` is Ctrl, on a Mac ⌘. */
export async function press(page: Page, ...chords: string[]): Promise<void> {
  await listening(page)
  for (const chord of chords) await page.keyboard.press(chord.replace('Mod', 'ControlOrMeta'))
}

/** Tabs on until this has the focus; fails when no Tab leads there. */
export async function tabTo(page: Page, wanted: Locator, chord: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(wanted).toBeVisible()
  for (let presses = 0; presses < 60; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await press(page, chord)
  }
  await expect(wanted, 'reached with Tab').toBeFocused()
}

/** Counts presses of a pointer from now on; a journey «by keys only» ends with none. */
export const watchPointer = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const counted = window as unknown as { pointerPresses: number }
    counted.pointerPresses = 0
    addEventListener(
      'pointerdown',
      () => {
        counted.pointerPresses += 1
      },
      true,
    )
  })

export const pointerPresses = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as { pointerPresses: number }).pointerPresses)
