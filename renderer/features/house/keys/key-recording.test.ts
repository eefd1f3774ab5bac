import { describe, expect, test } from 'vitest'
import { faultOfKeys } from '../../../../shared/domain/house/key-chords.ts'
import { allKeys } from '../../../app/all-keys.ts'
import { actionIds, actionOf, collectKeys } from '../../../lib/key-map.ts'
import { clashesWith } from '../../../lib/keys.ts'
import { afterPress, inTheWayOfReset, isRemapped, withChord, withoutChord } from './key-recording.ts'

collectKeys(allKeys)

describe('recording a chord', () => {
  test('a modified or named key is complete at once', () => {
    expect(afterPress(null, 'Alt+m')).toEqual({ chord: 'Alt+m', isComplete: true })
    expect(afterPress(null, 'F8')).toEqual({ chord: 'F8', isComplete: true })
  })
  test('a plain letter waits for a second press', () => {
    const first = afterPress(null, 'g')
    expect(first).toEqual({ chord: 'g', isComplete: false })
    expect(afterPress(first, 'x')).toEqual({ chord: 'g x', isComplete: true })
  })
  test('after a complete one a press begins anew', () => {
    expect(afterPress({ chord: 'F8', isComplete: true }, 'F9')).toEqual({ chord: 'F9', isComplete: true })
  })
})

describe('remaps', () => {
  test('the only default is no remap', () => {
    expect(withChord({ 'listen.saveNote': 'F2' }, 'listen.saveNote', 'Mod+Enter')).toEqual({})
    expect(withChord({}, 'listen.saveNote', 'F2')).toEqual({ 'listen.saveNote': 'F2' })
  })
  test('one of two defaults is a remap: the other one is given up', () => {
    expect(withChord({}, 'go.today', 'g t')).toEqual({ 'go.today': 'g t' })
  })
  test('taking one away leaves the others', () => {
    expect(withoutChord({ undo: 'F4', search: 'F3' }, 'undo')).toEqual({ search: 'F3' })
  })
  test('fixed keys are never remapped', () => {
    expect(isRemapped('seats.move', { 'seats.move': 'F2' })).toBe(false)
    expect(isRemapped('undo', { undo: 'F4' })).toBe(true)
  })
  test('a default that somebody else has got by now is in the way', () => {
    const remaps = { 'listen.nextCall': 'F2', 'listen.endCall': 'Alt+n' }
    expect(inTheWayOfReset('listen.nextCall', remaps)).toEqual(['listen.endCall'])
    expect(inTheWayOfReset('listen.nextCall', { 'listen.nextCall': 'F2' })).toEqual([])
  })
})

test('the defaults do not clash among themselves and none is forbidden', () => {
  const free = actionIds().filter((id) => !actionOf(id).isFixed)
  for (const id of free) {
    for (const chord of actionOf(id).chords) {
      expect({ id, chord, clashes: clashesWith(id, chord, {}) }).toEqual({ id, chord, clashes: [] })
      expect(faultOfKeys({ [id]: chord })).toBe(null)
    }
  }
})
