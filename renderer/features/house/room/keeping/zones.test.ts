import { expect, test } from 'vitest'
import { optionsFor } from '../../../../ui/options-for.ts'
import { zoneName, zoneOptions } from './zones.ts'

test.each([
  ['Kolkata', /^Asia\/Kolkata · UTC\+5:30/],
  ['calcutta', /^Asia\/Kolkata · UTC\+5:30/],
  ['kyiv', /^Europe\/Kyiv/],
  ['ho chi minh', /^Asia\/Ho_Chi_Minh/],
  ['berlin', /^Europe\/Berlin/],
])('a zone is found by what its place is called now, and by what this machine calls it: %s', (typed, label) => {
  const [first] = optionsFor(zoneOptions('en', 'Asia/Shanghai'), typed, new Map())
  expect(first?.label).toMatch(label)
  // What is saved is the name this machine knows.
  expect(Intl.supportedValuesOf('timeZone')).toContain(first?.value)
})

test('a zone reads the same however it is written', () => {
  expect(zoneName('Asia/Calcutta')).toBe(zoneName('Asia/Kolkata'))
})
