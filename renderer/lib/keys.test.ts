import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import enKeys from '../../resources/locales/en/keys.json'
import zhKeys from '../../resources/locales/zh/keys.json'
import { forbiddenReason, normalChord } from '../../shared/domain/house/key-chords.ts'
import { allKeys } from '../app/all-keys.ts'
import { actionIds, actionOf, collectKeys } from './key-map.ts'
import { chordsOf, clashesWith, matchChord, mayAct } from './keys.ts'

collectKeys(allKeys)
const root = join(import.meta.dirname, '../..')

const page = {
  ...{ isTextField: false, isOneLine: false, hasText: false },
  ...{ isTouched: false, isPressable: false, isWalked: false },
}
const emptyField = { ...page, isTextField: true }
const fullField = { ...emptyField, hasText: true }
const emptiedField = { ...emptyField, isTouched: true }
const button = { ...page, isPressable: true }
const radio = { ...button, isWalked: true }

describe('the key map as shipped', () => {
  const bindings = actionIds()
    .filter((id) => actionOf(id).isFixed !== true)
    .flatMap((id) => actionOf(id).chords.map((chord) => ({ id, chord })))

  test.each(bindings)('$id on $chord is allowed and meets no other action', ({ id, chord }) => {
    expect({ reason: forbiddenReason(chord), clashes: clashesWith(id, chord, {}) }).toEqual({
      reason: null,
      clashes: [],
    })
  })

  test('what a feature declares is brought together, each action by one feature', async () => {
    const files = globSync('renderer/**/*.keys.ts', { cwd: root })
    const tables = await Promise.all(files.map((file) => import(join(root, file)) as Promise<Record<string, object>>))
    const declared = tables.flatMap((table) => Object.values(table).flatMap((keys) => Object.keys(keys)))
    expect(declared.toSorted()).toEqual(actionIds().toSorted())
  })

  test('each is answered somewhere; those a field answers by itself are fixed', () => {
    const files = globSync('renderer/**/*.{ts,tsx}', { cwd: root }).filter(
      (file) => !/\.(?:test|keys)\.tsx?$/.test(file),
    )
    const sources = files.map((file) => readFileSync(join(root, file), 'utf8')).join('\n')
    const isAnswered = (id: string) => new RegExp(`[\\s{]'?${id.replace('.', '\\.')}'?: `).test(sources)
    expect(actionIds().filter((id) => actionOf(id).isFixed !== true && !isAnswered(id))).toEqual([])
  })

  test('each chord is written in its one spelling', () => {
    expect(bindings.filter(({ chord }) => normalChord(chord) !== chord)).toEqual([])
  })

  test('each action has words in both languages', () => {
    const wordsFor = (texts: unknown, id: string) =>
      id.split('.').reduce<unknown>((found, part) => (found as Record<string, unknown> | undefined)?.[part], texts)
    const silent = actionIds().filter(
      (id) => typeof wordsFor(zhKeys.action, id) !== 'string' || typeof wordsFor(enKeys.action, id) !== 'string',
    )
    expect(silent).toEqual([])
  })
})

describe('remapping', () => {
  test('an own chord takes the place of all defaults', () => {
    expect(chordsOf('listen.nextCall', {})).toEqual(['Mod+n', 'Alt+n'])
    expect(chordsOf('listen.nextCall', { 'listen.nextCall': 'alt+N' })).toEqual(['alt+n'])
    expect(chordsOf('listen.nextCall', { 'listen.nextCall': 'Shift+Mod+N' })).toEqual(['Mod+Shift+n'])
  })

  test('what is fixed stays', () => {
    expect(chordsOf('seats.move', { 'seats.move': 'F2' })).toEqual(['←↑→↓'])
  })

  test('a clash is found on the same page and with what works everywhere, not between pages', () => {
    expect(clashesWith('tickets.move', 'j', {})).toEqual(['tickets.down'])
    expect(clashesWith('tickets.move', '?', {})).toEqual(['help.keys'])
    expect(clashesWith('tickets.move', 'c', {})).toEqual([])
  })

  test('a key that begins a sequence clashes with the sequence', () => {
    expect(clashesWith('tickets.move', 'g', {})).toContain('go.today')
  })

  test('a chord given up by a remap is free again', () => {
    expect(clashesWith('tickets.move', 'j', { 'tickets.down': 'n' })).toEqual([])
  })
})

describe('where a chord may act', () => {
  test.each([
    ['j', page, true],
    ['j', emptyField, false],
    ['Shift+j', emptyField, false],
    ['Enter', emptyField, false],
    ['Shift+Enter', emptyField, false],
    ['ArrowUp', fullField, false],
    ['Mod+Enter', fullField, true],
    ['Alt+1', fullField, true],
    ['F8', fullField, true],
    ['Escape', fullField, true],
    ['Mod+z', { ...fullField, isTouched: true }, false],
    ['Mod+z', fullField, true],
    ['Mod+ArrowLeft', fullField, false],
    ['Mod+ArrowLeft', emptyField, true],
    ['Mod+z', emptyField, true],
    ['Mod+z', emptiedField, false],
    ['Mod+Shift+z', emptiedField, false],
    ['Mod+y', emptiedField, false],
    ['Enter', button, false],
    ['Space', button, false],
    ['j', button, true],
    ['ArrowDown', button, true],
    ['ArrowDown', radio, false],
    ['Home', radio, false],
    ['j', radio, true],
    ['Mod+ArrowRight', radio, true],
  ])('%s with the focus on %o: %s', (chord, focused, may) => {
    expect(mayAct(chord, focused)).toBe(may)
  })
})

describe('what the presses mean', () => {
  const listening = ['go.today', 'go.seats', 'tickets.down', 'undo'] as const

  test('one press, one action', () => {
    expect(matchChord('j', listening, {})).toEqual({ kind: 'action', ids: ['tickets.down'] })
  })
  test('g waits for its second press', () => {
    expect(matchChord('g', listening, {})).toEqual({ kind: 'prefix' })
    expect(matchChord('g s', listening, {})).toEqual({ kind: 'action', ids: ['go.seats'] })
    expect(matchChord('g x', listening, {})).toEqual({ kind: 'none' })
  })
  test('an action that nobody listens to is silent', () => {
    expect(matchChord('k', listening, {})).toEqual({ kind: 'none' })
  })
})

test('a key that works over dialogs may not be one of theirs', () => {
  expect(clashesWith('look.theme', 'Mod+Enter', {})).toContain('dialog.confirm')
  expect(clashesWith('go.today', 'Escape', {})).not.toContain('dialog.close')
})
