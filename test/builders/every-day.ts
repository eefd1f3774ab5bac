import { everyDayRules, FROM_THE_FIRST_DAY } from '../../shared/domain/seats/room-rules.ts'
import type { OpeningHours } from '../../shared/domain/seats/slots.ts'
import { timetableOf } from '../../shared/domain/seats/timetable.ts'

/** A seat of a room that is open from and to the same hour each day. */
export function everyDay({ slotMinutes, timeZone, ...hours }: OpeningHours) {
  if (slotMinutes !== 15 && slotMinutes !== 30 && slotMinutes !== 60) throw new Error('no room has such slots')
  const rules = everyDayRules({ ...hours, slotMinutes }, 1)
  return timetableOf({ timeZone, versions: [{ validFrom: FROM_THE_FIRST_DAY, rules }] }).seat(1)
}
