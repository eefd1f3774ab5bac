import type { TFunction } from 'i18next'
import { expect, test } from 'vitest'
import { readWish } from '../../../../shared/domain/seats/find/read-wish.ts'
import { chipsOf } from './find-words.ts'

/** A Friday. */
const TODAY = '2026-09-18'
const t = ((key: string, facts?: { days: string }) => facts?.days ?? key) as unknown as TFunction<'seats'>
const daysOf = (words: string) =>
  chipsOf(readWish(words, TODAY), TODAY, [], t, { language: 'zh', timeZone: 'Asia/Shanghai' })[0]?.text

test('days that stand apart are named each, and not as if those in between were meant', () => {
  expect(daysOf('下周一')).toBe('9月21日 周一')
  expect(daysOf('下周一到周三')).toBe('9月21日 周一 – 9月23日 周三')
  expect(daysOf('下周一或周三')).toBe('9月21日 周一或9月23日 周三')
  expect(daysOf('工作日')).toBe('9月18日 周五 – 10月1日 周四')
})
