import { z } from 'zod'
import { Purpose } from '../seats/bookings.ts'
import { Id, Instant } from '../values.ts'

/**
 * What somebody did from this desk, by which part of the product it is looked for. `booking`: anything else of seats, swaps, draws and those who wait. `ticket`:
 * anything else of tickets. `heard`: of what was heard, after it went over to the hub. `brought`: of what the desk held alone. `rules`: of rooms, calendar, masks and the like.
 */
export const LostKind = z.enum([
  ...(['reserved', 'rescheduled', 'cancelled', 'booking', 'ticket_opened', 'ticket', 'person', 'heard'] as const),
  ...(['export', 'brought', 'rules'] as const),
])
export type LostKind = z.infer<typeof LostKind>

/** As the hub had answered it. Nothing of it is a caller's word. */
export const LostAbout = z.discriminatedUnion('what', [
  z.object({
    what: z.literal('booking'),
    ...{
      bookingId: Id,
      seatId: Id,
      seatNumber: z.number().int(),
      personId: Id,
      personName: z.string(),
      companionId: Id.nullable(),
    },
    ...{ purpose: Purpose, startsAt: Instant, endsAt: Instant },
  }),
  z.object({ what: z.literal('ticket'), number: z.number().int() }),
  z.object({ what: z.literal('person'), name: z.string() }),
  z.object({ what: z.literal('nothing') }),
])
export type LostAbout = z.infer<typeof LostAbout>

/**
 * What the hub had accepted from this desk and does not know of any more: its database was put back from an older copy. Of the last 30 days; all that was done to one
 * booking, or one ticket, is one. `ids`: of the commands. `at`, `about`: of the last of them. `sessionId`: heard at this desk, what it was about.
 */
export const LostChange = z.object({
  ids: z.array(Id).min(1),
  at: Instant,
  kind: LostKind,
  about: LostAbout,
  sessionId: Id.nullable(),
})
export type LostChange = z.infer<typeof LostChange>
