import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openForWriting } from '../../../electron/storage/open.ts'
import type { Input } from '../../../shared/contract/entry.ts'
import { LONGEST } from '../../../shared/contract/limits.ts'
import { DraftWish, NoteText, type notes } from '../../../shared/contract/listening/notes.ts'
import { notesOf } from '../../builders/heard.ts'
import { someoneListening } from '../../builders/listening.ts'
import { accepted, refused } from '../../builders/outcomes.ts'

let desk: Awaited<ReturnType<typeof someoneListening>>
beforeEach(async () => {
  desk = await someoneListening()
})
afterEach(() => desk.close())

const notesNow = async () =>
  (await accepted(desk.notes.ofCall({ callId: desk.call.id }, desk.asker))).map((n) => n.text)
const drafts = () => accepted(desk.notes.drafts({ callId: desk.call.id }, desk.asker))
const undo = () => desk.notes.undo({ callId: desk.call.id }, desk.asker)

/** Another wording of a note, whatever it was. */
const rewrite = (wish: Omit<Input<typeof notes.edit>, 'seenVersion'>) =>
  desk.notes.edit({ ...wish, seenVersion: null }, desk.asker)

describe('saving a note', () => {
  test('a late or repeated send drops its own draft only: what is in the box by then is the next note', async () => {
    const [first, second] = [desk.clock.newId(), desk.clock.newId()]
    const wish = desk.noteWish('第一句', { draftId: first })
    await accepted(desk.notes.storeDraft(desk.draftWish('第一句', { draftId: first }), desk.asker))
    await accepted(desk.notes.storeDraft(desk.draftWish('第二句还没写', { draftId: second }), desk.asker))
    for (const _time of ['late', 'repeated']) {
      await accepted(desk.notes.add(wish, desk.asker))
      expect((await drafts()).map((draft) => draft.text)).toEqual(['第二句还没写'])
    }
  })

  test('a note that was refused stays half done on disk', async () => {
    const draftId = desk.clock.newId()
    await accepted(desk.notes.storeDraft(desk.draftWish('没存下的一句', { draftId }), desk.asker))
    const refusedWish = desk.noteWish('没存下的一句', { draftId, callId: desk.clock.newId() })
    expect((await refused(desk.notes.add(refusedWish, desk.asker))).code).toBe('call_not_found')
    expect((await drafts()).map((draft) => draft.text)).toEqual(['没存下的一句'])
  })
})

