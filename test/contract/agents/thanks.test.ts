import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { OpenConsole } from '../../../electron/compose.ts'
import { openForWriting } from '../../../electron/storage/open.ts'
import type { Client } from '../../../shared/contract/contract.ts'
import { pseudonymOf } from '../../../shared/text/pseudonyms.ts'
import { accepted, aFolder, aReadyConsole, clientOf } from '../../builders/console.ts'
import { aClock, someSettings } from '../../builders/parts.ts'
import { patience } from '../../builders/patience.ts'
import { sendAgain, settledExport } from '../../builders/settled-export.ts'

let folder: ReturnType<typeof aFolder>
let share: string
let console: OpenConsole
let client: Client
let sessionId: string
let callId: string
const clock = aClock()
const settings = someSettings()
beforeEach(async () => {
  folder = aFolder()
  share = join(folder.path, 'share')
  mkdirSync(share)
  console = await aReadyConsole(join(folder.path, 'data'), { clock, settings })
  client = clientOf(console.call)
  const person = { name: '王敏', department: '', role: 'listener', employeeNumber: null, email: null } as const
  const me = (await accepted(client.people.add(person))).id
  settings.save({ me })
  sessionId = (await accepted(client.sessions.start({ bookingId: null, listenerId: me, purpose: 'listen' }))).id
  callId = await aCall()
})
afterEach(async () => {
  await console.close()
  folder.remove()
})

const aCall = async () => (await accepted(client.sessions.nextCall({ sessionId, reference: null }))).id
const aNote = (kind: 'voice' | 'praise', text: string, offsetMs = 1_000) =>
  accepted(client.notes.add({ noteId: v7(), callId, kind, text, offsetMs, issueTypeId: null }))
const waiting = async () => (await accepted(client.thanks.list({ state: 'waiting' }))).thanks
const handed = async () => (await accepted(client.thanks.list({ state: 'handed_over' }))).thanks
const collected = () => accepted(client.thanks.ofSession({ sessionId }))

async function someThanks() {
  await aNote('voice', '价格太贵了', 1_000)
  await aNote('voice', '谢谢你，帮了大忙', 60_000)
  const praise = await aNote('praise', '一直很耐心', 65_000)
  await accepted(client.thanks.collect({ noteId: praise.id }))
  return praise
}

test('praise is collected once, with the customer’s words nearest to it, the day and the hour, and the pseudonym', async () => {
  const named = await accepted(client.agents.name({ callId, typed: '1001' }))
  const praise = await someThanks()
  await accepted(client.thanks.collect({ noteId: praise.id }))
  expect(await waiting()).toMatchObject([
    {
      ...{ praise: '一直很耐心', voice: '谢谢你，帮了大忙', place: named.place },
      ...{ day: '2026-09-18', hour: 9, collectedBy: '王敏', handedAt: null },
    },
  ])
  expect(await collected()).toEqual([praise.id])
})

test('whoever collected it reads so also under the record that theirs was merged into', async () => {
  await someThanks()
  const kept = await accepted(
    client.people.add({ name: '王敏敏', department: '', role: 'listener', employeeNumber: null, email: null }),
  )
  const goneId = settings.read().me ?? ''
  await accepted(
    client.merges.merge({ keptId: kept.id, goneId, seenVersion: null, goneSeenVersion: null, giveUp: null }),
  )
  expect(settings.read().me).toBe(kept.id)
  expect(await waiting()).toMatchObject([{ collectedBy: '王敏敏' }])
})

test('only praise is collected, and only what is there', async () => {
  const voice = await aNote('voice', '谢谢')
  expect(await client.thanks.collect({ noteId: voice.id })).toMatchObject({ ok: false, code: 'not_praise' })
  expect(await client.thanks.collect({ noteId: v7() })).toMatchObject({ ok: false, code: 'not_found' })
  expect(await client.thanks.takeBack({ noteId: v7() })).toMatchObject({ ok: false, code: 'not_found' })
})

test('taken back it is gone and collected again; it follows its note: reworded, removed, undone, no praise any more', async () => {
  const praise = await someThanks()
  await accepted(client.thanks.takeBack({ noteId: praise.id }))
  expect(await waiting()).toEqual([])
  await accepted(client.thanks.collect({ noteId: praise.id }))
  const change = { noteId: praise.id, seenVersion: null, issueTypeId: null }
  await accepted(client.notes.edit({ ...change, kind: 'praise', text: '耐心，打来 13912345678 两次' }))
  expect(await waiting()).toMatchObject([{ praise: '耐心，打来 139****5678 两次' }])
  await accepted(client.notes.edit({ ...change, kind: 'view', text: '还行' }))
  expect(await waiting()).toEqual([])
  await accepted(client.notes.undo({ callId }))
  await accepted(client.notes.remove({ noteId: praise.id, seenVersion: null }))
  expect(await waiting()).toEqual([])
  await accepted(client.notes.undo({ callId }))
  expect(await waiting()).toHaveLength(1)
})

