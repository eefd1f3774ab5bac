import type { Person } from '../../../shared/contract/house/people.ts'
import type { HouseRoom } from '../../../shared/contract/house/rooms.ts'
import { dateOf } from '../../../shared/domain/wall-clock.ts'
import type { Week } from '../demo-bookings.ts'
import { instantOf, MINUTE_MS, momentOf, type Stage, TIME_ZONE } from '../stage.ts'
import { secretaryOf } from './company-people.ts'

/** The day on which every seat is taken from morning to night but for an hour, and the share of that on each day of the week from today on. */
export const PEAK_DAY = 1
const SHARES = [0.85, 1, 0.8, 0.6, 0.45, 0.35, 0.25]
const [FIRST_HOUR, HOURS] = [8, 14]
const HOUR_MS = 60 * MINUTE_MS
/** As many rows a list: a file holds more, and whoever waits is told how far it is. */
const ROWS_A_LIST = 1_000
/** Before them stand secretaries. One half books, the other sits beside, in the same department; each once, by a step that shares nothing with the half. */
const [FIRST_MANAGER, HALF, STEP] = [400, 12_024, 4_999]

export interface CompanyWeek extends Pick<Stage, 'ask' | 'nowMs' | 'later' | 'sit'> {
  readonly rooms: readonly HouseRoom[]
  /** In the order of the company's list. */
  readonly managers: readonly Person[]
  /** How many of all bookings are made. */
  told(made: number, of: number): void
}

/**
 * A week of a company: hour by hour on sixty seats, for managers by themselves, by their secretaries, some by a coordinator. It stood in a spreadsheet until now, from which a
 * coordinator brought it in; most of whom it was for by now have come.
 */
export const fillCompany =
  (company: CompanyWeek) =>
  async ({ taken }: Week): Promise<void> => {
    const { ask, nowMs, later, sit, managers, told } = company
    const places = placesOf(company, taken)
    const numberOf = (place: number) => managers[place]?.employeeNumber ?? ''
    const before = sit(managers[0]?.id ?? null)
    for (let from = 0; from < places.length; from += ROWS_A_LIST) {
      const rows = places.slice(from, from + ROWS_A_LIST).map(({ room, seatNumber, date, hour, mixed }, index) => {
        const place = FIRST_MANAGER + (((from + index) * STEP) % HALF)
        const beside = mixed % 9 === 0 ? numberOf(place + HALF) : ''
        const purpose = mixed % 4 === 0 ? '接线' : '听线'
        return [
          date,
          `${hour}:00-${hour + 1}:00`,
          room,
          seatNumber,
          numberOf(place),
          beside,
          numberOf(bookerOf(place, mixed)),
          purpose,
        ]
      })
      const list = [['日期', '时间', '听线室', '席位', '工号', '同行人', '代约人', '目的'], ...rows]
      const base64 = Buffer.from(list.map((row) => row.join(',')).join('\n')).toString('base64')
      const { bookings } = await ask('bookingLists', 'keep', { base64, columns: null, leftOut: [] })
      told(from + rows.length, places.length)
      for (const [at, { id, startsAt }] of bookings.entries()) {
        const comesMs = Date.parse(startsAt) + ((at % 7) - 3) * MINUTE_MS
        if (at % 17 !== 0 && comesMs < nowMs)
          later(comesMs, async () => void (await ask('bookings', 'checkIn', { bookingId: id })))
      }
    }
    sit(before)
  }

/** Half book for themselves, most others have a secretary of their department do it. */
function bookerOf(place: number, mixed: number): number {
  if (mixed % 2 === 0) return place
  return mixed % 11 === 1 ? mixed % 12 : secretaryOf(place, mixed >> 1)
}

function placesOf({ rooms, nowMs }: CompanyWeek, taken: Week['taken']) {
  const seats = rooms.flatMap((room) => room.seats.map(({ id, number }) => ({ id, number, room: room.name })))
  return SHARES.flatMap((share, day) => {
    const date = dateOf(instantOf(momentOf(nowMs, day, '12:00')), TIME_ZONE)
    return seats.flatMap(({ id, number: seatNumber, room }, at) =>
      Array.from({ length: HOURS }, (_, turn) => ({ turn, hour: FIRST_HOUR + turn })).flatMap(({ turn, hour }) => {
        const mixed = day * 131 + at * 29 + turn * 53
        // An hour at which nobody sits there, another one on each seat; on quieter days more of them.
        if (turn === 4 + (at % 7) || (mixed % 100) / 100 >= share) return []
        const startsMs = momentOf(nowMs, day, `${String(hour).padStart(2, '0')}:00`)
        const isTaken = taken.some(
          (one) => one.seatId === id && one.startsMs < startsMs + HOUR_MS && one.endsMs > startsMs,
        )
        return isTaken ? [] : [{ room, seatNumber, date, hour, mixed }]
      }),
    )
  })
}
