import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { v7 } from 'uuid'
import { inTransaction } from '../../electron/storage/database.ts'
import { runOn } from '../../electron/storage/engine/sqlite.ts'
import { insertPerson } from '../../electron/storage/house/people.ts'
import { openForWriting } from '../../electron/storage/open.ts'
import { chromiumLaunch } from '../e2e/chromium.ts'
import { layArchive } from './archive.ts'
import { startBrowserShell } from './browser-shell.ts'
import { connectToDoor } from './door-client.ts'
import { framesOfScrolling } from './key-to-paint.ts'
import { both, MEDIAN, P95, percentile, type Samples } from './measure.ts'
import { pressToPainted, watchForPresses } from './painted.ts'
import { type Benchmark, type Result, resultOf } from './result.ts'
import { searches } from './words.ts'

const ROUNDS = 7
/** Between two pages somebody looks at what came. */
const REST_MS = 200
const goal = { of: 'value', atMost: 100 } as const

/** A press on one screen of the console, until what was asked for is painted. */
export interface Press {
  readonly name: string
  /** The page it happens on. */
  readonly path: string
  /** Makes the page ready, presses, and gives the milliseconds. */
  measure(page: Page, round: number): Promise<number>
}

const SCROLLED_FRAMES = 60
/** Of the view of all duties. */
const dutyLine = '[data-duty-scroll] [aria-posinset="1"]'
const firstRow = '[role=grid] [role=row][aria-rowindex="2"]'

/** Every place of the rail, and what only its page shows once it is there with its rows. */
const places: ReadonlyMap<string, string> = new Map([
  ['/seats', '[role=grid][aria-busy=false] [data-cell]'],
  ['/listen', 'main h1'],
  ['/sessions', '[data-session]'],
  ['/tickets', firstRow],
  ['/exports', 'main h2'],
  ['/settings', 'main label'],
  ['/today', 'main a[href^="/tickets/"]'],
])

export const presses: readonly Press[] = [
  {
    name: 'page-switch',
    path: '/today',
    // The slowest of all of them: a person remembers that one.
    measure: async (page) => {
      const tookMs: number[] = []
      for (const [path, shown] of places) {
        tookMs.push(await pressToPainted(page, shown, () => page.locator(`nav a[href="${path}"]`).click()))
        await page.waitForTimeout(REST_MS)
      }
      return Math.max(...tookMs)
    },
  },
  {
    name: 'tickets-open',
    path: '/today',
    measure: (page) => pressToPainted(page, firstRow, () => page.locator('nav a[href="/tickets"]').click()),
  },
  {
    name: 'tickets-search',
    path: '/tickets?state=all',
    measure: async (page, round) => {
      await page.locator(firstRow).waitFor()
      await page.locator('search input').focus()
      const word = searches.one[round % searches.one.length] ?? ''
      return pressToPainted(page, 'main [role=status]', () => page.keyboard.insertText(word))
    },
  },
  ...[2_000, 25_000].flatMap((count): Press[] => [
    {
      name: `people-${count}-picker`,
      path: '/today',
      measure: (page) =>
        pressToPainted(page, '[role=option]', () => page.locator('aside button[aria-haspopup=dialog]').click()),
    },
    {
      name: `people-${count}-page`,
      path: '/settings',
      measure: (page) =>
        pressToPainted(page, 'table tbody tr', () => page.locator('a[href*="section=people"]').click()),
    },
    {
      name: `people-${count}-duty`,
      path: '/today',
      measure: (page) => pressToPainted(page, dutyLine, () => page.locator('nav a[href="/duty"]').click()),
    },
    {
      name: `people-${count}-duty-filter`,
      path: '/duty',
      measure: async (page, round) => {
        await page.locator(dutyLine).waitFor()
        await page.locator('search input').focus()
        return pressToPainted(page, dutyLine, () => page.keyboard.insertText(String(101_000 + round)))
      },
    },
    {
      name: `people-${count}-duty-scroll`,
      path: '/duty',
      // Of the frames in which the list went by, almost the longest.
      measure: async (page) => {
        await page.locator(dutyLine).waitFor()
        return percentile(await framesOfScrolling(page, '[data-duty-scroll]', SCROLLED_FRAMES), P95)
      },
    },
  ]),
]

