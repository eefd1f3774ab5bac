import { copyFileSync, existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openBackupShelf } from '../../../electron/adapters/backup/backup-shelf.ts'
import { startBackups } from '../../../electron/services/house/backups.ts'
import { openWorkspaceFile } from '../../../electron/storage/file/workspace-file.ts'
import { openForReading } from '../../../electron/storage/open.ts'
import { aCall, aConsole, aFolder, clientOf } from '../../builders/console.ts'
import { someoneListening } from '../../builders/listening.ts'
import { accepted } from '../../builders/outcomes.ts'
import { patience } from '../../builders/patience.ts'
import { plantedNumbers, tellsOf } from '../../builders/planted-numbers.ts'
import { withoutChance } from '../../builders/without-chance.ts'

let desk: Awaited<ReturnType<typeof someoneListening>>
beforeEach(async () => {
  desk = await someoneListening()
})
afterEach(() => desk.close())

const onDisk = () => {
  const path = desk.parts.databasePath
  const files = [path, `${path}-wal`, `${path}-shm`].filter((file) => existsSync(file))
  return Buffer.concat(files.map((file) => readFileSync(file)))
}
/** Of a number that is no longer than a part of an id. */
const isOnDisk = (digits: string) => withoutChance(onDisk().toString('latin1')).includes(digits)
const logSize = () => statSync(`${desk.parts.databasePath}-wal`).size
const logIsEmpty = () => vi.waitUntil(() => logSize() === 0, patience)

/** Behind this word, which stands nowhere else, begins the number. */
const MARK = '号码'

test('typed key by key, a draft after each: neither a draft nor any byte on the disk tells more than the mask', async () => {
  // The same bytes, without waiting for the disk after each key.
  desk.parts.db.pragma('synchronous = OFF')
  // Every rhythm is tried without a disk in draft-on-disk.planted.test.ts.
  const some = plantedNumbers.filter((_, index) => index % 5 === 0)
  for (const planted of some) {
    const { typed, shown } = planted
    for (let keys = 1; keys <= typed.length; keys++) {
      await accepted(desk.notes.storeDraft(desk.draftWish(`${MARK}${typed.slice(0, keys)}`), desk.asker))
      const [draft] = await accepted(desk.notes.drafts({ callId: desk.call.id }, desk.asker))
      const told = tellsOf(planted, draft?.text.slice(MARK.length) ?? '')
      expect(told, `${JSON.stringify(typed.slice(0, keys))} → ${JSON.stringify(draft?.text)}`).toBeLessThanOrEqual(
        shown,
      )
    }
    await desk.aNote(`${MARK}${typed}，谢谢`)
  }
  const told = onDisk()
    .toString('utf8')
    .split(MARK)
    .slice(1)
    // Up to where SQLite's own bytes begin.
    .map((behind) => behind.slice(0, 60).split(/(?!\n)\p{Cc}|\ufffd/u)[0] ?? '')
  expect(told.length).toBeGreaterThan(some.length)
  for (const behind of told)
    for (const planted of some) expect(tellsOf(planted, behind), behind).toBeLessThanOrEqual(planted.shown)
})

test('a word that turned out to be an address is out of the log and of every page soon after', async () => {
  const sentence = 'please write to the address of her sister, which is '
  const address = 'margarethe@example.com'
  for (let keys = 1; keys <= address.length; keys++)
    await accepted(desk.notes.storeDraft(desk.draftWish(sentence + address.slice(0, keys)), desk.asker))
  expect(onDisk().includes('margarethe')).toBe(true)
  await desk.aNote(sentence + address)
  await logIsEmpty()
  expect(onDisk().includes('margarethe')).toBe(false)
  expect(onDisk().includes('m***@example.com')).toBe(true)
})

test('what was typed and dropped, replaced or shortened leaves no copy on a page', async () => {
  const words = (name: string) => `${name}说的话`.repeat(400)
  for (const name of ['甲', '乙', '丙'])
    await accepted(desk.notes.storeDraft(desk.draftWish(`${words(name)}13812345678`), desk.asker))
  await accepted(desk.notes.storeDraft(desk.draftWish('短了'), desk.asker))
  await logIsEmpty()
  for (const name of ['甲', '乙', '丙']) expect(onDisk().includes(`${name}说的话`), name).toBe(false)
  await accepted(desk.notes.storeDraft(desk.draftWish(`${words('丁')}138123`), desk.asker))
  await accepted(desk.notes.dropDraft({ callId: desk.call.id, draftId: desk.call.id }, desk.asker))
  await logIsEmpty()
  expect(onDisk().includes('丁说的话')).toBe(false)
})

test('a reader in the middle of its work is not waited for; the log is emptied when it is done', async () => {
  await desk.aNote('一句')
  const reader = openForReading(desk.parts.databasePath)
  const rows = reader.prepare('SELECT * FROM note').iterate()
  rows.next()
  await accepted(desk.notes.storeDraft(desk.draftWish('13812'), desk.asker))
  desk.parts.forgetDrafts.now()
  expect(logSize()).toBeGreaterThan(0)
  await desk.aNote('保存没有等')
  rows.return?.()
  reader.close()
  await logIsEmpty()
})

