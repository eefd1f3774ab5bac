import { describe, expect, test } from 'vitest'
import { chordParts, chordsCollide, faultOfKeys, forbiddenReason, normalChord } from './key-chords.ts'

test.each([
  ['Mod+Enter', ['Mod'], 'Enter'],
  ['Mod++', ['Mod'], '+'],
  ['+', [], '+'],
  ['Ctrl+Alt+Shift+a', ['Ctrl', 'Alt', 'Shift'], 'a'],
  ['F8', [], 'F8'],
  ['?', [], '?'],
  ['Mod+', [], 'Mod+'],
])('%s is %j and %s', (chord, modifiers, key) => {
  expect(chordParts(chord)).toEqual({ modifiers, key })
})

test.each([
  ['Shift+Alt+Ctrl+Mod+A', 'Mod+Ctrl+Alt+Shift+a'],
  ['G T', 'g t'],
  ['Alt+Mod++', 'Mod+Alt++'],
  ['Enter', 'Enter'],
  ['Meta+Mod+k', 'Mod+Meta+k'],
  ['Alt+1', 'Alt+1'],
])('%s is spelt %s', (chord, normal) => {
  expect(normalChord(chord)).toBe(normal)
})

describe('chords nobody may bind', () => {
  test.each([
    [
      'input_method',
      ['Mod+Space', 'Ctrl+Space', 'Shift+Space', 'Mod+Shift+Space', 'Shift+Ctrl+Space', 'Mod+.', 'Ctrl+.'],
    ],
    ['screenshot', ['Alt+a', 'Alt+A', 'Mod+Alt+a', 'Alt+Ctrl+a']],
    ['system', ['Mod+c', 'Mod+v', 'Mod+x', 'Mod+a', 'Mod+w', 'Mod+Q', 'Alt+F4', 'Tab', 'Shift+Tab']],
    ['modifier_only', ['', 'Mod', 'Ctrl', 'Alt', 'Shift', 'Meta', 'Control', 'Ctrl+Shift']],
  ])('%s', (reason, chords) => {
    for (const chord of chords) expect([chord, forbiddenReason(chord)]).toEqual([chord, reason])
  })

  test('the second press of two counts, too; what is near them is free', () => {
    expect(forbiddenReason('g Mod+c')).toBe('system')
    for (const free of ['Mod+Enter', 'Alt+b', 'Shift+a', 'a', 'g t', 'F4', '.', 'Mod+Shift+c', 'toString'])
      expect([free, forbiddenReason(free)]).toEqual([free, null])
  })
})

test('chords collide when they are equal or one begins with the other', () => {
  expect(chordsCollide('g', 'g')).toBe(true)
  expect(chordsCollide('g', 'g t')).toBe(true)
  expect(chordsCollide('g t', 'g')).toBe(true)
  expect(chordsCollide('g t', 'g s')).toBe(false)
  expect(chordsCollide('g', 'gt')).toBe(false)
})

describe('what a person chose', () => {
  test('is right when every chord is free and its own', () => {
    expect(faultOfKeys({})).toBeNull()
    expect(faultOfKeys({ 'listen.saveNote': 'Alt+s', 'listen.undo': 'Alt+z' })).toBeNull()
  })

  test('is refused for a chord of the system, in whatever spelling', () => {
    expect(faultOfKeys({ 'listen.undo': 'Alt+z', 'listen.saveNote': 'Mod+C' })).toEqual({
      kind: 'reserved',
      chord: 'Mod+c',
      action: 'listen.saveNote',
    })
  })

  test('is refused when two acts of one page got the same or one swallows the other; two pages may share', () => {
    expect(faultOfKeys({ 'listen.saveNote': 'Alt+S', 'listen.undo': 'Alt+s' })).toEqual({
      kind: 'clash',
      chord: 'Alt+s',
      actions: ['listen.saveNote', 'listen.undo'],
    })
    expect(faultOfKeys({ 'seats.move': 'g', 'seats.today': 'g t' })?.kind).toBe('clash')
    expect(faultOfKeys({ 'listen.undo': 'Alt+s', 'seats.move': 'Alt+s' })).toBeNull()
    expect(faultOfKeys({ undo: 'Alt+s', help: 'Alt+s' })).toBeNull()
  })
})
