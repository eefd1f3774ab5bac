import { fork } from 'node:child_process'
import { join } from 'node:path'
import type { BrowserContext, Page, Route } from '@playwright/test'
import { toApp } from './addresses.ts'
import { type AskMain, talkTo } from './ask-main.ts'
import type { PageOrder } from './messages.ts'
import { openPageWindow, type PageWindow } from './page-window.ts'

const root = join(import.meta.dirname, '..', '..')
const boot = join(import.meta.dirname, 'boot.ts')

export interface StandInOptions {
  /** Pages of main's windows open here. */
  context: BrowserContext
  /** As on the command line: `--data DIR`, `--lang en`, a link. */
  args: readonly string[]
  /** Stands for the account's home: where a start without `--data` puts its folder, and where running consoles say so. */
  home: string
}

export interface StandIn {
  /** The first window, once its page is loaded; rejects when main ends without one. */
  window(): Promise<Page>
  ask: AskMain
  /** Everything main wrote so far. */
  output(): string
  /** Addresses a page asked for that are not the application's own; none was let out. */
  strangers: readonly string[]
  /** Main's exit code; null after a signal. */
  readonly exited: Promise<number | null>
  readonly pid: number
  /** Quits as the menu would, and waits for the end. */
  quit(): Promise<number | null>
  /** kill -9. */
  kill(): Promise<void>
}

/** Null for the first request of a window that a page is about to open: it has no frame yet. */
function pageOf(route: Route): Page | null {
  try {
    return route.request().frame().page()
  } catch {
    return null
  }
}

/** What the three systems are asked for their places. */
const placesUnder = (home: string) => ({
  HOME: home,
  LOCALAPPDATA: join(home, 'Local'),
  XDG_CACHE_HOME: join(home, '.cache'),
  XDG_DATA_HOME: join(home, '.local', 'share'),
})

/** Boots the built main bundle, unchanged, on the stand-in for `electron`. */
export function launchStandIn({ context, args, home }: StandInOptions): StandIn {
  const main = fork(join(root, 'out', 'main', 'main.js'), args, {
    cwd: root,
    // Playwright's colours are not the product's.
    env: { ...process.env, FORCE_COLOR: undefined, NO_COLOR: undefined, ...placesUnder(home) },
    execArgv: ['--import', boot],
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let output = ''
  const hear = (chunk: Buffer) => {
    output += chunk
  }
  main.stdout?.on('data', hear)
  main.stderr?.on('data', hear)

  const windows = new Map<number, Promise<PageWindow>>()
  const strangers: string[] = []
  const opened = Promise.withResolvers<Page>()
  // Nobody may be waiting: a refused start has no window.
  opened.promise.catch(() => {})
  const ended = new Promise<number | null>((resolve) => main.on('exit', (code) => resolve(code)))
  void ended.then((code) => opened.reject(new Error(`main ended with ${code} before a window opened: ${output}`)))

  const everything = () => true
  // Main ended, or the page was closed, in the middle of a request: nobody waits for it.
  const serveRoute = (route: Route) => serve(route).catch(() => route.abort('aborted').catch(() => {}))
  const routed = context.route(everything, serveRoute)
  const clearUp = async () => {
    // A process takes its windows with it; the next main in this context serves its own pages.
    for (const window of windows.values()) await (await window).page.close()
    await context.unroute(everything, serveRoute)
  }
  const exited = ended.then(async (code) => {
    await clearUp().catch(() => {})
    return code
  })

  async function obey(order: PageOrder): Promise<void> {
    if (order.order === 'open') {
      windows.set(
        order.windowId,
        routed.then(() => openPageWindow(context, order, ask)),
      )
      return
    }
    const window = await windows.get(order.windowId)
    if (window === undefined) return
    if (order.order === 'load') {
      await window.load(order.url)
      opened.resolve(window.page)
    } else if (order.order === 'reload') await window.load(toApp(window.page.url()))
    else if (order.order === 'send') window.send({ channel: order.channel, args: order.args })
    else await window.page.close()
  }

  const ask = talkTo(main, (order) => void obey(order).catch(() => {}))

  async function windowOf(page: Page): Promise<[number, PageWindow] | null> {
    for (const [windowId, promised] of windows) {
      const window = await promised
      if (window.page === page) return [windowId, window]
    }
    return null
  }

  async function serve(route: Route): Promise<void> {
    const request = route.request()
    const url = toApp(request.url())
    const page = pageOf(route)
    const found = page === null ? null : await windowOf(page)
    if (page === null || found === null) {
      // Another main of this test may have opened it.
      if (page !== null && (await page.opener()) === null) return route.fallback()
      // A window opened by a page: main is asked, and whatever it says nothing is loaded here.
      for (const windowId of windows.keys()) await ask('openWindow', { windowId, url })
      strangers.push(url)
      return route.abort('blockedbyclient')
    }
    const [windowId, window] = found
    const isMainFrame = request.frame() === page.mainFrame()
    if (request.isNavigationRequest() && !(isMainFrame && window.isOwnLoad()))
      if (!(await ask('navigate', { windowId, url, isMainFrame }))) {
        strangers.push(url)
        return route.abort('aborted')
      }
    if (!url.startsWith('app:')) {
      strangers.push(url)
      return route.abort('blockedbyclient')
    }
    const { status, headers, body } = await ask('request', { url, method: request.method() })
    return route.fulfill({ status, headers, body: Buffer.from(body) })
  }

  return {
    window: () => opened.promise,
    ask,
    output: () => output,
    strangers,
    exited,
    pid: main.pid ?? 0,
    quit: async () => {
      await ask('quit', {}).catch(() => {})
      return exited
    },
    kill: async () => {
      main.kill('SIGKILL')
      await exited
    },
  }
}
