import type { PersonTaken } from '../../shared/contract/seats/bookings.ts'
import { rangeOn } from '../lib/formats.ts'
import { textsOf } from '../lib/i18n.ts'
import { todayIn } from '../lib/now.ts'
import { type AtSeat, seatRoomNow } from '../lib/seat-rooms.ts'
import { notify } from './notices.ts'

/** Nobody can be in two places: where the other one is. `at`: where they sit down, by the clock of whose room it is said. Returns the id of the notice. */
export function tellElsewhere(
  at: AtSeat,
  { personName: name, seatNumber: seat, ...other }: PersonTaken,
  stays = false,
): number {
  const said = () => {
    const { place, timed } = seatRoomNow(at)
    return { name, seat, time: timed(rangeOn(todayIn(place), other.startsAt, other.endsAt, place)) }
  }
  return notify({
    tone: 'info',
    stays,
    title: () => textsOf('rooms')(other.isElsewhere ? 'sits.inOtherRoom' : 'sits.elsewhere', said()),
    hint: () => textsOf('rooms')('sits.elsewhereHint'),
  })
}
