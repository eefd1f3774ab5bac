import { expect, test } from 'vitest'
import { aBookingOf } from '../../../../test/builders/board.ts'
import { bookingsByDepartment } from './departments.ts'

const people = [
  { id: 'person-wang', department: '客服部' },
  { id: 'person-li', department: '市场部' },
  { id: 'person-zhao', department: '' },
]

test('a booking counts for each department that sits there, once; one without a department for none', () => {
  const bookings = [
    aBookingOf({ seat: 1, companionId: 'person-li' }),
    aBookingOf({ seat: 2, companionId: 'person-wang' }),
    aBookingOf({ seat: 3, personId: 'person-zhao' }),
  ]
  expect([...bookingsByDepartment(bookings, people)]).toEqual([
    ['客服部', 2],
    ['市场部', 1],
  ])
})