test('the id of thanks that were collected when ids still said the moment tells no more than the day, and hands them over and back', async () => {
  const { id: noteId } = await someThanks()
  const old = v7({ msecs: Date.parse('2026-09-18T01:23:45.678Z') })
  const db = openForWriting(join(folder.path, 'data', 'earshot.db'))
  db.prepare('UPDATE thanks SET id = ? WHERE note_id = ?').run(old, noteId)
  db.close()
  const [told] = await waiting()
  const id = told?.id ?? ''
  const moment = Number.parseInt(id.replace('-', '').slice(0, 12), 16)
  expect(new Date(moment).toISOString()).toMatch(/T\d\d:00:00\.000Z$/)
  expect(await accepted(client.thanks.handOver({ thanksIds: [id] }))).toEqual({ thanksIds: [id] })
  expect(await handed()).toMatchObject([{ id }])
  expect(await accepted(client.thanks.handOver({ thanksIds: [id] }))).toEqual({ thanksIds: [] })
  await accepted(client.thanks.handBack({ thanksIds: [id] }))
  expect(await waiting()).toMatchObject([{ id }])
})

test('a call that is sealed gives no thanks; after a wrong alarm they are there again', async () => {
  const praise = await someThanks()
  await aCall()
  const caseId = v7()
  const at = clock.now()
  await accepted(client.lifeChannel.raise({ caseId, callId, origin: 'key', grade: null, evidence: null, raisedAt: at }))
  expect(await waiting()).toEqual([])
  expect(await collected()).toEqual([])
  expect((await client.thanks.collect({ noteId: praise.id })).ok).toBe(false)
  await accepted(client.lifeChannel.act({ actId: v7(), caseId, at, act: { what: 'dismissed' } }))
  expect(await waiting()).toMatchObject([{ praise: '一直很耐心', voice: '谢谢你，帮了大忙' }])
})

test('a page goes out whole, is kept in the ledger, and its thanks are handed over with it; they can wait again', async () => {
  const { place } = await accepted(client.agents.name({ callId, typed: '1001' }))
  const praise = await someThanks()
  const thanksIds = (await waiting()).map(({ id }) => id)
  const page = await settledExport(client, await accepted(client.thanks.writePage({ folder: share, language: 'zh' })))
  expect(page).toMatchObject({ kind: 'thanks', format: 'markdown', state: 'delivered', exportedBy: '王敏' })
  expect(readdirSync(share)).toEqual([page.fileName])
  const text = readFileSync(join(share, page.fileName), 'utf8')
  expect(text).toContain(`2026-09-18 9:00–10:00 · ${pseudonymOf(place ?? 0, 'zh')}`)
  expect(text).toContain('谢谢你，帮了大忙')
  expect(text).toContain('一直很耐心')
  expect(text).not.toContain('价格太贵了')
  expect(await accepted(client.thanks.handOver({ thanksIds }))).toEqual({ thanksIds: [] })
  expect(await waiting()).toEqual([])
  expect(await handed()).toMatchObject([{ praise: praise.text, fileName: page.fileName, isEditedSince: false }])
  const edited = { noteId: praise.id, kind: 'praise', text: '一直很耐心，还回了电话', issueTypeId: null } as const
  clock.advance(1_000)
  await accepted(client.notes.edit({ ...edited, seenVersion: null }))
  expect(await handed()).toMatchObject([{ praise: edited.text, isEditedSince: true }])
  expect(await client.thanks.takeBack({ noteId: praise.id })).toMatchObject({ ok: false, code: 'handed_over' })
  expect(await client.thanks.writePage({ folder: share, language: 'zh' })).toMatchObject({ code: 'none_waiting' })
  await accepted(client.thanks.handBack({ thanksIds }))
  expect(await waiting()).toMatchObject([{ fileName: null, isEditedSince: false }])
  const second = await settledExport(client, await accepted(client.thanks.writePage({ folder: share, language: 'zh' })))
  expect(second.fileName).not.toBe(page.fileName)
  expect(await handed()).toMatchObject([{ praise: edited.text, isEditedSince: false }])
  expect(readdirSync(join(folder.path, 'data', 'outbox'))).toEqual([])
})

