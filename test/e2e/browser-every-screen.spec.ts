import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import type * as Axe from 'axe-core'
import { v7 } from 'uuid'
import { SECTIONS } from '../../renderer/features/house/settings/sections.ts'
import { type App, test } from './app.ts'
import { accepted } from './door.ts'
import { listening, press } from './pages/keyboard.ts'
import { aLiveCall, aNote, settle, ticketsFrom } from './seed.ts'

/** Both languages and both themes are seen on every screen, in two looks instead of four; the longer words are the larger ones. */
const looks = [
  { language: 'zh', theme: 'light', textSizePercent: 100 },
  { language: 'en', theme: 'dark', textSizePercent: 130 },
] as const

interface Screen {
  readonly path: string
  /** What stands on it once it is whole; the same words in both languages. */
  readonly shows: string | RegExp
  /** Opens more than the address says. */
  readonly opens?: (page: Page) => Promise<void>
}

const { source: axeSource } = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'))('axe-core')

/** Nothing reaches beyond the window at 1280×800, and nothing moves for whoever asked for no motion. */
async function expectNothingBeyond(page: Page, name: string): Promise<void> {
  const { overflow, moves } = await page.evaluate(() => {
    const widths = [document.documentElement, document.body, document.querySelector('main')].flatMap((element) =>
      element === null ? [] : [element.scrollWidth - element.clientWidth],
    )
    return { overflow: Math.max(...widths), moves: (window as unknown as { moves: number }).moves }
  })
  expect.soft(overflow, `${name}: px beyond the window`).toBe(0)
  expect.soft(moves, `${name}: transitions begun`).toBe(0)
}

/** Nobody who hears or types instead of seeing is left out, in whatever weight. A second look at the same page asks only what a theme can change. */
async function expectNobodyLeftOut(page: Page, name: string, isSecondLook: boolean): Promise<void> {
  // Brought into a page once: reading it takes as long as a theme's contrasts.
  if (await page.evaluate(() => !('axe' in window))) await page.evaluate(axeSource)
  const findings = await page.evaluate(
    async (rules) => {
      const { axe } = window as unknown as { axe: typeof Axe }
      const { violations } = await axe.run(document, {
        // Only what is violated is described in full: that takes longer than finding it.
        resultTypes: ['violations'],
        // What no rule in force reads: the style sheets, fetched once more.
        preload: { assets: ['media'] },
        ...(rules === null ? {} : { runOnly: { type: 'rule', values: rules } }),
      })
      return violations.map(
        ({ id, impact, nodes }) =>
          `${impact} ${id}: ${nodes.map(({ target, any }) => `${target} ${any[0]?.message}`).join(' | ')}`,
      )
    },
    isSecondLook ? ['color-contrast'] : null,
  )
  expect.soft(findings, `${name}: findings`).toEqual([])
}

const routeOf = (path: string) => path.split(/[/?]/)[1]

/** As by a link, without reading the program again; waits until nothing of the screen before stands there. */
async function follow(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    for (const part of document.querySelectorAll('main > *')) part.setAttribute('data-left', '')
    history.pushState(null, '', to)
    dispatchEvent(new PopStateEvent('popstate'))
  }, path)
  await expect(page.locator('main > [data-left]')).toHaveCount(0)
}

/**
 * On to the next screen. What the same page shows of something else is opened from another page: so it is certain that what is looked at is not what was
 * there before. The first run lets nobody go elsewhere, so there the program is read anew.
 */
async function goOn(page: Page, origin: string, from: string | null, path: string): Promise<void> {
  if (from !== null && (await page.getByRole('dialog').count()) > 0) await page.keyboard.press('Escape')
  if (from === path) {
    await expect(page.getByRole('dialog')).toHaveCount(0)
    return
  }
  if (from === null || routeOf(from) === 'first-run') {
    await page.goto(origin + path)
    await page.evaluate(() => {
      const counted = Object.assign(window, { moves: 0 })
      addEventListener(
        'transitionrun',
        () => {
          counted.moves += 1
        },
        true,
      )
    })
    return
  }
  if (routeOf(from) === routeOf(path)) await follow(page, routeOf(path) === 'exports' ? '/sessions' : '/exports')
  await follow(page, path)
  await expect(page.getByRole('dialog')).toHaveCount(path.includes('new=1') ? 1 : 0)
}