describe('drafts', () => {
  test('a draft survives that the database is closed and opened again, caret and all', async () => {
    const { storedAt } = await accepted(
      desk.notes.storeDraft(desk.draftWish('快递放在门口就走', { kind: 'view', caret: 4 }), desk.asker),
    )
    desk.db.close()
    const reopened = openForWriting(desk.parts.databasePath)
    const notes = notesOf({ ...desk.parts, db: reopened })
    expect(await accepted(notes.drafts({ callId: desk.call.id }, desk.asker))).toEqual([
      { ...desk.draftWish('快递放在门口就走', { kind: 'view', caret: 4 }), storedAt },
    ])
    reopened.close()
  })

  test('saving the note takes its draft out of the tray', async () => {
    const draftId = desk.clock.newId()
    await accepted(desk.notes.storeDraft(desk.draftWish('上周买的', { draftId }), desk.asker))
    await desk.aNote('上周买的今天降价了', { draftId })
    expect(await accepted(desk.notes.halfDone({}, desk.asker))).toEqual([])
  })

  test('saving an edit takes out the draft of that edit, and no other', async () => {
    const note = await desk.aNote('一')
    const other = await desk.aNote('二')
    const draft = desk.draftWish('一，改', { noteId: note.id })
    await accepted(desk.notes.storeDraft(draft, desk.asker))
    const edit = (noteId: string) => ({ noteId, kind: 'voice' as const, text: '改了', issueTypeId: null })
    await accepted(rewrite(edit(other.id)))
    // Changed in another window, where these words are not: they stay.
    await accepted(rewrite({ ...edit(note.id), draftId: desk.clock.newId() }))
    expect(await accepted(desk.notes.halfDone({}, desk.asker))).toHaveLength(1)
    await accepted(rewrite({ ...edit(note.id), draftId: draft.draftId }))
    expect(await accepted(desk.notes.halfDone({}, desk.asker))).toEqual([])
  })

  test('a half-done note does not stop the next call, and stays in the tray with its call', async () => {
    await accepted(desk.notes.storeDraft(desk.draftWish('他说了三次'), desk.asker))
    desk.clock.advance(1_000)
    const second = await desk.nextCall()
    await accepted(desk.notes.storeDraft(desk.draftWish('另一通', { callId: second.id }), desk.asker))
    const tray = await accepted(desk.notes.halfDone({}, desk.asker))
    expect(tray.map(({ text, callNumber, sessionId }) => ({ text, callNumber, sessionId }))).toEqual([
      { text: '另一通', callNumber: 2, sessionId: desk.session.id },
      { text: '他说了三次', callNumber: 1, sessionId: desk.session.id },
    ])
  })

  test('an empty box is no draft', async () => {
    await accepted(desk.notes.storeDraft(desk.draftWish('写错了'), desk.asker))
    await accepted(desk.notes.storeDraft(desk.draftWish(''), desk.asker))
    expect(await drafts()).toEqual([])
  })

  test('a caret beyond the text ends at its end', async () => {
    await accepted(desk.notes.storeDraft(desk.draftWish('四个字呢', { caret: 99 }), desk.asker))
    expect((await drafts())[0]?.caret).toBe(4)
  })

  test('words too long for a note are half done all the same, and are no note', async () => {
    const long = '长'.repeat(LONGEST.note + 1)
    expect(NoteText.safeParse(long).success).toBe(false)
    expect(DraftWish.safeParse(desk.draftWish(long)).success).toBe(true)
    await accepted(desk.notes.storeDraft(desk.draftWish(long), desk.asker))
    expect((await drafts())[0]?.text).toBe(long)
  })

  test('of several drafts the change of a note comes first, then the newest begun', async () => {
    const note = await desk.aNote('一')
    const [older, newer, change] = [desk.clock.newId(), desk.clock.newId(), desk.clock.newId()]
    await accepted(desk.notes.storeDraft(desk.draftWish('新的', { draftId: newer }), desk.asker))
    await accepted(desk.notes.storeDraft(desk.draftWish('旧的', { draftId: older }), desk.asker))
    await accepted(desk.notes.storeDraft(desk.draftWish('改一', { draftId: change, noteId: note.id }), desk.asker))
    expect((await drafts()).map((draft) => draft.text)).toEqual(['改一', '新的', '旧的'])
  })
})

describe('redo', () => {
  const redo = () => desk.notes.redo({ callId: desk.call.id }, desk.asker)

  test('takes no note away that a ticket quotes by now, nor its only voice', async () => {
    const note = await desk.aNote('快递破损')
    await accepted(desk.notes.remove({ seenVersion: null, noteId: note.id }, desk.asker))
    await accepted(undo())
    const edit = { noteId: note.id, kind: 'view' as const, text: '快递破损', issueTypeId: null }
    const ticket = await accepted(desk.tickets.open(desk.openWish([note.id]), desk.asker))
    const quoted = { ok: false, code: 'quoted', detail: { ticketNumber: ticket.number } }
    expect(await refused(redo())).toEqual(quoted)
    await accepted(desk.tickets.withdraw({ ticketId: ticket.id }, desk.asker))
    await accepted(rewrite(edit))
    await accepted(undo())
    const again = await accepted(desk.tickets.open(desk.openWish([note.id]), desk.asker))
    expect(await refused(redo())).toEqual({ ...quoted, detail: { ticketNumber: again.number } })
    expect(await notesNow()).toEqual(['快递破损'])
  })

  test('of a change to a quoted note is found by the search', async () => {
    const note = await desk.aNote('快递破损')
    await accepted(desk.tickets.open(desk.openWish([note.id]), desk.asker))
    await accepted(rewrite({ noteId: note.id, kind: 'voice', text: '外箱压扁', issueTypeId: null }))
    await accepted(undo())
    await accepted(redo())
    expect([(await desk.list({ text: '破损' })).total, (await desk.list({ text: '压扁' })).total]).toEqual([0, 1])
  })
})

