import { expect, test } from 'vitest'
import { firstToCall, stillToCall } from './first-to-call.ts'

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

test('an ambulance stays the first to call until it was called, whoever else took over; a talk is had once', () => {
  expect(stillToCall(['poisoning'], true, [])).toBe('120')
  expect(stillToCall(['poisoning'], true, ['contact', '12356'])).toBe('120')
  expect(stillToCall(['violence'], true, ['contact'])).toBe('110')
  expect(stillToCall(['poisoning'], true, ['12356', '120'])).toBeNull()
  expect(stillToCall(['suicide'], true, ['12356'])).toBeNull()
  expect(stillToCall(['suicide'], true, [])).toBe('contact')
  expect(stillToCall([], true, [])).toBeNull()
})
