import { expect, test } from 'vitest'
import { firstToCall } from './first-to-call.ts'

test('whoever goes there is called before whoever talks, and an ambulance before the police', () => {
  expect(firstToCall(['suicide'], true)).toBe('contact')
  expect(firstToCall(['suicide', 'farewell'], false)).toBe('12356')
  expect(firstToCall(['suicide', 'poisoning'], true)).toBe('120')
  expect(firstToCall(['violence', 'child_in_danger'], true)).toBe('110')
  expect(firstToCall(['violence', 'gas'], false)).toBe('120')
})

test('where nothing was heard that says so nobody is named first', () => {
  expect(firstToCall([], true)).toBeNull()
})
