import type { Hours, RoomRules, RulesVersion, WeekHours } from '../../contract/house/room-rules.ts'
import type { UnfitRules } from '../../contract/house/rooms.ts'
import { mostSeats } from './room-rules.ts'
import { minutesOf, minutesOpen } from './slots.ts'

const DAY_MINUTES = 1_440

/** What is wrong with rules, the first of it; null: nothing. */
export function faultOfRules(rules: RoomRules): UnfitRules | null {
  return faultOfWeeks(rules) ?? faultOfSeats(rules) ?? faultOfLimits(rules) ?? faultOfDays(rules)
}

/** What is wrong with later rules that days of earlier ones came into; null: nothing. */
export function faultOfLater(changed: readonly RulesVersion[], mostDays: number): UnfitRules | null {
  const full = changed.find(({ rules }) => rules.days.length > mostDays)
  if (full !== undefined) return fault('too_many_days', { date: full.validFrom })
  return changed.map(({ rules }) => faultOfRules(rules)).find((one) => one !== null) ?? null
}

const fault = (fault: UnfitRules['fault'], where: Partial<Omit<UnfitRules, 'fault'>> = {}): UnfitRules => ({
  fault,
  weekday: null,
  seatNumber: null,
  date: null,
  ...where,
})

function faultOfWeeks(rules: RoomRules): UnfitRules | null {
  const weeks = [{ seatNumber: null, week: rules.week }, ...rules.seatWeeks]
  for (const { seatNumber, week } of weeks)
    for (const [index, hours] of week.entries()) {
      const where = { seatNumber, weekday: index + 1 }
      if (hours === null) continue
      if (minutesOpen(hours) < rules.slotMinutes) return fault('shorter_than_slot', where)
      if (opensBeforeClosed(hours, week, index)) return fault('hours_overlap', where)
    }
  return weeks.every(({ week }) => week.every((hours) => hours === null)) ? fault('never_open') : null
}

/** The night before is not over yet. */
function opensBeforeClosed({ opensAt }: Hours, week: WeekHours, index: number): boolean {
  const before = week[(index + 6) % 7] ?? null
  return before !== null && minutesOf(before.opensAt) + minutesOpen(before) > DAY_MINUTES + minutesOf(opensAt)
}

function faultOfSeats(rules: RoomRules): UnfitRules | null {
  const numbers = rules.seatWeeks.map(({ seatNumber }) => seatNumber)
  const repeated = numbers.find((number, index) => numbers.indexOf(number) !== index)
  if (repeated !== undefined) return fault('repeated_seat', { seatNumber: repeated })
  const closed = rules.days.flatMap((days) => (days.kind === 'closed' ? (days.seatNumbers ?? []) : []))
  const unknown = [...numbers, ...closed].find((number) => number > mostSeats(rules))
  return unknown === undefined ? null : fault('unknown_seat', { seatNumber: unknown })
}

function faultOfLimits({ limits }: RoomRules): UnfitRules | null {
  return new Set(limits.map(({ per }) => per)).size < limits.length ? fault('repeated_limit') : null
}

function faultOfDays({ days }: RoomRules): UnfitRules | null {
  const backwards = days.find(({ from, to }) => to < from)
  if (backwards !== undefined) return fault('days_backwards', { date: backwards.from })
  const peaks = days.filter(({ kind }) => kind === 'peak').sort((a, b) => (a.from < b.from ? -1 : 1))
  const second = peaks.find(({ from }, index) => from <= (peaks[index - 1]?.to ?? ''))
  return second === undefined ? null : fault('peaks_overlap', { date: second.from })
}
