import { z } from 'zod'
import { LONGEST } from '../limits.ts'
import { Id, Instant, shortText } from '../values.ts'
import { Version } from '../versions.ts'

const span = { startsAt: Instant, endsAt: Instant }

/** What somebody has before them in the seats, so that it can be told before they leave the list. */
export const Ahead = z.object({
  bookings: z.array(
    z.object({
      id: Id,
      roomId: Id,
      seatNumber: z.number().int(),
      ...span,
      /** They sit beside this person, whose booking it is. */
      besideName: z.string().nullable(),
      /** It has begun, and somebody sits there. */
      isSitting: z.boolean(),
    }),
  ),
  /** Requests to wait, from the first window to the last. */
  waits: z.array(z.object({ id: Id, roomId: Id, ...span })),
  /** Places held for them now. */
  offers: z.array(z.object({ id: Id, roomId: Id, seatNumber: z.number().int(), ...span })),
  /** Requests of draws that are open, theirs or with them. */
  draws: z.array(z.object({ id: Id, closesAt: Instant })),
  /** Rooms they coordinate. */
  rooms: z.array(z.object({ id: Id, name: z.string() })),
})
export type Ahead = z.infer<typeof Ahead>

/** `wasBeside`: it is another's, and goes on without them. */
const wasBeside = z.boolean()
const Left = z.object({ id: Id, version: Version, wasBeside })

/** What somebody gave up by leaving, with the version in which each thing was left: given back unless it was changed since. */
export const GivenUp = z.object({
  bookings: z.array(Left),
  waits: z.array(Left.omit({ version: true })),
  draws: z.array(Left),
  roomIds: z.array(Id),
})
export type GivenUp = z.infer<typeof GivenUp>

/** Why somebody leaves, as the history of what they give up tells it. */
export const LeavingReason = shortText(LONGEST.bookingReason)
