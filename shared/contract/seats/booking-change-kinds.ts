import { z } from 'zod'

/** What happened to a booking. */
export const BookingChangeKind = z.enum([
  'reserved',
  'imported',
  'drawn',
  'rescheduled',
  'edited',
  'cancelled',
  'restored',
  'swapped',
  'walked_up',
  'checked_in',
  'check_in_undone',
  'done',
  'no_show',
  'excused',
  'counted_again',
  /** Two records turned out to be one person's; and two again. */
  'merged',
  'merged_back',
])
export type BookingChangeKind = z.infer<typeof BookingChangeKind>

/** What one looks for in the history of all: places taken and changed, places given up, or who came and who did not. */
export const BookingChangeGroup = z.enum(['placed', 'cancelled', 'came'])
export type BookingChangeGroup = z.infer<typeof BookingChangeGroup>

/** Which changes belong together; a new kind without a group does not compile. */
export const GROUP_OF_CHANGE: Record<BookingChangeKind, BookingChangeGroup> = {
  reserved: 'placed',
  imported: 'placed',
  drawn: 'placed',
  rescheduled: 'placed',
  edited: 'placed',
  cancelled: 'cancelled',
  restored: 'placed',
  swapped: 'placed',
  walked_up: 'placed',
  checked_in: 'came',
  check_in_undone: 'came',
  done: 'came',
  no_show: 'came',
  excused: 'came',
  counted_again: 'came',
  merged: 'placed',
  merged_back: 'placed',
}
