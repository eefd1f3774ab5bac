import type { BookingTableRead } from '../booking-list/read-booking-table.ts'
import type { CalendarFile } from '../calendar/read-calendar-file.ts'
import type { PeopleList } from '../people-list/read-people-list.ts'
import type { Transcript } from '../transcripts/read-transcript.ts'

/** What each kind of file gives when it is read. */
export interface Readings {
  bookings: BookingTableRead
  people: PeopleList
  calendar: CalendarFile
  transcript: Transcript
}

export type ReadingKind = keyof Readings

/** What the worker is started with. */
export interface ReadingJob {
  readonly kind: ReadingKind
  readonly base64: string
  readonly fileName: string
}
