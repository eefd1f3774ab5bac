import { z } from 'zod'
import { entry } from '../entry.ts'
import { Id, Nothing, PlainDate } from '../values.ts'
import { everyone } from '../who.ts'

/** One hour of a weekday, over all days of the span. Seat-minutes: two seats for an hour are 120. Nobody is named. */
export const SeatUseCell = z.object({
  /** 1: Monday. */
  weekday: z.number().int().min(1).max(7),
  /** Of the room's clock, 0 to 23. */
  hour: z.number().int().min(0).max(23),
  openMinutes: z.number().int(),
  bookedMinutes: z.number().int(),
  /** From check-in to the end of the session or else of the booking, and never past it or past now; walk-ups included. */
  satMinutes: z.number().int(),
})
export type SeatUseCell = z.infer<typeof SeatUseCell>

/** How the seats of a room are used. */
export const seatUse = {
  /** Both dates included, at most 92 days. Hours in which nothing is open and nothing was booked are left out. */
  byHour: entry({
    where: 'hub',
    who: everyone,
    input: z.object({ roomId: Id, from: PlainDate, to: PlainDate }),
    output: z.array(SeatUseCell),
    refusals: { not_found: Nothing, range_too_long: Nothing },
    changes: [],
  }),
}
