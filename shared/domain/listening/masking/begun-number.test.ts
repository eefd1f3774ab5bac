import { expect, test } from 'vitest'
import { begunNumber, hasBirthday } from './begun-number.ts'

test.each([
  ['1881', 3, 11, 'a mobile'],
  ['1381', 3, 18, 'a mobile, or an identity card of Hebei'],
  ['01881', 4, 12, 'a mobile behind a nought'],
  ['86188', 5, 13, 'a mobile behind the country'],
  ['0086188', 7, 15, 'the same with two noughts'],
  ['8610', 4, 13, 'a landline behind the country'],
  ['86755', 5, 13, 'one of a longer city code'],
  ['0106', 3, 11, 'a landline'],
  ['07552', 4, 12, 'one of a longer area code'],
  ['6222', 3, 19, 'a card of China'],
  ['6188123', 3, 19, 'a card whose second digit begins a mobile'],
  ['4711', 3, 16, 'a card of elsewhere'],
  ['3478282246', 3, 15, 'one of 15 digits'],
  ['3056', 3, 14, 'one of 14'],
  ['860138', 6, 14, 'a mobile behind the country and a nought'],
  ['5001', 3, 18, 'a card, or the place of an identity card'],
  ['500101', 3, 18, 'the same, place in full'],
  ['110105199', 3, 18, 'an identity card, year begun'],
  ['1101051949', 3, 18, 'year in full'],
  ['11010519491231', 3, 18, 'day in full'],
  ['11010549', 3, 15, 'an old identity card'],
  ['110105491231', 3, 15, 'an old one, day in full'],
])('%s: %i digits may stand, %i are the most it becomes: %s', (digits, shown, length) => {
  expect(begunNumber(digits)).toEqual({ shown, length })
})

test.each(['2026', '7212', '1012', '1101054919', '1101054913'])('no number that is masked begins with %s', (digits) => {
  expect(begunNumber(digits)).toBeNull()
})

test('a birthday counts when place, year and month are there', () => {
  expect(hasBirthday('110105194912')).toBe(true)
  expect(hasBirthday('11010519491')).toBe(false)
  expect(hasBirthday('101105194912')).toBe(false)
  expect(hasBirthday('110105194913')).toBe(false)
})
