import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Page } from '@playwright/test'
import { v7 } from 'uuid'
import { demoExportFolder } from '../../electron/data-folder.ts'
import type { DoorClient } from '../bench/door-client.ts'

export interface Scene {
  readonly screen: string
  /** Done once, before the looks. Returns the address of the screen. */
  prepare(door: DoorClient, dataFolder: string): Promise<string>
  /** Done in each look, on the opened page. */
  arrange?(page: Page): Promise<void>
  /** Its clock goes on, for a length that is measured; in all others it stands. */
  readonly isMeasured?: true
}

const at = (path: string) => async () => path
const press =
  (...keys: readonly string[]) =>
  async (page: Page) => {
    for (const key of keys) {
      await page.keyboard.press(key)
      // As a person's keys come: each on the picture that the last one made.
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))))
    }
  }

/** In this order: what a scene leaves behind is seen by the later ones. */
export const scenes: readonly Scene[] = [
  { screen: 'today', prepare: at('/today') },
  { screen: 'key-sheet', prepare: at('/tickets'), arrange: openKeySheet },
  // A day that is open from its first booking on, whatever the hour is in which the picture is drawn.
  { screen: 'seats-day', prepare: at('/seats'), arrange: press(']') },
  { screen: 'seats-week', prepare: at('/seats'), arrange: press('w') },
  { screen: 'review', prepare: lastSession, arrange: press('j', 'x', 'j', 'x', 'Enter') },
  { screen: 'tickets', prepare: at('/tickets') },
  { screen: 'ticket', prepare: firstTicket },
  { screen: 'exports', prepare: twoExports },
  { screen: 'new-export', prepare: at('/exports'), arrange: newExport },
  { screen: 'settings-keys', prepare: at('/settings?section=keys') },
  { screen: 'settings-data', prepare: aBackup },
  { screen: 'team-join', prepare: at('/settings?section=team'), arrange: fillInTheHub },
  { screen: 'live', prepare: aLiveCall, arrange: typeHalfANote, isMeasured: true },
]

async function lastSession(door: DoorClient): Promise<string> {
  const { sessions } = (await door.call('sessions.list', { limit: 1 })) as { sessions: { id: string }[] }
  return `/review/${sessions[0]?.id ?? ''}`
}

async function firstTicket(door: DoorClient): Promise<string> {
  const filter = { states: ['in_progress', 'awaiting_information'] }
  const found = (await door.call('tickets.list', { filter, sort: 'due_soonest', limit: 1 })) as {
    tickets: { id: string }[]
  }
  return `/tickets/${found.tickets[0]?.id ?? ''}`
}

/** One file that arrived, and one that waits for a drive that is not there. */
async function twoExports(door: DoorClient, dataFolder: string): Promise<string> {
  const wish = (filter: object) => ({ selection: { by: 'filter', filter }, language: 'zh' })
  const here = demoExportFolder(dataFolder)
  await door.call('exports.start', { ...wish({}), scope: '全部', formats: ['xlsx', 'csv'], folder: here })
  await door.call('exports.start', {
    ...wish({ departments: ['物流部'] }),
    scope: '物流部',
    formats: ['csv'],
    folder: join(dirname(dataFolder), '物流部共享盘'),
  })
  for (;;) {
    const ledger = (await door.call('exports.list', { limit: 10 })) as { state: string }[]
    if (ledger.every(({ state }) => state === 'delivered' || state === 'waiting')) return '/exports'
  }
}

async function aBackup(door: DoorClient): Promise<string> {
  await door.call('workspace.backUpNow', {})
  return '/settings?section=data'
}

async function aLiveCall(door: DoorClient, dataFolder: string): Promise<string> {
  const { me } = (await door.call('settings.get', {})) as { me: string | null }
  const walkUp = { bookingId: null, listenerId: me, purpose: 'listen' }
  const session = (await door.call('sessions.start', walkUp)) as { id: string }
  const begun = { sessionId: session.id, reference: 'CC-7301-0009' }
  const call = (await door.call('sessions.nextCall', begun)) as { id: string }
  const base64 = readFileSync(join(dataFolder, 'conversations', '价保要自己点.vcon.json'), 'base64')
  await door.call('conversations.attach', { callId: call.id, fileName: '价保要自己点.vcon.json', base64 })
  const notes = [
    ['voice', '上周五买的电饭煲，今天打开一看便宜了八十块，你们也不告诉我一声', 41_000, 'service_policy'],
    ['view', '入口在「我的-客户服务-价格保护」，老用户也找了三层', 96_000, null],
    ['voice', '要不是我女儿看见，这钱我就白花了', 148_000, null],
    ['praise', '客服先道歉再操作，没有让顾客自己找', 203_000, null],
  ] as const
  for (const [kind, words, offsetMs, issueTypeId] of notes)
    await door.call('notes.add', { noteId: v7(), callId: call.id, kind, text: words, offsetMs, issueTypeId })
  return `/listen/${session.id}`
}

async function openKeySheet(page: Page): Promise<void> {
  await page.keyboard.press('?')
  await page.getByRole('dialog').waitFor()
}

/** As it stands once the folder was tried. */
async function newExport(page: Page): Promise<void> {
  await page.keyboard.press('n')
  await page
    .getByRole('dialog')
    .getByText(/可以写入|Ready to take files/)
    .waitFor()
}

/** As somebody does who was told an address and a code. */
async function fillInTheHub(page: Page): Promise<void> {
  const fields = page.locator('main').getByRole('textbox')
  for (const [index, text] of ['hub.example:8443', 'K7QM-2XWD-9HTC', '东窗'].entries())
    await fields.nth(index).fill(text)
}

/** A call that has just begun has nothing to show: it is four minutes old. */
async function typeHalfANote(page: Page): Promise<void> {
  for (let line = 0; line < 6; line += 1) await page.keyboard.press('Alt+l')
  await page.keyboard.press('Alt+p')
  await page.clock.fastForward(252_000)
  await page.locator('textarea').fill('能不能降价了自己退，不要我')
}
