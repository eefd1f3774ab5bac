import { describe, expect, test } from 'vitest'
import { chordLabels, chordOf, isPrintable, type KeyPress } from './chords.ts'

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
})

describe('the chord of a key press', () => {
  test.each([
    ['Ctrl+Enter', press('Enter', { ctrlKey: true }), 'Mod+Enter'],
    ['a question mark, typed with Shift', press('?', { shiftKey: true }), '?'],
    ['a full-width question mark', press('？', { shiftKey: true }), '?'],
    ['a letter with Caps Lock', press('J'), 'j'],
    ['Ctrl+Shift and a letter', press('Z', { ctrlKey: true, shiftKey: true }), 'Mod+Shift+z'],
    ['Space', press(' '), 'Space'],
    ['Alt+Arrow', press('ArrowUp', { altKey: true }), 'Alt+ArrowUp'],
  ])('%s', (_, pressed, chord) => {
    expect(chordOf(pressed, false)).toBe(chord)
  })

  test('⌥1 on a Mac types «¡» and still is Alt+1', () => {
    expect(chordOf(press('¡', { altKey: true, code: 'Digit1' }), true)).toBe('Alt+1')
  })

  test('⌘ is Mod on a Mac, Ctrl stays Ctrl there', () => {
    expect(chordOf(press('1', { metaKey: true }), true)).toBe('Mod+1')
    expect(chordOf(press('1', { ctrlKey: true }), true)).toBe('Ctrl+1')
  })

  test.each(['Shift', 'Control', 'Alt', 'Process', 'Dead'])('%s alone is no chord', (key) => {
    expect(chordOf(press(key), false)).toBeNull()
  })
})

test('caps are printed as the keyboard has them', () => {
  expect(chordLabels('Mod+Enter', false)).toEqual([['Ctrl', 'Enter']])
  expect(chordLabels('Mod+Enter', true)).toEqual([['⌘', '↩']])
  expect(chordLabels('g t', false)).toEqual([['G'], ['T']])
})

test('printable presses are those that would type something', () => {
  expect(['j', '?', 'Shift+j', 'Mod+j', 'Alt+1', 'F8', 'Enter'].filter(isPrintable)).toEqual(['j', '?', 'Shift+j'])
})
