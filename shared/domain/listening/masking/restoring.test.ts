import { describe, expect, test } from 'vitest'
import { plantedLines } from '../../../../test/builders/masking-corpus.ts'
import { someOf } from '../../../../test/builders/some-of.ts'
import { maskText } from './mask-text.ts'
import { restoreAt } from './restoring.ts'

const masked = (typed: string) => maskText(typed).text

describe('one mask is taken back', () => {
  test('the one that was pressed, and no other', () => {
    const typed = '客服电话 13812345678，货在 13987654321 那里'
    const stored = masked(typed)
    expect(stored).toBe('客服电话 138****5678，货在 139****4321 那里')
    expect(restoreAt(typed, stored, stored.indexOf('139'))).toEqual({
      text: '客服电话 138****5678，货在 13987654321 那里',
      kind: 'phone',
      words: '13987654321',
    })
  })

  test('one after the other', () => {
    const typed = '13812345678 13987654321'
    const first = restoreAt(typed, masked(typed), 0)
    expect(first).toMatchObject({ text: '13812345678 139****4321' })
    expect(restoreAt(typed, '13812345678 139****4321', 12)).toMatchObject({ text: typed })
    expect(restoreAt(typed, '13812345678 139****4321', 0)).toBe('not_these_words')
  })

  test('a name that its call told before', () => {
    const names = ['樊秋实']
    expect(restoreAt('秋实的米', '樊*的米', 0, names)).toEqual({ text: '秋实的米', kind: 'name', words: '秋实' })
    expect(restoreAt('秋实，13812345678', '樊*，138****5678', 5, names)).toMatchObject({
      text: '樊*，13812345678',
    })
  })

  test('beside what goes on with the number of the note before', () => {
    expect(restoreAt('345678，打 13812345678', '******，打 138****5678', 10)).toMatchObject({
      text: '******，打 13812345678',
    })
  })

  test('never a card, and nothing that was not stored of these words', () => {
    for (const typed of ['身份证 11010519491231002X', '卡号 6222021234567890102'])
      expect(restoreAt(typed, masked(typed), masked(typed).indexOf('*'))).toBe('never')
    expect(restoreAt('打 13812345678', '打 138****5678 吧', 3)).toBe('not_these_words')
    expect(restoreAt('打 13812345678', '打 139****5678', 3)).toBe('not_these_words')
    expect(restoreAt('打 13812345678', '打 138****5678', 0)).toBe('not_these_words')
    expect(restoreAt('打 138****5678', '打 138****5678', 3)).toBe('not_these_words')
  })

  test('whatever was planted: each text is known again in what became of it', () => {
    const unknown = someOf(plantedLines, 4).filter(({ text }) => {
      const stored = masked(text)
      // Nobody presses behind the end; where the words are known, nothing is found there.
      const places = [...stored.matchAll(/\*/g)].map(({ index }) => restoreAt(text, stored, index))
      return stored !== text && places.every((found) => found === 'not_these_words')
    })
    expect(unknown.map(({ text }) => text)).toEqual([])
  })
})
