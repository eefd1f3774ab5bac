import { beforeEach, describe, expect, test } from 'vitest'
import { LONGEST } from '../../../../shared/contract/limits.ts'
import type { Draft, Note } from '../../../../shared/contract/listening/notes.ts'
import {
  beginEdit,
  boxOf,
  changeBox,
  draftIdOf,
  emptyBox,
  keepUnsent,
  putBack,
  restoreDrafts,
  settleSending,
  stampAtFirstKeystroke,
  takeNote,
  takeUp,
  textChanged,
  useNoteBoxes,
} from './note-box.ts'

const call = 'call'
const aKey = { isText: true, isComposing: false }
const inComposition = { isText: true, isComposing: true }
const noCharacter = { isText: false, isComposing: false }
const typed = (text: string, at: number) =>
  textChanged(call, { text, caret: text.length, isComposing: false, isHistory: false }, at)
const composed = (text: string, at: number) =>
  textChanged(call, { text, caret: text.length, isComposing: true, isHistory: false }, at)
const undone = (text: string, at: number) =>
  textChanged(call, { text, caret: text.length, isComposing: false, isHistory: true }, at)
const sending = () => useNoteBoxes.getState().sending

beforeEach(() => useNoteBoxes.setState({ boxes: {}, sending: [] }))

describe('the stamp', () => {
  test('is the first key that may become text; later keys do not move it', () => {
    stampAtFirstKeystroke(call, noCharacter, 1_000)
    expect(boxOf(call).stampMs).toBe(null)
    stampAtFirstKeystroke(call, aKey, 2_000)
    typed('说', 2_001)
    stampAtFirstKeystroke(call, aKey, 9_000)
    expect(boxOf(call).stampMs).toBe(2_000)
  })

  test('of a blank that was pressed by chance gives way to the first key of the words', () => {
    stampAtFirstKeystroke(call, aKey, 2_000)
    typed(' ', 2_001)
    stampAtFirstKeystroke(call, aKey, 82_000)
    typed(' 说', 82_001)
    stampAtFirstKeystroke(call, aKey, 90_000)
    expect(boxOf(call).stampMs).toBe(82_000)
  })

  test('of a cancelled composition is forgotten', () => {
    stampAtFirstKeystroke(call, aKey, 2_000)
    composed('ni', 2_010)
    typed('', 3_000)
    expect(boxOf(call).stampMs).toBe(null)
    stampAtFirstKeystroke(call, aKey, 9_000)
    expect(boxOf(call).stampMs).toBe(9_000)
  })

  test('of a cancelled composition whose end was never told does not outlive the next key', () => {
    stampAtFirstKeystroke(call, aKey, 2_000)
    composed('ni', 2_010)
    composed('', 3_000)
    stampAtFirstKeystroke(call, aKey, 9_000)
    expect(boxOf(call).stampMs).toBe(9_000)
  })

  test('of a composition is its first key, not the chosen candidate, however often it was emptied between', () => {
    stampAtFirstKeystroke(call, aKey, 2_000)
    composed('n', 2_010)
    composed('', 2_100)
    stampAtFirstKeystroke(call, inComposition, 2_200)
    composed('ni', 2_210)
    typed('你', 4_001)
    expect(boxOf(call)).toMatchObject({ text: '你', stampMs: 2_000 })
  })

  test('of pasted words is the moment they came', () => {
    typed('他说', 5_000)
    expect(boxOf(call).stampMs).toBe(5_000)
  })

  test('comes back with words that were deleted, when the field undoes that', () => {
    stampAtFirstKeystroke(call, aKey, 2_000)
    typed('他说', 2_001)
    typed('', 8_000)
    expect(boxOf(call).stampMs).toBe(null)
    undone('他说', 9_000)
    expect(boxOf(call).stampMs).toBe(2_000)
    typed('', 10_000)
    stampAtFirstKeystroke(call, aKey, 11_000)
    typed('再', 11_001)
    expect(boxOf(call).stampMs).toBe(11_000)
  })
})

