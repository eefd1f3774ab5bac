import { z } from 'zod'
import { entry } from '../entry.ts'
import { LONGEST, MOST_ROOMS } from '../limits.ts'
import { Id, Nothing, optionalText, PlainDate, shortText } from '../values.ts'
import { SeenVersion } from '../versions.ts'
import { coordinators } from '../who.ts'
import { CancelHits, CancelledHit, HitsBookings, HouseRoom } from './rooms.ts'

const told = { toldHits: z.string().nullable(), cancel: CancelHits.nullable() }
const changed = z.object({ room: HouseRoom, cancelled: z.array(CancelledHit) })

/** Several rooms of one house. A house with one needs none of this. */
export const roomKeeping = {
  /** One more room, with the rules and the zone of another. `too_many`: a house has so many at most. */
  add: entry({
    where: 'hub',
    who: coordinators,
    input: z.object({ name: shortText(LONGEST.roomName), site: optionalText(LONGEST.site), likeRoomId: Id }),
    output: HouseRoom,
    refusals: {
      not_found: Nothing,
      name_taken: Nothing,
      too_many: z.object({ most: z.literal(MOST_ROOMS) }),
    },
    changes: ['rooms', 'bookings'],
  }),
  /** What it is called, where it is, and who runs it. The name may be blank where the house has one room. `not_found`: the room, or the coordinator. */
  describe: entry({
    where: 'hub',
    who: coordinators,
    input: z.object({
      ...{ roomId: Id, seenVersion: SeenVersion, name: optionalText(LONGEST.roomName) },
      ...{ site: optionalText(LONGEST.site), coordinatorId: Id.nullable() },
    }),
    output: HouseRoom,
    refusals: { not_found: Nothing, name_taken: Nothing, name_missing: Nothing },
    changes: ['rooms', 'bookings'],
  }),
  /**
   * Another time zone: bookings stay at their moment, and the room's hours move. `hits_bookings` as for rules. `unknown_zone`: this computer, or
   * the hub, knows no such zone.
   */
  setZone: entry({
    where: 'hub',
    who: coordinators,
    input: z.object({ roomId: Id, seenVersion: SeenVersion, timeZone: z.string().max(60), ...told }),
    output: changed,
    refusals: { not_found: Nothing, unknown_zone: Nothing, hits_bookings: HitsBookings },
    changes: ['rooms', 'bookings'],
  }),
  /**
   * Closed from a day on, today at the earliest; null: it is open again. What is booked then is told as for rules, and stays unless `cancel` names
   * it; who waits there, and draws with places in it, are told with them. `last_open`: a house has one room that is open.
   */
  close: entry({
    where: 'hub',
    who: coordinators,
    input: z.object({ roomId: Id, seenVersion: SeenVersion, from: PlainDate.nullable(), ...told }),
    output: changed,
    refusals: {
      not_found: Nothing,
      last_open: Nothing,
      from_the_past: z.object({ today: PlainDate }),
      hits_bookings: HitsBookings,
    },
    changes: ['rooms', 'bookings'],
  }),
}