const peopleOf = (name: string): number => Number(/^people-(\d+)/.exec(name)?.[1] ?? 0)

/** What a person waits for at real sizes, each against forty plain rows of text that the same browser draws on an empty page. */
export const screens: Benchmark = {
  names: presses.map(({ name }) => name),
  run: async (_archive, isWanted = () => true) => {
    const house = mkdtempSync(join(tmpdir(), 'earshot-bench-screens-'))
    const browser = await chromium.launch(chromiumLaunch)
    const plain = await browser.newPage()
    await watchForPresses(plain)
    try {
      const results: Result[] = []
      for (const count of [0, 2_000, 25_000]) {
        const wanted = presses.filter(({ name }) => peopleOf(name) === count && isWanted(name))
        if (wanted.length > 0)
          results.push(...(await onDesk(browser, plain, join(house, String(count)), count, wanted)))
      }
      return results
    } finally {
      await browser.close()
      rmSync(house, { recursive: true, force: true })
    }
  },
}

async function onDesk(
  browser: Browser,
  plain: Page,
  folder: string,
  peopleCount: number,
  wanted: readonly Press[],
): Promise<Result[]> {
  layArchive(folder, peopleCount === 0 ? { notes: 40_000, tickets: 20_000 } : { notes: 90, tickets: 30 })
  layPeople(folder, peopleCount)
  const shell = await startBrowserShell(folder)
  try {
    const door = await connectToDoor(shell.address)
    await door.call('settings.save', { isFirstRunDone: true, language: 'zh' })
    door.close()
    const results: Result[] = []
    for (const press of wanted)
      results.push(resultOf(press.name, 'ms', both(await rounds(browser, plain, shell.address, press), MEDIAN), goal))
    return results
  } finally {
    await shell.stop()
  }
}

async function rounds(browser: Browser, plain: Page, address: string, press: Press): Promise<Samples> {
  const samples = { subject: [] as number[], baseline: [] as number[] }
  for (let round = 0; round <= ROUNDS; round += 1) {
    const baseline = await plainRows(plain)
    const subject = await pressed(browser, address, press, round)
    if (round === 0) continue
    samples.baseline.push(baseline)
    samples.subject.push(subject)
  }
  return samples
}

/** In a window of its own that has seen nothing yet, once its code is there. */
export async function pressed(browser: Browser, address: string, press: Press, round: number): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' })
  const page = await context.newPage()
  await watchForPresses(page)
  const { origin, hash } = new URL(address)
  await page.goto(`${origin}${press.path}${hash}`, { waitUntil: 'networkidle' })
  await page.locator('main h1').waitFor()
  const tookMs = await press.measure(page, round)
  await context.close()
  return tookMs
}

async function plainRows(page: Page): Promise<number> {
  await page.goto('about:blank')
  await page.evaluate(() => {
    const row = `<tr>${'<td>ES-000123</td>'.repeat(9)}</tr>`
    addEventListener('keydown', () => {
      document.body.innerHTML = `<table>${row.repeat(40)}</table>`
    })
  })
  return pressToPainted(page, 'td', () => page.keyboard.press('a'))
}

function layPeople(folder: string, count: number): void {
  const db = openForWriting(join(folder, 'earshot.db'))
  inTransaction(db, () => {
    for (let person = 0; person < count; person += 1)
      runOn(
        db,
        insertPerson({
          id: v7(),
          name: personName(person),
          department: `事业部${(person % 60) + 1}`,
          role: 'listener',
          employeeNumber: String(100_000 + person),
          email: `p${person}@example.com`,
          joinedOn: null,
          version: 0,
        }),
      )
  })
  db.close()
}

const SURNAMES = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗'
const GIVEN = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰文斌'
const personName = (number: number): string =>
  [SURNAMES.at(number % 20), GIVEN.at(number % 29), GIVEN.at(Math.floor(number / 20) % 29)].join('')