describe('the type', () => {
  const choose = (issueTypeId: string | null) => changeBox(call, { issueTypeId })
  const chosen = () => boxOf(call).issueTypeId

  test('goes with the words it was chosen for, and comes back with them when the field undoes that', () => {
    typed('券不能用', 1_000)
    choose('coupon')
    typed('', 2_000)
    expect(chosen()).toBe(null)
    undone('券不能用', 3_000)
    expect(chosen()).toBe('coupon')
    undone('', 4_000)
    expect(chosen()).toBe(null)
    typed('别的', 5_000)
    expect(chosen()).toBe(null)
  })

  test('chosen meanwhile for other words outlives the undo', () => {
    typed('券不能用', 1_000)
    choose('coupon')
    typed('', 2_000)
    choose('delivery')
    undone('券不能用', 3_000)
    expect(chosen()).toBe('delivery')
  })

  test('chosen before the first word stays through a composition that is emptied or given up', () => {
    choose('coupon')
    composed('q', 1_000)
    composed('', 1_100)
    expect(chosen()).toBe('coupon')
    composed('qu', 1_200)
    typed('', 1_300)
    expect(chosen()).toBe('coupon')
    composed('quan', 1_400)
    typed('券', 1_500)
    expect(chosen()).toBe('coupon')
    typed('', 1_600)
    expect(chosen()).toBe(null)
  })

  test('stays while a composition replaces the words; given up, that has deleted them', () => {
    typed('券不能用', 1_000)
    choose('coupon')
    composed('', 1_500)
    composed('q', 2_000)
    expect(chosen()).toBe('coupon')
    typed('', 3_000)
    expect(chosen()).toBe(null)
  })

  test('of words that were laid in goes with them; of a saved note that is changed it stays', () => {
    restoreDrafts(call, [draft('d', '半句', { issueTypeId: 'coupon' })])
    typed('', 1_000)
    expect(chosen()).toBe(null)
    putBack(note)
    expect(chosen()).toBe('delivery')
    typed('', 2_000)
    expect(chosen()).toBe(null)
    beginEdit(note)
    typed('', 3_000)
    expect(chosen()).toBe('delivery')
  })
})

describe('taking the note', () => {
  test.each(['3月买的还没到', '100块钱差价', '12345', '1'])('%s is text from its first digit on', (text) => {
    for (const length of text.split('').keys()) {
      stampAtFirstKeystroke(call, aKey, 1_000)
      typed(text.slice(0, length + 1), 1_000)
    }
    expect(takeNote(call)).toMatchObject({ text, issueTypeId: null })
  })

  test('leaves an empty box for the next one: voice again, no type, another field', () => {
    changeBox(call, { kind: 'risk', issueTypeId: 'coupon' })
    typed('门店说可以，热线说不行', 12_000)
    const before = boxOf(call)
    const note = takeNote(call)
    expect(note).toMatchObject({ kind: 'risk', issueTypeId: 'coupon', offsetMs: 12_000, hasFailed: false })
    expect(boxOf(call)).toEqual({ ...emptyBox, isRestored: true, fieldNumber: before.fieldNumber + 1 })
    expect(sending()).toEqual([note])
  })

  test('goes under the draft that was stored of it, and the next note under another', () => {
    typed('一', 1_000)
    const draftId = draftIdOf(call)
    expect([draftIdOf(call), takeNote(call)?.draftId]).toEqual([draftId, draftId])
    typed('二', 2_000)
    expect(draftIdOf(call)).not.toBe(draftId)
  })

  test('is possible in the middle of a composition whose end was never told', () => {
    stampAtFirstKeystroke(call, aKey, 1_000)
    composed('quan', 1_010)
    expect(takeNote(call)?.text).toBe('quan')
  })

  test('of blanks, or of too many words, is nothing, and they stay', () => {
    typed(' \n', 1_000)
    expect(takeNote(call)).toBe(null)
    const long = '长'.repeat(LONGEST.note + 1)
    typed(long, 1_000)
    expect([takeNote(call), boxOf(call).text, sending()]).toEqual([null, long, []])
    typed(`${long.slice(1)}\n`, 1_000)
    expect(takeNote(call)?.text).toBe(long.slice(1))
  })
})