/** Each screen is opened once, and changes its language and theme under the eyes of the person. */
async function lookAtAll(app: App, screens: readonly Screen[]): Promise<void> {
  const { page } = app
  const { origin } = new URL(app.url)
  // Nothing is measured in the middle of a fade.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  for (const [number, { path, shows, opens }] of screens.entries())
    await test.step(path, async () => {
      await goOn(page, origin, screens[number - 1]?.path ?? null, path)
      await expect(page.getByText(shows).filter({ visible: true }).first()).toBeVisible()
      await listening(page)
      await opens?.(page)
      // As the screen before was left, so this one begins.
      const order = number % 2 === 0 ? looks : looks.toReversed()
      for (const wish of order) {
        await accepted(app.door.settings.save(wish))
        await expect(page.locator('html')).toHaveAttribute('lang', wish.language === 'zh' ? 'zh-CN' : 'en')
        await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', wish.theme)
        await listening(page)
        const name = `${path} ${wish.language} ${wish.theme}`
        await expectNothingBeyond(page, name)
        await expectNobodyLeftOut(page, name, wish !== order[0])
      }
    })
}

const dialogShows = async (page: Page, ...chords: string[]) => {
  await press(page, ...chords)
  await expect(page.getByRole('dialog')).toBeVisible()
  await listening(page)
}

const findsNothing = async (page: Page) => {
  await dialogShows(page, 'Mod+k')
  await page.keyboard.type('没有的东西')
  await expect(page.getByRole('status').filter({ hasText: '没有的东西' })).toBeVisible()
}

/** The form that changes all chosen tickets in one press. */
const changesMany = async (page: Page) => {
  await press(page, 'x')
  await page
    .locator('main')
    .getByRole('button', { name: /^(负责人|责任人|Owner)/ })
    .click()
  await expect(page.getByRole('dialog')).toBeVisible()
}

const heard = join(import.meta.dirname, '../../resources/demo/price-protection.vcon.json')
const long = '顾客说门店答应换货、热线又说不行，前后打了六次电话，每次都要从头讲一遍，最后一次等了四十分钟还是断线'

test('listening, review and tickets fit 1280×800 and pass axe, in both languages and themes', async ({ app }) => {
  test.slow()
  const { me } = await settle(app.door)
  const [ticket] = await ticketsFrom(app.door, me.id, long, '优惠券领了用不上', '安装师傅没有来')
  // So that its history has something to take back.
  await accepted(
    app.door.tickets.move({
      ticketId: ticket?.id ?? '',
      seenVersion: ticket?.version ?? 0,
      action: 'claim',
      ownerName: '王敏',
    }),
  )
  const past = (await accepted(app.door.sessions.list({ limit: 1 }))).sessions[0]
  const [over] = await accepted(app.door.sessions.calls({ sessionId: past?.id ?? '' }))
  await accepted(app.door.meetings.start({ meetingId: v7(), callId: over?.id ?? '' }))
  const { session, call } = await aLiveCall(app.door, me.id)
  await aNote(app.door, call.id, long)
  for (const kind of ['view', 'praise', 'risk'] as const)
    await aNote(app.door, call.id, `一条${kind}`, { kind, offsetMs: 2_000 })
  const base64 = readFileSync(heard, 'base64')
  await accepted(app.door.conversations.attach({ callId: call.id, fileName: 'heard.vcon.json', base64 }))
  await lookAtAll(app, [
    { path: `/listen/${session.id}`, shows: '一条risk' },
    { path: `/review/${past?.id}`, shows: '安装师傅没有来' },
    { path: `/review/${session.id}`, shows: '一条praise', opens: (page) => press(page, 'j', 'x', 'j', 'x') },
    { path: '/tickets', shows: 'ES-000003' },
    { path: `/tickets/${ticket?.id}`, shows: long },
    { path: `/tickets/${ticket?.id}`, shows: long, opens: (page) => press(page, 'e') },
    { path: '/today', shows: 'ES-000003' },
    { path: '/sessions', shows: '王敏' },
    { path: `/sessions/${past?.id}`, shows: '安装师傅没有来' },
    { path: '/duty', shows: '王敏' },
    { path: '/silver-hair', shows: /^(银发服务|Silver-hair service)$/ },
    { path: '/meetings', shows: /^(现场会|Meetings)$/ },
    { path: `/meetings/${over?.id}`, shows: /^(现场会 · 第 1 通|Meeting at the seat · call 1)$/ },
    { path: `/meetings/${call.id}`, shows: /^(这通电话没有开过现场会|There was no meeting about this call)$/ },
    { path: '/thanks', shows: /^(谢谢坐席|Thanks)$/ },
    { path: '/life', shows: /^(生命通道|Life channel)$/ },
    { path: '/tickets', shows: 'ES-000003', opens: (page) => dialogShows(page, 'Mod+k') },
    { path: '/tickets', shows: 'ES-000003', opens: findsNothing },
    { path: '/tickets', shows: 'ES-000003', opens: changesMany },
    { path: '/tickets', shows: 'ES-000003', opens: (page) => dialogShows(page, 'F1') },
  ])
})

