import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { aCall, accepted, aFolder } from '../../../test/builders/console.ts'
import { patience } from '../../../test/builders/patience.ts'
import { aWindow, type TestWindow } from '../../../test/builders/window.tsx'
import { cancelExport, retryExport, showInFolder, startExport } from './exports.actions.ts'

let page: TestWindow
let share: ReturnType<typeof aFolder>

beforeEach(async () => {
  page = await aWindow()
  share = aFolder()
  const { callId } = await aCall(page.client)
  const words = { noteId: v7(), callId, kind: 'voice', text: '券用不了', offsetMs: 1, issueTypeId: null } as const
  const note = await accepted(page.client.notes.add(words))
  const ticket = { title: '券', issueTypeId: 'coupon', priority: 3, department: '营销部', noteIds: [note.id] } as const
  await accepted(page.client.tickets.open({ ...ticket, noteIds: [note.id] }))
})
afterEach(async () => {
  await page.close()
  share.remove()
})

const filter = {
  ...{ text: '', states: [], priorities: [], issueTypeIds: [], departments: [] },
  ...{ openedFrom: null, openedTo: null, isOverdue: false },
}
const plan = { selection: { by: 'filter', filter }, scope: '全部', language: 'zh', formats: ['csv'] } as const
const start = (folder: string) => startExport(plan as unknown as Parameters<typeof startExport>[0], folder)
const ledger = () => accepted(page.client.exports.list({ limit: 9 }))
const comesTo = (state: string) =>
  vi.waitFor(async () => {
    const [record] = await ledger()
    if (record?.state !== state) throw new Error(`${record?.state}`)
    return record
  }, patience)

test('an export that was taken over arrives, and where it lies is told when there is no window to show it', async () => {
  expect(await start(share.path)).toBe(true)
  const record = await comesTo('delivered')
  expect(readdirSync(share.path)).toContain(record.fileName)
  await showInFolder(record)
  const copied = vi.fn(async () => {})
  vi.stubGlobal('navigator', { clipboard: { writeText: copied } })
  const { hint, action } = page.notice()
  expect(hint).toBe(join(share.path, record.fileName))
  action?.run()
  expect(copied).toHaveBeenCalledWith(hint)
  vi.unstubAllGlobals()
})

test('a file that is gone is told as that', async () => {
  await start(share.path)
  const record = await comesTo('delivered')
  rmSync(join(share.path, record.fileName))
  await showInFolder(record)
  expect(page.notice().tone).toBe('failure')
})

test('a folder that is no whole path starts nothing, and says so', async () => {
  expect(await start('share')).toBe(false)
  expect(page.notice()).toMatchObject({ tone: 'failure', title: expect.stringMatching(/路径|位置/) })
  expect(await ledger()).toEqual([])
})

test('what waits can be sent elsewhere; what has arrived cannot be tried again, nor called off', async () => {
  const away = join(share.path, 'away')
  await start(away)
  const waiting = await comesTo('waiting')
  const here = join(share.path, 'here')
  mkdirSync(here)
  expect(await retryExport(waiting, here)).toBe(true)
  const delivered = await comesTo('delivered')
  expect(readdirSync(here)).toContain(delivered.fileName)
  expect(await retryExport(delivered, null)).toBe(false)
  await cancelExport(delivered)
  expect(page.noticeCount()).toBe(2)
  expect(page.notice().tone).toBe('failure')
})

test('what waits can be called off, and that is said by its name', async () => {
  await start(join(share.path, 'away'))
  const waiting = await comesTo('waiting')
  await cancelExport(waiting)
  expect(page.notice()).toMatchObject({ tone: 'info', title: expect.stringContaining(waiting.fileName) })
  expect((await ledger())[0]?.state).toBe('cancelled')
})
