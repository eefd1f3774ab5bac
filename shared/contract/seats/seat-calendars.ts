import { z } from 'zod'
import { entry } from '../entry.ts'
import { WaitReason } from '../exports/exports.ts'
import { Id, Instant, Nothing } from '../values.ts'
import { everyone } from '../who.ts'

/** The calendar file that is kept up to date in a folder. */
export const SeatFeed = z.object({
  /** As set; null: none is kept. */
  folder: z.string().nullable(),
  /** Null: nobody has said who sits here, or no folder is set. */
  fileName: z.string().nullable(),
  /** When it was last brought there, in this run. */
  writtenAt: Instant.nullable(),
  /** Why the folder did not take it; tried again each minute, and with each change. */
  reason: WaitReason.nullable(),
})
export type SeatFeed = z.infer<typeof SeatFeed>

/** Bookings for other calendars (RFC 5545), from what this desk knows. */
export const seatCalendars = {
  /** One booking as a file, cancelled ones too: a calendar that has it strikes it out. */
  file: entry({
    where: 'desk',
    who: everyone,
    input: z.object({ bookingId: Id }),
    output: z.object({ fileName: z.string(), text: z.string() }),
    refusals: { not_found: Nothing },
    changes: [],
  }),
  /** How the file in `calendarFolder` of the settings stands: all bookings of the person here, written anew whenever one of them changes. */
  feed: entry({ where: 'desk', who: everyone, input: Nothing, output: SeatFeed, refusals: {}, changes: [] }),
}