const draft = (draftId: string, text: string, change: Partial<Draft> = {}): Draft => ({
  ...{ draftId, callId: call, noteId: null, seenVersion: null, kind: 'view', text, caret: 1, offsetMs: 7_000 },
  issueTypeId: null,
  storedAt: '2026-11-26T01:00:00.000Z',
  ...change,
})

describe('stored drafts', () => {
  test('come back once: the first in the box with its caret, the others as not stored', () => {
    restoreDrafts(call, [draft('d2', '第二句'), draft('d1', '第一句', { kind: 'risk', offsetMs: 3_000 })])
    expect(boxOf(call)).toMatchObject({ draftId: 'd2', kind: 'view', text: '第二句', caret: 1, stampMs: 7_000 })
    expect(sending()).toMatchObject([{ draftId: 'd1', kind: 'risk', text: '第一句', offsetMs: 3_000, hasFailed: true }])
    typed('改', 9_000)
    restoreDrafts(call, [draft('d2', '第二句')])
    expect(boxOf(call).text).toBe('改')
  })

  test('words typed before they came stay behind them', () => {
    typed('已经在打', 9_000)
    restoreDrafts(call, [draft('d', '半句')])
    expect(boxOf(call)).toMatchObject({ text: '半句\n已经在打', stampMs: 7_000 })
  })

  test('a note on its way is not shown a second time by its draft', () => {
    typed('一', 1_000)
    const note = takeNote(call)
    keepUnsent(draft(note?.draftId ?? '', '一'))
    expect(sending()).toEqual([note])
  })
})

const note: Note = {
  ...{ id: 'n', callId: call, kind: 'praise', text: '客服一直在安慰', offsetMs: 5_000, issueTypeId: 'delivery' },
  ...{ createdAt: '2026-11-26T01:00:00.000Z', editedAt: null, ticketId: null, version: 0 },
}

describe('words laid in the box', () => {
  const laidIn = { kind: 'praise', text: note.text, caret: note.text.length, stampMs: 5_000, issueTypeId: 'delivery' }

  test('of a note taken back: with stamp, kind and type, as long as nobody typed', () => {
    const { fieldNumber } = boxOf(call)
    expect(putBack(note)).toBe(true)
    expect(boxOf(call)).toMatchObject({
      ...laidIn,
      putBackNoteId: 'n',
      editingNoteId: null,
      fieldNumber: fieldNumber + 1,
    })
    typed(`${note.text}她`, 9_000)
    expect(boxOf(call).putBackNoteId).toBe(null)
    expect(putBack(note)).toBe(false)
    expect(boxOf(call).text).toBe(`${note.text}她`)
  })

  test('of a note to be changed: nothing of what was there before comes along', () => {
    changeBox(call, { issueTypeId: 'coupon' })
    beginEdit({ ...note, issueTypeId: null })
    expect(boxOf(call)).toMatchObject({ ...laidIn, issueTypeId: null, editingNoteId: 'n', draftId: null })
    typed('', 9_000)
    expect(boxOf(call).stampMs).toBe(5_000)
  })

  test('of a note that was not stored: only into an empty box, and it is no longer among the others', () => {
    typed('没存下', 1_000)
    const failed = takeNote(call)
    if (failed === null) throw new Error('nothing was taken')
    settleSending(failed.noteId, 'failed')
    expect(sending()).toMatchObject([{ hasFailed: true }])
    typed('下一句', 2_000)
    expect([takeUp(failed), sending().length]).toEqual([false, 1])
    typed('', 2_000)
    expect([takeUp(failed), sending()]).toEqual([true, []])
    expect(boxOf(call)).toMatchObject({ text: '没存下', draftId: failed.draftId, stampMs: 1_000 })
  })
})
