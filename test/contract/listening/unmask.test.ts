import { existsSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { someoneListening } from '../../builders/listening.ts'
import { accepted } from '../../builders/outcomes.ts'
import { patience } from '../../builders/patience.ts'
import { withoutChance } from '../../builders/without-chance.ts'

let desk: Awaited<ReturnType<typeof someoneListening>>
beforeEach(async () => {
  desk = await someoneListening()
})
afterEach(() => desk.close())

const typed = '型号在包装上 13812345678，卡 6222021234567890102'
const at = typed.indexOf('138')
const unmask = (noteId: string, place = at) => desk.notes.unmask({ noteId, typed, at: place }, desk.asker)
const undo = () => desk.notes.undo({ callId: desk.call.id }, desk.asker)
const redo = () => desk.notes.redo({ callId: desk.call.id }, desk.asker)
const onDisk = () => {
  const path = desk.parts.databasePath
  const files = [path, `${path}-wal`].filter((file) => existsSync(file))
  return Buffer.concat(files.map((file) => readFileSync(file))).toString('latin1')
}

test('what was masked by mistake stands again, and who did so is written down without it', async () => {
  const note = await desk.aNote(typed)
  expect(note.text).toBe('型号在包装上 138****5678，卡 ****0102')
  const restored = await accepted(unmask(note.id))
  expect(restored).toEqual({ ...note, text: '型号在包装上 13812345678，卡 ****0102', version: 1 })
  expect(await accepted(desk.notes.ofCall({ callId: desk.call.id }, desk.asker))).toEqual([restored])
  const events = desk.parts.db.prepare('SELECT note_id, at, actor_id, what, before_json FROM note_event').all()
  expect(events.at(-1)).toMatchObject({ note_id: note.id, actor_id: desk.asker.personId, what: 'unmasked' })
  expect(JSON.stringify(events)).toContain('takenFor\\":\\"phone')
  expect(withoutChance(JSON.stringify(events))).not.toContain('12345')
})

test('taken back it is masked, and on no page of the disk; it is not done again by whoever does not know it', async () => {
  const note = await desk.aNote(typed)
  await accepted(unmask(note.id))
  expect(onDisk()).toContain('13812345678')
  expect(await accepted(undo())).toMatchObject({ undone: 'unmasked', note: { text: note.text } })
  expect(await redo()).toMatchObject({ code: 'nothing_to_redo' })
  await vi.waitUntil(() => !onDisk().includes('13812345678'), patience)
  expect(await accepted(unmask(note.id))).toMatchObject({ text: '型号在包装上 13812345678，卡 ****0102' })
  await accepted(undo())
  expect(await accepted(undo())).toMatchObject({ undone: 'added' })
})

test('a card never; other words, another place, a removed note and a call that is over neither', async () => {
  const note = await desk.aNote(typed)
  expect(await unmask(note.id, note.text.length - 1)).toMatchObject({ code: 'never' })
  expect(await unmask(note.id, 0)).toMatchObject({ code: 'not_these_words' })
  const other = await desk.aNote('打 139 1234 5678')
  expect(await unmask(other.id, 3)).toMatchObject({ code: 'not_these_words' })
  await accepted(desk.notes.remove({ noteId: other.id, seenVersion: null }, desk.asker))
  expect(await unmask(other.id, 3)).toMatchObject({ code: 'not_found' })
  await desk.nextCall()
  expect(await unmask(note.id)).toMatchObject({ code: 'call_over' })
  expect(onDisk()).not.toContain('13812345678')
})

test('a ticket that quotes the note is found by what it says now', async () => {
  const note = await desk.aNote(typed)
  const ticket = await accepted(desk.tickets.open(desk.openWish([note.id]), desk.asker))
  await accepted(unmask(note.id))
  const found = async () => (await desk.list({ text: '13812345678' })).tickets.map(({ id }) => id)
  expect(await found()).toEqual([ticket.id])
  await accepted(undo())
  expect(await found()).toEqual([])
})

test('an edit that changes no word leaves what was taken back; another one masks it again, and beside its neighbours', async () => {
  const first = await desk.aNote('好')
  const note = await desk.aNote(typed)
  await desk.aNote('5678，晚上打')
  const { text, version } = await accepted(unmask(note.id))
  const edit = (noteId: string, words: string, seenVersion: number) =>
    accepted(desk.notes.edit({ noteId, seenVersion, kind: 'view', text: words, issueTypeId: null }, desk.asker))
  expect((await edit(note.id, text, version)).text).toBe(text)
  expect((await edit(note.id, `${text}，电话 1371234`, version + 1)).text).toBe(`${note.text}，电话 ******`)
  expect((await edit(first.id, '13912', 0)).text).toBe('13912')
  expect((await edit(note.id, '345678', version + 2)).text).toBe('※*****')
})
