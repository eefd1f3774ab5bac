import { beforeEach, describe, expect, test } from 'vitest'
import {
  boxOf,
  changeBox,
  digitPressed,
  restoreBox,
  stampAtFirstKeystroke,
  takeNote,
  textChanged,
  useNoteBoxes,
} from './note-box.ts'

const call = '01990000-0000-7000-8000-000000000001'
const other = '01990000-0000-7000-8000-000000000002'
const press = { key: '价', isText: true }

beforeEach(() => useNoteBoxes.setState({ boxes: {}, sending: [] }))

describe('the stamp', () => {
  test('is the first keystroke, not the last and not the save', () => {
    stampAtFirstKeystroke(call, press, 134_000)
    textChanged(call, '价', 1, 134_010)
    stampAtFirstKeystroke(call, press, 139_000)
    textChanged(call, '价保', 2, 139_010)
    expect(takeNote(call)).toMatchObject({ text: '价保', offsetMs: 134_000 })
  })

  test('of a cancelled composition is forgotten', () => {
    stampAtFirstKeystroke(call, { key: 'Process', isText: true }, 1_000)
    changeBox(call, { isComposing: true })
    textChanged(call, 'jia', 3, 1_010)
    changeBox(call, { isComposing: false })
    textChanged(call, '', 0, 2_000)
    stampAtFirstKeystroke(call, press, 9_000)
    textChanged(call, '价', 1, 9_010)
    expect(takeNote(call)?.offsetMs).toBe(9_000)
  })

  test('of a composition is its first key, not the chosen candidate', () => {
    stampAtFirstKeystroke(call, { key: 'Process', isText: true }, 1_000)
    changeBox(call, { isComposing: true })
    for (const [at, text] of [
      [1_010, 'j'],
      [1_200, 'jia'],
    ] as const) {
      stampAtFirstKeystroke(call, { key: 'Process', isText: true }, at)
      textChanged(call, text, text.length, at)
    }
    changeBox(call, { isComposing: false })
    textChanged(call, '价', 1, 3_000)
    expect(takeNote(call)?.offsetMs).toBe(1_000)
  })

  test('of pasted text is the moment of pasting', () => {
    textChanged(call, '订单还没到', 5, 42_000)
    expect(takeNote(call)?.offsetMs).toBe(42_000)
  })
})

test('nothing is taken while an input method composes, and nothing is lost by asking', () => {
  textChanged(call, '为什么 jiang', 9, 5_000)
  changeBox(call, { isComposing: true })
  expect(takeNote(call)).toBeNull()
  expect(boxOf(call).text).toBe('为什么 jiang')
})

test('after a save the box is empty, back at the customer’s words, and keeps the issue type', () => {
  changeBox(call, { kind: 'view', issueTypeId: 'coupon' })
  textChanged(call, '规则写得不清楚', 7, 5_000)
  takeNote(call)
  expect(boxOf(call)).toMatchObject({ kind: 'voice', text: '', stampMs: null, issueTypeId: 'coupon' })
})

test('a stored draft comes back with its caret, once, and words typed before it came are kept behind it', () => {
  const draft = {
    callId: call,
    noteId: null,
    kind: 'risk',
    text: '我要投诉到底',
    caret: 4,
    offsetMs: 7_000,
    issueTypeId: null,
    storedAt: '',
  } as const
  restoreBox(call, draft)
  expect(boxOf(call)).toMatchObject({ kind: 'risk', text: '我要投诉到底', caret: 4, stampMs: 7_000 })
  restoreBox(call, { ...draft, text: '旧的' })
  expect(boxOf(call).text).toBe('我要投诉到底')
  textChanged(other, '新写的', 3, 9_000)
  restoreBox(other, draft)
  expect(boxOf(other)).toMatchObject({ text: '我要投诉到底\n新写的', caret: 10, stampMs: 7_000 })
})

test('a digit in an empty box sets the issue type; pressed twice it is text, stamped at the first press', () => {
  changeBox(call, { issueTypeId: 'coupon' })
  expect(digitPressed(call, 3, 'delivery', 4_000)).toBe('type_set')
  expect(boxOf(call).issueTypeId).toBe('delivery')
  stampAtFirstKeystroke(call, { key: '3', isText: true }, 4_400)
  expect(digitPressed(call, 3, 'delivery', 4_400)).toBe('text')
  textChanged(call, '3', 1, 4_410)
  expect(boxOf(call)).toMatchObject({ issueTypeId: 'coupon', text: '3', stampMs: 4_000 })
})

test('a digit without an issue type is text', () => {
  expect(digitPressed(call, 9, undefined, 4_000)).toBe('text')
})