test('seats, exports and the way in fit 1280×800 and pass axe, in both languages and themes', async ({
  app,
  elsewhere,
}) => {
  test.slow()
  const { me } = await settle(app.door, { exportFolder: elsewhere })
  await ticketsFrom(app.door, me.id, '优惠券领了用不上')
  const wish = { scope: '全部', language: 'zh', selection: { by: 'filter', filter: {} } } as const
  await accepted(app.door.exports.start({ ...wish, formats: ['csv'], folder: elsewhere }))
  await accepted(app.door.exports.start({ ...wish, formats: ['xlsx'], folder: '/nowhere/听线' }))
  await expect
    .poll(async () => (await accepted(app.door.exports.list({ limit: 5 }))).map(({ state }) => state).sort())
    .toEqual(['delivered', 'waiting'])
  await lookAtAll(app, [
    { path: '/seats', shows: /^(1号席|Seat 1)$/ },
    { path: '/seats', shows: /^(1号席|Seat 1)$/, opens: (page) => dialogShows(page, 'n') },
    { path: '/seats', shows: /^(1号席|Seat 1)$/, opens: (page) => dialogShows(page, 'j') },
    { path: '/seats', shows: /^(1号席|Seat 1)$/, opens: (page) => dialogShows(page, 'f') },
    { path: '/seats?view=week', shows: '10:00' },
    { path: '/draws', shows: /^(公平排位|Fair draw)$/ },
    { path: '/exports', shows: '.xlsx' },
    { path: '/exports?new=1', shows: '.xlsx', opens: async (page) => expect(page.getByRole('dialog')).toBeVisible() },
    { path: '/listen', shows: '王敏' },
    { path: '/today', shows: 'ES-000001', opens: (page) => dialogShows(page, '?') },
  ])
})

test('settings fit 1280×800 and pass axe, in both languages and themes', async ({ app }) => {
  test.slow()
  await settle(app.door)
  await accepted(app.door.workspace.backUpNow({}))
  await lookAtAll(
    app,
    SECTIONS.map((section) => ({ path: `/settings?section=${section}`, shows: '王敏' })),
  )
})

test('first run and recovery fit 1280×800 and pass axe, in both languages and themes', async ({ app }) => {
  test.slow()
  await lookAtAll(app, [
    { path: '/first-run', shows: '1' },
    { path: '/first-run', shows: '1', opens: (page) => atStep(page, 2, 'Escape') },
    { path: '/first-run', shows: '1', opens: (page) => atStep(page, 3, 'Escape') },
  ])
  await accepted(app.door.settings.save({ isFirstRunDone: true }))
  await accepted(app.door.workspace.backUpNow({}))
  await app.quit()
  writeFileSync(join(app.dataFolder, 'earshot.db'), '')
  await app.start()
  await lookAtAll(app, [{ path: '/', shows: app.dataFolder }])
})

async function atStep(page: Page, step: number, ...chords: string[]): Promise<void> {
  await press(page, ...chords)
  await expect(
    page
      .getByRole('status')
      .filter({ hasText: String(step) })
      .first(),
  ).toBeVisible()
  await listening(page)
}
