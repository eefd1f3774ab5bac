import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { rows } from '../../../electron/storage/engine/query.ts'
import type { Input } from '../../../shared/contract/entry.ts'
import type { notes } from '../../../shared/contract/listening/notes.ts'
import { someoneListening } from '../../builders/listening.ts'
import { accepted, refused } from '../../builders/outcomes.ts'

let desk: Awaited<ReturnType<typeof someoneListening>>
beforeEach(async () => {
  desk = await someoneListening()
})
afterEach(() => desk.close())

const notesNow = async () =>
  (await accepted(desk.notes.ofCall({ callId: desk.call.id }, desk.asker))).map((n) => n.text)
const undo = () => desk.notes.undo({ callId: desk.call.id }, desk.asker)
const eventsNow = async () =>
  desk.engine.read(() =>
    rows<{ id: string }>('SELECT id, what, undoes_event_id AS undoes FROM note_event ORDER BY rowid'),
  )

/** Another wording of a note, whatever it was. */
const rewrite = (wish: Omit<Input<typeof notes.edit>, 'seenVersion'>) =>
  desk.notes.edit({ ...wish, seenVersion: null }, desk.asker)

describe('saving a note', () => {
  test('it is stored whole, with its time mark', async () => {
    const note = await desk.aNote('  上周买的今天降价了\n还说不能补差 ', {
      kind: 'voice',
      issueTypeId: 'coupon',
      offsetMs: 134_000,
    })
    expect(note).toEqual({
      id: note.id,
      callId: desk.call.id,
      kind: 'voice',
      text: '上周买的今天降价了\n还说不能补差',
      offsetMs: 134_000,
      issueTypeId: 'coupon',
      createdAt: desk.clock.now(),
      editedAt: null,
      ticketId: null,
      version: 0,
    })
    expect(await accepted(desk.notes.ofCall({ callId: desk.call.id }, desk.asker))).toEqual([note])
  })

  test('the same note sent twice is stored once, and the second answer is the first note', async () => {
    const wish = desk.noteWish('尿不湿小了一号')
    const first = await accepted(desk.notes.add(wish, desk.asker))
    desk.clock.advance(3_000)
    const again = await accepted(desk.notes.add({ ...wish, text: '别的话' }, desk.asker))
    expect(again).toEqual(first)
    expect([await notesNow(), await eventsNow()]).toMatchObject([['尿不湿小了一号'], [{ what: 'added' }]])
  })

  test('blanks alone are no note, and an unknown call takes none; nothing is left behind', async () => {
    expect((await refused(desk.notes.add(desk.noteWish(' \n　'), desk.asker))).code).toBe('empty')
    const nowhere = desk.noteWish('听到了', { callId: desk.clock.newId() })
    expect((await refused(desk.notes.add(nowhere, desk.asker))).code).toBe('call_not_found')
    expect([await notesNow(), await eventsNow()]).toEqual([[], []])
  })

  test('notes of a session come by call and offset', async () => {
    const second = await desk.nextCall()
    await desk.aNote('三', { callId: second.id, offsetMs: 1_000 })
    await desk.aNote('二', { offsetMs: 9_000 })
    await desk.aNote('一', { offsetMs: 2_000 })
    const all = await accepted(desk.notes.ofSession({ sessionId: desk.session.id }, desk.asker))
    expect(all.map((note) => note.text)).toEqual(['一', '二', '三'])
  })
})

describe('undo', () => {
  test('steps back through everything that was done, one step at a time, and then says that nothing is left', async () => {
    const first = await desk.aNote('一', { offsetMs: 1_000 })
    await desk.aNote('二', { offsetMs: 2_000 })
    await accepted(rewrite({ noteId: first.id, kind: 'view', text: '一，改过', issueTypeId: 'coupon' }))
    await accepted(desk.notes.remove({ seenVersion: null, noteId: first.id }, desk.asker))
    const seen: unknown[] = [await notesNow()]
    for (let step = 0; step < 4; step++) seen.push((await accepted(undo())).undone, await notesNow())
    expect(seen).toEqual([
      ['二'],
      ...['removed', ['一，改过', '二']],
      ...['edited', ['一', '二']],
      ...['added', ['一']],
      ...['added', []],
    ])
    expect((await refused(undo())).code).toBe('nothing_to_undo')
  })

  test('an edit taken back is as if it had never been', async () => {
    const note = await desk.aNote('一')
    await accepted(rewrite({ noteId: note.id, kind: 'risk', text: '二', issueTypeId: null }))
    expect(await accepted(undo())).toEqual({ undone: 'edited', note: { ...note, version: 2 } })
  })

  test('what is done after an undo is undone first', async () => {
    await desk.aNote('一')
    await accepted(undo())
    await desk.aNote('二')
    expect((await accepted(undo())).note.text).toBe('二')
    expect((await refused(undo())).code).toBe('nothing_to_undo')
  })

  test('the order of what was done counts, also when the clock was set back between', async () => {
    await desk.aNote('早上')
    desk.clock.advance(-3_600_000)
    await desk.aNote('之后')
    expect((await accepted(undo())).note.text).toBe('之后')
  })

  test('history is only added to: each undo names the event it takes back', async () => {
    await desk.aNote('一')
    await accepted(undo())
    const events = await eventsNow()
    expect(events).toEqual([
      { id: expect.any(String), what: 'added', undoes: null },
      { id: expect.any(String), what: 'undone', undoes: events[0]?.id },
    ])
  })
})

describe('redo', () => {
  const redo = () => desk.notes.redo({ callId: desk.call.id }, desk.asker)
  const allBack = async (way: typeof undo | typeof redo) => {
    const seen: unknown[] = []
    for (let answer = await way(); answer.ok; answer = await way()) seen.push(await notesNow())
    return seen
  }

  test('does again what was taken back, step by step, as often as one goes back and forth', async () => {
    const first = await desk.aNote('一', { offsetMs: 1_000 })
    await desk.aNote('二', { offsetMs: 2_000 })
    const edit = { noteId: first.id, kind: 'view' as const, text: '一，改过', issueTypeId: 'coupon' }
    await accepted(rewrite(edit))
    await accepted(desk.notes.remove({ seenVersion: null, noteId: first.id }, desk.asker))
    const back = [['一，改过', '二'], ['一', '二'], ['一'], []]
    const forth = [['一'], ['一', '二'], ['一，改过', '二'], ['二']]
    for (const _time of ['once', 'twice']) expect([await allBack(undo), await allBack(redo)]).toEqual([back, forth])
    expect((await refused(redo())).code).toBe('nothing_to_redo')
  })

  test('gives back a note as it was, and says what it did', async () => {
    const note = await desk.aNote('一', { kind: 'risk', issueTypeId: 'coupon' })
    await accepted(undo())
    expect(await accepted(redo())).toEqual({ redone: 'added', note: { ...note, version: 2 } })
    expect(await accepted(undo())).toEqual({ undone: 'added', note: { ...note, version: 3 } })
  })

  test('is over when something else was done', async () => {
    await desk.aNote('一')
    await accepted(undo())
    await desk.aNote('二')
    expect((await refused(redo())).code).toBe('nothing_to_redo')
    expect(await notesNow()).toEqual(['二'])
  })
})
