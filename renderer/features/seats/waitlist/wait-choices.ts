import type { HouseRoom } from '../../../../shared/contract/house/rooms.ts'
import type { PlainDate, TimeOfDay } from '../../../../shared/contract/values.ts'
import { timetableIn } from '../../../../shared/domain/seats/timetable.ts'
import { timeOf } from '../../../../shared/domain/wall-clock.ts'

/** Hours ahead from which a place may be booked unasked. */
export const HOURS_AHEAD = [2, 4, 12, 24, 48] as const

const MOST_HOURS = 4

/** What a day of the room lets somebody wait for. */
export interface WaitChoices {
  /** Every edge of a slot on any seat, as the room's clock shows it, from opening to closing; midnight at the end as 24:00. */
  readonly times: TimeOfDay[]
  /** Whole slots, in minutes. */
  readonly lengths: number[]
}

export function waitChoices(date: PlainDate, room: HouseRoom): WaitChoices {
  const timetable = timetableIn(room)
  const seats = room.seats.map(({ number }) => timetable.seat(number))
  const slots = seats.flatMap((seat) => seat.openingOn(date)?.slots ?? [])
  const edges = [...new Set(slots.flatMap(({ startsAt, endsAt }) => [startsAt, endsAt]))].sort()
  const times = edges.map((at) => timeOf(at, room.timeZone))
  const slotMinutes = seats[0]?.rulesOn(date).slotMinutes ?? 30
  return {
    times: [
      ...new Set(
        times.map((time, index) => (index > 0 && index === times.length - 1 && time === '00:00' ? '24:00' : time)),
      ),
    ],
    lengths: Array.from(
      { length: Math.floor((MOST_HOURS * 60) / slotMinutes) },
      (_, index) => (index + 1) * slotMinutes,
    ),
  }
}

const minutesOf = (time: TimeOfDay): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** From one time to another, which is on the next day when it is not later. */
export const minutesFrom = (from: TimeOfDay, to: TimeOfDay): number =>
  minutesOf(to) - minutesOf(from) + (to > from ? 0 : 1_440)