test('a page waits for its folder with its thanks, which are on no second one; without them it is given up', async () => {
  const praise = await someThanks()
  const wish = { language: 'en', folder: share } as const
  expect(await client.thanks.writePage({ ...wish, folder: 'share' })).toMatchObject({ code: 'folder_not_absolute' })
  expect(await client.thanks.writePage({ ...wish, folder: join(folder.path, 'data') })).toMatchObject({
    code: 'data_folder',
  })
  rmSync(share, { recursive: true })
  const page = await settledExport(client, await accepted(client.thanks.writePage(wish)))
  expect(page).toMatchObject({ state: 'waiting', reason: 'folder_missing' })
  expect(await waiting()).toMatchObject([{ fileName: page.fileName, handedAt: null }])
  expect(await client.thanks.writePage(wish)).toMatchObject({ code: 'none_waiting' })
  mkdirSync(share)
  await sendAgain(client, page.id)
  await vi.waitFor(async () => expect(await handed()).toMatchObject([{ fileName: page.fileName }]), patience)
  await accepted(client.thanks.handBack({ thanksIds: (await handed()).map(({ id }) => id) }))
  await accepted(client.thanks.takeBack({ noteId: praise.id }))
  expect(await client.exports.again({ exportId: page.id, what: 'all' })).toMatchObject({ code: 'nothing_to_export' })
})

test('a page hands over what is on it: what was sealed as it was made waits again after a wrong alarm', async () => {
  const others = await aNote('praise', '另一通的表扬', 1_000)
  await accepted(client.thanks.collect({ noteId: others.id }))
  callId = await aCall()
  const praise = await someThanks()
  await aCall()
  rmSync(share, { recursive: true })
  const wish = { folder: share, language: 'zh' } as const
  const page = await settledExport(client, await accepted(client.thanks.writePage(wish)))
  const bytes = () => readFileSync(join(folder.path, 'data', 'outbox', `${page.id}.md`), 'utf8')
  expect(bytes()).toContain('一直很耐心')
  const caseId = v7()
  const at = clock.now()
  await accepted(client.lifeChannel.raise({ caseId, callId, origin: 'key', grade: null, evidence: null, raisedAt: at }))
  await vi.waitFor(async () => {
    expect(bytes()).not.toContain('一直很耐心')
    expect(await accepted(client.exports.list({ limit: 1 }))).toMatchObject([{ state: 'waiting' }])
  }, patience)
  await accepted(client.lifeChannel.act({ actId: v7(), caseId, at, act: { what: 'dismissed' } }))
  mkdirSync(share)
  await sendAgain(client, page.id)
  await vi.waitFor(async () => expect(await handed()).toMatchObject([{ praise: others.text }]), patience)
  expect(await waiting()).toMatchObject([{ praise: praise.text, fileName: null, handedAt: null }])
})

test('a page that waits goes without what was taken back meanwhile, and what was collected again is told by the next', async () => {
  const stays = await aNote('praise', '另一句表扬', 1_000)
  await accepted(client.thanks.collect({ noteId: stays.id }))
  const praise = await someThanks()
  rmSync(share, { recursive: true })
  const page = await settledExport(client, await accepted(client.thanks.writePage({ folder: share, language: 'zh' })))
  await accepted(client.thanks.takeBack({ noteId: praise.id }))
  mkdirSync(share)
  await sendAgain(client, page.id)
  await vi.waitFor(async () => expect(await handed()).toMatchObject([{ praise: stays.text }]), patience)
  expect(readFileSync(join(share, page.fileName), 'utf8')).not.toContain('一直很耐心')
  await accepted(client.thanks.collect({ noteId: praise.id }))
  expect(await waiting()).toMatchObject([{ praise: praise.text, fileName: null }])
})

test('words are masked once more on their way out, also those that somebody took the mask from, and no markup', async () => {
  await aNote('voice', '<b>好</b>\n# 标题')
  const praise = await aNote('praise', '打 13912345678 很耐心', 2_000)
  await accepted(client.thanks.collect({ noteId: praise.id }))
  const typed = '打 13912345678 很耐心'
  const shown = await accepted(client.notes.unmask({ noteId: praise.id, typed, at: 6 }))
  expect(shown.text).toBe(typed)
  expect(await waiting()).toMatchObject([{ praise: '打 139****5678 很耐心' }])
  const { fileName } = await settledExport(
    client,
    await accepted(client.thanks.writePage({ folder: share, language: 'en' })),
  )
  const text = readFileSync(join(share, fileName), 'utf8')
  expect(text).toContain('139\\*\\*\\*\\*5678')
  expect(text).toContain('\\<b\\>好\\</b\\> \\# 标题')
})
