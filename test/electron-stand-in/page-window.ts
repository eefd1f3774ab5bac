import { readFileSync } from 'node:fs'
import type { BrowserContext, Page } from '@playwright/test'
import { toApp, toRouted } from './addresses.ts'
import type { AskMain } from './ask-main.ts'
import type { PageOrder } from './messages.ts'
import { bridgeName, preloadScript } from './preload-runtime.ts'

type Sent = { channel: string; args: unknown[] }
type FromPage = { what: 'invoke' | 'message' | 'pull'; channel: string; args: unknown[] }

/** A window of main as a page of the test's Chromium. */
export interface PageWindow {
  readonly page: Page
  load(url: string): Promise<void>
  send(sent: Sent): void
  /** Main itself asked for the next load of the page, so nobody is asked whether it may go. */
  isOwnLoad(): boolean
}

/** Messages to a page, fetched one by one; a page that was left loses what it had asked for. */
function mailbox() {
  const letters: Sent[] = []
  let hand: ((sent: Sent) => void) | null = null
  return {
    put: (sent: Sent) => {
      if (hand === null) letters.push(sent)
      else hand(sent)
      hand = null
    },
    take: () =>
      new Promise<Sent>((resolve) => {
        const letter = letters.shift()
        if (letter === undefined) hand = resolve
        else resolve(letter)
      }),
    forget: () => {
      letters.length = 0
      hand = null
    },
  }
}

export async function openPageWindow(
  context: BrowserContext,
  order: Extract<PageOrder, { order: 'open' }>,
  ask: AskMain,
): Promise<PageWindow> {
  const { windowId, preload, width, height } = order
  const page = await context.newPage()
  await page.setViewportSize({ width, height })
  const post = mailbox()
  let isLoading = false

  await page.exposeBinding(bridgeName, ({ frame }, { what, channel, args }: FromPage) => {
    const from = { windowId, isMainFrame: frame === page.mainFrame(), url: toApp(frame.url()) }
    if (what === 'pull') return post.take()
    return ask(what, { from, channel, args })
  })
  await page.addInitScript({ content: preloadScript(readFileSync(preload, 'utf8')) })
  page.on('domcontentloaded', () => {
    isLoading = false
  })
  page.on('load', () => void ask('loaded', { windowId, url: toApp(page.url()) }).catch(() => {}))
  page.on('request', (request) => {
    if (!request.isNavigationRequest() || request.frame() !== page.mainFrame()) return
    post.forget()
    void ask('leaving', { windowId, url: toApp(request.url()) }).catch(() => {})
  })
  page.on('popup', (popup) => void popup.close())
  page.on('close', () => void ask('closed', { windowId }).catch(() => {}))

  return {
    page,
    load: async (url) => {
      isLoading = true
      // A page that is closed while it loads is an end like any other.
      await page.goto(toRouted(url)).catch(() => {})
    },
    send: post.put,
    isOwnLoad: () => isLoading,
  }
}
