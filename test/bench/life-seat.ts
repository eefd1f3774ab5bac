import type { Browser, Page } from '@playwright/test'
import { startBrowserShell } from './browser-shell.ts'
import { connectToDoor } from './door-client.ts'
import { pressToPainted, watchForPresses } from './painted.ts'

const CARD = '[role=dialog]'

/** Milliseconds from the press until the card is painted. */
export async function opened(page: Page, press: () => Promise<unknown>): Promise<number> {
  await page.bringToFront()
  return pressToPainted(page, CARD, press)
}

export const dismissed = async (seat: Page) => {
  await seat.keyboard.press('w')
  await seat.locator(CARD).waitFor({ state: 'detached' })
}

/** A call of its own each time: what was asked about in one is not asked again. */
export async function nextCall(seat: Page): Promise<void> {
  await seat.locator('textarea').fill('')
  await seat.keyboard.press('Alt+n')
  await seat.locator('textarea').focus()
}

export async function aPage(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' })
  const page = await context.newPage()
  await watchForPresses(page)
  await page.goto(address)
  return page
}

/** Somebody who listens to a call; gives the path of its screen. */
export async function layCall(dataFolder: string): Promise<string> {
  const shell = await startBrowserShell(dataFolder)
  const door = await connectToDoor(shell.address)
  try {
    await door.call('settings.save', { isFirstRunDone: true, language: 'zh' })
    const walkUp = { bookingId: null, listenerId: null, purpose: 'listen' }
    const session = (await door.call('sessions.start', walkUp)) as { id: string }
    await door.call('sessions.nextCall', { sessionId: session.id, reference: null })
    return `/listen/${session.id}`
  } finally {
    door.close()
    await shell.stop()
  }
}
