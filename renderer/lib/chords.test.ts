import { describe, expect, test } from 'vitest'
import { chordLabels, chordOf, isPrintable, type KeyPress, learnLayout } from './chords.ts'

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

  test.each([
    ['e', 'KeyE', 'Alt+e'],
    ['n', 'KeyN', 'Alt+n'],
    ['i', 'KeyI', 'Alt+i'],
    ['u', 'KeyU', 'Alt+u'],
    ['`', 'Backquote', 'Alt+`'],
  ])('⌥%s waits for a letter on a Mac and still is a chord', (_, code, chord) => {
    expect(chordOf(press('Dead', { altKey: true, code }), true)).toBe(chord)
  })

  // German and Spanish Macs print plain signs with ⌥, which would else be other chords.
  test.each([
    ['@', 'KeyL', 'Alt+l'],
    ['|', 'Digit1', 'Alt+1'],
    ['~', 'KeyN', 'Alt+n'],
    ['≠', 'Digit0', 'Alt+0'],
    ['“', 'BracketLeft', 'Alt+['],
    ['…', 'Semicolon', 'Alt+;'],
    ['ArrowUp', 'ArrowUp', 'Alt+ArrowUp'],
  ])('⌥ that types «%s» on a Mac is the cap of the key', (key, code, chord) => {
    expect(chordOf(press(key, { altKey: true, code }), true)).toBe(chord)
  })

  test('a dead key by itself, or with Shift, types an accent and is no chord', () => {
    expect(chordOf(press('Dead', { code: 'Quote' }), true)).toBeNull()
    expect(chordOf(press('Dead', { code: 'Digit6', shiftKey: true }), false)).toBeNull()
  })

  test('a letter of another script under a modifier is the cap of the key', () => {
    expect(chordOf(press('у', { altKey: true, code: 'KeyE' }), false)).toBe('Alt+e')
    expect(chordOf(press('т', { ctrlKey: true, code: 'KeyN' }), false)).toBe('Mod+n')
    expect(chordOf(press('&', { altKey: true, code: 'Digit1' }), false)).toBe('Alt+1')
  })

  // Alt+0176 on the numeric pad types «°»: none of its presses may be a chord, with NumLock on or off.
  test.each([
    ['1', 'Numpad1'],
    ['End', 'Numpad1'],
    ['0', 'Numpad0'],
    ['ArrowUp', 'Numpad8'],
    ['PageUp', 'Numpad9'],
    ['+', 'NumpadAdd'],
  ])('Alt and «%s» of %s is no chord', (key, code) => {
    expect(chordOf(press(key, { altKey: true, code }), false)).toBeNull()
  })

  test('the numeric pad without Alt is like the other keys', () => {
    expect(chordOf(press('1', { code: 'Numpad1' }), false)).toBe('1')
    expect(chordOf(press('Enter', { code: 'NumpadEnter', ctrlKey: true }), false)).toBe('Mod+Enter')
    expect(chordOf(press('ArrowUp', { code: 'Numpad8' }), false)).toBe('ArrowUp')
  })

  // Windows reports AltGr as Ctrl and Alt together.
  test('AltGr prints a sign and is no modifier', () => {
    const altGr = { ctrlKey: true, altKey: true, getModifierState: (name: string) => name === 'AltGraph' }
    expect(chordOf(press('[', { ...altGr, code: 'Digit8' }), false)).toBe('[')
    expect(chordOf(press('€', { ...altGr, code: 'KeyE' }), false)).toBe('€')
    expect(chordOf(press('Dead', { ...altGr, code: 'KeyE' }), false)).toBeNull()
  })

  test('the letters are those of the caps in use: a French A lies where others have Q', async () => {
    const a = press('æ', { altKey: true, code: 'KeyQ' })
    await learnLayout({ getLayoutMap: async () => new Map([['KeyQ', 'a']]) })
    expect(chordOf(a, true)).toBe('Alt+a')
    await learnLayout({ getLayoutMap: () => Promise.reject(new Error('not here')) })
    expect(chordOf(a, true)).toBe('Alt+q')
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
