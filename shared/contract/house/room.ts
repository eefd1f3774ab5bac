import { z } from 'zod'
import { entry } from '../entry.ts'
import { MOST_SEATS } from '../limits.ts'
import { Nothing, TimeOfDay } from '../values.ts'
import { SeenVersion, Version } from '../versions.ts'
import { coordinators, everyone } from '../who.ts'
import { Seat } from './rooms.ts'

/** The listening room. `closesAt` may be `24:00`; with `00:00`–`24:00` it never closes. */
export const Room = z.object({
  opensAt: TimeOfDay,
  closesAt: TimeOfDay,
  slotMinutes: z.union([z.literal(15), z.literal(30), z.literal(60)]),
  /** IANA name; the work calendar and every time on screen use it. */
  timeZone: z.string(),
  seats: z.array(Seat),
  version: Version,
})
export type Room = z.infer<typeof Room>

export const room = {
  /** There is always one: made with the database. */
  get: entry({ where: 'hub', who: everyone, input: Nothing, output: Room, refusals: {}, changes: [] }),
  /** Seats are numbered 1…count. Fewer seats are refused while the seats to go have bookings to come. */
  save: entry({
    where: 'hub',
    who: coordinators,
    input: z.object({
      seenVersion: SeenVersion,
      seatCount: z.number().int().min(1).max(MOST_SEATS),
      opensAt: TimeOfDay,
      closesAt: TimeOfDay,
      slotMinutes: Room.shape.slotMinutes,
    }),
    output: Room,
    refusals: {
      closes_before_it_opens: Nothing,
      seats_have_bookings: z.object({ seatNumbers: z.array(z.number().int()) }),
    },
    changes: ['room', 'bookings'],
  }),
}