test('a draft of ordinary words makes no work', async () => {
  await accepted(desk.notes.storeDraft(desk.draftWish('买了三件，每件 129.90 元。'), desk.asker))
  await desk.aNote('买了三件，每件 129.90 元。')
  expect(desk.parts.forgetDrafts.isWaiting()).toBe(false)
})

test('in a whole console: the log is emptied under its guard, and a kill at that moment hides no change', async () => {
  const folder = aFolder()
  const console = await aConsole(folder.path)
  const client = clientOf(console.call)
  const { callId } = await aCall(client)
  const logOf = (path: string) => statSync(join(path, 'earshot.db-wal')).size
  const draft = {
    draftId: v7(),
    callId,
    noteId: null,
    kind: 'voice',
    text: '电话 1381234',
    caret: 10,
    offsetMs: 0,
    issueTypeId: null,
  } as const
  expect((await client.notes.storeDraft(draft)).ok).toBe(true)
  await vi.waitUntil(() => logOf(folder.path) === 0, patience)
  // As a kill leaves it.
  const killed = aFolder()
  for (const name of ['earshot.db', 'earshot.db-wal']) copyFileSync(join(folder.path, name), join(killed.path, name))
  const note = { noteId: v7(), callId, kind: 'voice', text: '后来的话', offsetMs: 0, issueTypeId: null } as const
  expect((await client.notes.add(note)).ok).toBe(true)
  const status = await client.workspace.status({})
  expect(status.ok && status.value.state).toBe('ready')
  await console.close()
  folder.remove()

  const file = openWorkspaceFile(
    killed.path,
    () => new Date(),
    () => {},
  )
  const backups = startBackups(
    file,
    openBackupShelf(killed.path),
    desk.clock,
    desk.parts.log,
    () => {},
    () => true,
  )
  expect(await backups.copyWhenDue()).toBe('made')
  await backups.stop()
  file.close()
  killed.remove()
})

test('what a kill left in the log is out of it after the next start', async () => {
  const folder = aFolder()
  for (const suffix of ['', '-wal'])
    copyFileSync(`${desk.parts.databasePath}${suffix}`, join(folder.path, `earshot.db${suffix}`))
  expect(statSync(join(folder.path, 'earshot.db-wal')).size).toBeGreaterThan(0)
  const file = openWorkspaceFile(
    folder.path,
    () => new Date(),
    () => {},
  )
  expect(statSync(join(folder.path, 'earshot.db-wal')).size).toBe(0)
  file.close()
  folder.remove()
})

test('a number that two notes of one call are cut across is not told by the second', async () => {
  const first = await desk.aNote('客户电话 13812')
  const second = await desk.aNote('345678，晚上打')
  expect([first.text, second.text]).toEqual(['客户电话 13812', '※*****，晚上打'])
  expect(onDisk().includes('345678，')).toBe(false)
})

test('nor by the last of three, as it is typed, stored and changed', async () => {
  await desk.aNote('客户说 139')
  await desk.aNote('1187')
  await accepted(desk.notes.storeDraft(desk.draftWish('6625'), desk.asker))
  expect(isOnDisk('6625')).toBe(false)
  const third = await desk.aNote('6625')
  expect(third.text).toBe('※***')
  const wish = { noteId: third.id, kind: 'voice', text: '6625，晚上打', issueTypeId: null, seenVersion: null } as const
  expect((await accepted(desk.notes.edit(wish, desk.asker))).text).toBe('※***，晚上打')
  expect(isOnDisk('6625')).toBe(false)
})

test.each([
  ['电话只记一半15988', '后半：203317', '后半：※*****'],
  ['Number split over two notes: 15857', '(cont.) 164029', '(cont.) ※*****'],
  ['手机是 13812', '嗯 345678', '嗯 ※*****'],
  ['车牌皖A', 'B2K71', '※****'],
  ['护照 E48', '203117', '※*****'],
])(
  '%j goes on in %j, which tells none of it: as it is typed, stored, and over a note that only listens',
  async (front, rest, masked) => {
    for (const between of [null, '嗯，您说']) {
      const { id: callId } = await desk.nextCall()
      await desk.aNote(front, { callId })
      if (between !== null) await desk.aNote(between, { callId })
      for (let keys = 1; keys <= rest.length; keys++) {
        await accepted(desk.notes.storeDraft(desk.draftWish(rest.slice(0, keys), { callId }), desk.asker))
        const [draft] = await accepted(desk.notes.drafts({ callId }, desk.asker))
        for (const [place, sign] of [...(draft?.text ?? '')].entries())
          if (sign !== '*') expect(sign, draft?.text).toBe(masked.charAt(place))
      }
      expect((await desk.aNote(rest, { callId })).text).toBe(masked)
    }
    expect(isOnDisk(rest.slice(-4))).toBe(false)
  },
)