describe('a note that a ticket quotes', () => {
  test('cannot be removed, nor its adding undone', async () => {
    const note = await desk.aNote('上周买的今天降价了')
    const ticket = await accepted(desk.tickets.open(desk.openWish([note.id]), desk.asker))
    const quoted = { ok: false, code: 'quoted', detail: { ticketNumber: ticket.number } }
    expect(await refused(desk.notes.remove({ seenVersion: null, noteId: note.id }, desk.asker))).toEqual(quoted)
    expect(await refused(undo())).toEqual(quoted)
    expect(await notesNow()).toEqual(['上周买的今天降价了'])
  })

  test('can be worded anew, and the ticket is found by the new words only; undo brings the old ones back', async () => {
    const note = await desk.aNote('快递破损')
    await accepted(desk.tickets.open(desk.openWish([note.id]), desk.asker))
    const found = async (text: string) => (await desk.list({ text })).total
    await accepted(rewrite({ noteId: note.id, kind: 'voice', text: '外箱压扁', issueTypeId: null }))
    expect([await found('破损'), await found('压扁')]).toEqual([0, 1])
    await accepted(undo())
    expect([await found('破损'), await found('压扁')]).toEqual([1, 0])
  })

  test('stays a voice when it is the only one the ticket has', async () => {
    const only = await desk.aNote('快递破损')
    const ticket = await accepted(desk.tickets.open(desk.openWish([only.id]), desk.asker))
    const asView = (noteId: string) => ({ noteId, kind: 'view' as const, text: '改', issueTypeId: null })
    expect(await refused(rewrite(asView(only.id)))).toEqual({
      ok: false,
      code: 'last_voice',
      detail: { ticketNumber: ticket.number },
    })
    const pair = [await desk.aNote('一'), await desk.aNote('二')].map((note) => note.id)
    await accepted(desk.tickets.open(desk.openWish(pair), desk.asker))
    await accepted(rewrite(asView(pair[0] ?? '')))
    expect((await refused(rewrite(asView(pair[1] ?? '')))).code).toBe('last_voice')
  })

  test('that became a voice by an edit cannot lose it by undo', async () => {
    const note = await desk.aNote('他其实是这么说的', { kind: 'view' })
    await accepted(rewrite({ noteId: note.id, kind: 'voice', text: '他其实是这么说的', issueTypeId: null }))
    await accepted(desk.tickets.open(desk.openWish([note.id]), desk.asker))
    expect((await refused(undo())).code).toBe('quoted')
  })
})

describe('personal data', () => {
  test('never reaches the disk: no phone number in the bytes of the database or its log, however it came in', async () => {
    const phone = '13812345678'
    const note = await desk.aNote(`我的电话是${phone}`)
    await accepted(rewrite({ noteId: note.id, kind: 'voice', text: `回电 ${phone} 找我`, issueTypeId: null }))
    // As it is typed: a draft is stored after every key.
    for (let typed = 1; typed <= phone.length; typed++)
      await accepted(desk.notes.storeDraft(desk.draftWish(`打 ${phone.slice(0, typed)}`), desk.asker))
    const wish = desk.openWish([note.id], { title: `请回电${phone}` })
    const ticket = await accepted(desk.tickets.open(wish, desk.asker))
    await accepted(
      desk.tickets.edit({ seenVersion: null, ...wish, ticketId: ticket.id, title: `已回电${phone}` }, desk.asker),
    )
    await accepted(desk.move(ticket.id, 'reject', { remark: `打了${phone}没人接` }))
    const vcon = { vcon: '0.0.1', parties: [], dialog: [{ type: 'text', body: `打 ${phone}` }] }
    const base64 = Buffer.from(JSON.stringify(vcon)).toString('base64')
    await accepted(desk.conversations.attach({ callId: desk.call.id, fileName: `${phone}.json`, base64 }, desk.asker))
    const path = desk.parts.databasePath
    const bytes = Buffer.concat([readFileSync(path), readFileSync(`${path}-wal`)])
    expect(bytes.includes('138****5678')).toBe(true)
    for (const part of [phone, phone.slice(0, 10), phone.slice(0, 8), phone.slice(3)])
      expect(bytes.includes(part), `${part.length} digits`).toBe(false)
    expect(bytes.includes([...phone].join(' '))).toBe(false)
  })
})
