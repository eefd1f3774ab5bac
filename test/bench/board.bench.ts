import { type Browser, chromium, type Page } from '@playwright/test'
import { weekOf } from '../../shared/domain/wall-clock.ts'
import { chromiumLaunch } from '../e2e/chromium.ts'
import { layBusyRoom } from './board-room.ts'
import { shellWithEmptyPage, startBrowserShell } from './browser-shell.ts'
import { aCopy } from './desk.ts'
import { framesOfScrolling, keyToPaint, type Seen, watchKeys } from './key-to-paint.ts'
import { both, MEDIAN, P95, type Samples } from './measure.ts'
import { emptyWeek, hearPlainKeys, plainBoard } from './plain-board.ts'
import { type Benchmark, resultOf } from './result.ts'

const SEATS = 60
const DAYS = 24
const ARROWS = 120
const LOADS = 7
const FRAMES = 60
const TURNS = 4
const SLOTS = 96
const atMost = (ms: number) => ({ of: 'value', atMost: ms }) as const

/** The seat board of a large room, against the same board as a plain table without any library. */
export const seatBoard: Benchmark = {
  names: [
    'board-load',
    'board-next-day',
    'board-next-day-first',
    'board-arrow',
    'board-arrow-p95',
    'board-week-scroll',
  ],
  run: async (archive) => {
    const room = await openRoom(archive)
    const browser = await chromium.launch(chromiumLaunch)
    try {
      const load = await loads(browser, room)
      const [subject, baseline] = [await openBoard(browser, room.address), await openPlain(browser, room.plain)]
      const days = await takeTurnsAt(subject, baseline, Array<string>(DAYS).fill(']'), 'day')
      const headings = await takeTurnsAt(subject, baseline, Array<string>(DAYS).fill('['), 'heading')
      const arrows = await takeTurnsAt(subject, baseline, walk(), 'focus')
      const scroll = await scrolling(browser, room)
      return [
        resultOf('board-load', 'ms', both(load, MEDIAN), atMost(500)),
        resultOf('board-next-day', 'ms', both(days, MEDIAN), atMost(100)),
        resultOf('board-next-day-first', 'ms', both(headings, MEDIAN), atMost(33)),
        resultOf('board-arrow', 'ms', both(arrows, MEDIAN), atMost(16)),
        resultOf('board-arrow-p95', 'ms', both(arrows, P95), atMost(33)),
        resultOf('board-week-scroll', 'ms', both(scroll, P95), { of: 'ratio', atMost: 1.5 }),
      ]
    } finally {
      await browser.close()
      await room.close()
    }
  },
}

type OpenRoom = Awaited<ReturnType<typeof openRoom>>

/** The console with a busy room, and the plain table of the same size behind the same server. */
async function openRoom(archive: string) {
  const folder = aCopy(archive)
  const emptyFolder = aCopy(archive)
  const empty = shellWithEmptyPage(plainBoard(SEATS, SLOTS))
  await layBusyRoom(
    folder.path,
    SEATS,
    Array.from({ length: DAYS + 8 }, (_, day) => dateAfter(day - 1)),
  )
  const shell = await startBrowserShell(folder.path)
  const plain = await startBrowserShell(emptyFolder.path, { program: empty.program })
  return {
    address: shell.address,
    plain: plain.address,
    close: async () => {
      await shell.stop()
      await plain.stop()
      for (const each of [folder, emptyFolder, empty]) each.remove()
    },
  }
}

const dateAfter = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** Tomorrow's board, or its week. */
function boardAddress(address: string, view = ''): string {
  const url = new URL(address)
  url.pathname = '/seats'
  url.search = `?day=${dateAfter(1)}${view}`
  return url.href
}

const viewport = { width: 1280, height: 800 }

async function openBoard(browser: Browser, address: string): Promise<Page> {
  const page = await browser.newPage({ viewport, locale: 'zh-CN' })
  await page.addInitScript(watchKeys)
  await page.goto(boardAddress(address))
  await page.locator('[role=grid] [data-cell]:focus').waitFor()
  return page
}

async function openPlain(browser: Browser, address: string): Promise<Page> {
  const page = await browser.newPage({ viewport })
  await page.addInitScript(watchKeys)
  await page.goto(address)
  await page.evaluate(hearPlainKeys)
  return page
}

/** Each key on both boards; the page in front is the one that paints. */
async function takeTurnsAt(subject: Page, baseline: Page, keys: readonly string[], seen: Seen): Promise<Samples> {
  const samples = { subject: [] as number[], baseline: [] as number[] }
  for (const [side, page] of [
    ['baseline', baseline],
    ['subject', subject],
  ] as const) {
    await page.bringToFront()
    for (const [index, key] of keys.entries()) {
      const tookMs = await keyToPaint(page, key, seen)
      if (index >= 2) samples[side].push(tookMs)
      // As somebody who looks at what came: the next key finds a page at rest.
      await page.waitForTimeout(60)
    }
  }
  return samples
}

const walk = (): string[] =>
  Array.from(
    { length: ARROWS },
    (_, index) => (['ArrowDown', 'ArrowRight', 'ArrowDown', 'ArrowUp'] as const)[index % 4] ?? '',
  )

/** From the beginning of the navigation until bookings are painted, nothing cached. */
async function loads(browser: Browser, { address, plain }: OpenRoom): Promise<Samples> {
  const samples = { subject: [] as number[], baseline: [] as number[] }
  for (let round = 0; round <= LOADS; round += 1) {
    for (const [side, url] of [
      ['baseline', plain],
      ['subject', boardAddress(address)],
    ] as const) {
      const page = await browser.newPage({ viewport, locale: 'zh-CN' })
      await page.addInitScript(watchForBookings)
      await page.goto(url, { waitUntil: 'commit' })
      const painted = await page.waitForFunction(() => performance.getEntriesByName('bench:bookings')[0]?.startTime)
      if (round > 0) samples[side].push((await painted.jsonValue()) ?? Number.NaN)
      await page.close()
    }
  }
  return samples
}

/** Runs in the page before anything else. */
function watchForBookings(): void {
  // Whole: a plain table shows its first rows long before its last one.
  const look = () => {
    const isWhole = document.readyState !== 'loading' && document.querySelector('[role=grid] [data-booking]') !== null
    if (!isWhole) return
    watcher.disconnect()
    requestAnimationFrame(() => setTimeout(() => performance.mark('bench:bookings')))
  }
  const watcher = new MutationObserver(look)
  watcher.observe(document, { childList: true, subtree: true })
  document.addEventListener('readystatechange', look)
}

/** A week of the whole room with all its bookings, against an empty grid of its size. */
async function scrolling(browser: Browser, { address }: OpenRoom): Promise<Samples> {
  const week = await browser.newPage({ viewport, locale: 'zh-CN' })
  await week.goto(boardAddress(address, '&view=week'))
  await week.locator(`[data-day="${weekOf(dateAfter(1))[0] ?? ''}"]`).waitFor()
  await week.locator('[data-scroller] [data-state]').first().waitFor()
  const empty = await browser.newPage({ viewport })
  await empty.setContent(emptyWeek(SEATS))
  const samples = { subject: [] as number[], baseline: [] as number[] }
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (const [side, page, box] of [
      ['baseline', empty, 'main'],
      ['subject', week, '[data-scroller]'],
    ] as const) {
      await page.bringToFront()
      samples[side].push(...(await framesOfScrolling(page, box, FRAMES)))
    }
  }
  return samples
}
