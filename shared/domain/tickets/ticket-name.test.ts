import { expect, test } from 'vitest'
import { ticketName } from './ticket-name.ts'

test.each([
  [1, 'ES-000001'],
  [123_456, 'ES-123456'],
  [1_234_567, 'ES-1234567'],
])('ticket %i is %s', (number, name) => {
  expect(ticketName(number)).toBe(name)
})
