import type { TFunction } from 'i18next'
import type { Hours, RoomDays, RoomRules, WeekHours } from '../../../../../shared/contract/house/room-rules.ts'
import type { UnfitRules } from '../../../../../shared/contract/house/rooms.ts'
import { fullDayName, type Place, weekday, wholeLength } from '../../../../lib/formats.ts'
import { addDays } from '../../../../lib/plain-dates.ts'
import type { FormFault } from './rules-form.ts'

type Words = TFunction<'rooms'>

/** A sentence about the rules; the same `about` tells which one it replaces. */
export interface RulesSentence {
  about: string
  text: string
}

const SOME_MONDAY = '2026-11-23'

export const weekdayName = (index: number, { language }: Pick<Place, 'language'>): string =>
  weekday(addDays(SOME_MONDAY, index), language)

/** The rules as a coordinator would say them. */
export function sentencesOf(t: Words, rules: RoomRules, place: Place): RulesSentence[] {
  const { seatCount, slotMinutes, bufferMinutes, noticeDays, aheadDays, limits, checkIn, holdMinutes } = rules
  const spoken = (limit: RoomRules['limits'][number]) => t(`say.limit.${limit.per}`, { count: limit.count })
  return [
    { about: 'seats', text: t('say.seats', { seats: seatCount, minutes: slotMinutes }) },
    { about: 'week', text: t('say.week', { hours: weekWords(t, rules.week, place) }) },
    ...rules.seatWeeks.map(({ seatNumber, week }) => ({
      about: `seat ${seatNumber}`,
      text: t('say.seatWeek', { seat: seatNumber, hours: weekWords(t, week, place) }),
    })),
    { about: 'buffer', text: bufferMinutes === 0 ? t('say.noBuffer') : t('say.buffer', { minutes: bufferMinutes }) },
    {
      about: 'window',
      text: [
        noticeDays === 0 ? t('say.noNotice') : t('say.notice', { count: noticeDays }),
        aheadWords(t, aheadDays),
      ].join(t('say.comma')),
    },
    {
      about: 'limits',
      text: limits.length === 0 ? t('say.noLimit') : t('say.limits', { limits: limits.map(spoken).join(t('say.and')) }),
    },
    { about: 'checkIn', text: checkInWords(t, checkIn) },
    { about: 'hold', text: t('say.hold', { length: wholeLength(holdMinutes, place.language) }) },
    ...rules.days.map((days) => ({ about: `${days.kind} ${days.from} ${days.to}`, text: daysWords(t, days, place) })),
  ]
}

function aheadWords(t: Words, aheadDays: number | null): string {
  if (aheadDays === null) return t('say.anyAhead')
  return aheadDays === 0 ? t('say.onlyToday') : t('say.ahead', { count: aheadDays })
}

/** Nobody says «0 minutes before» or «0 minutes late». */
const checkInWords = (t: Words, { beforeMinutes, graceMinutes }: RoomRules['checkIn']): string =>
  [
    beforeMinutes === 0 ? t('say.checkInOpensAtStart') : t('say.checkInOpens', { minutes: beforeMinutes }),
    graceMinutes === 0 ? t('say.lateAtOnce') : t('say.late', { minutes: graceMinutes }),
  ].join(t('say.semicolon'))

/** What one set of rules says and another does not: before, after, or both. */
export function changesOf(before: readonly RulesSentence[], after: readonly RulesSentence[]) {
  const abouts = [...new Set([...before, ...after].map(({ about }) => about))]
  const textOf = (sentences: readonly RulesSentence[], about: string) =>
    sentences
      .filter((sentence) => sentence.about === about)
      .map(({ text }) => text)
      .join(' ') || null
  return abouts
    .map((about) => ({ about, before: textOf(before, about), after: textOf(after, about) }))
    .filter((change) => change.before !== change.after)
}

/** Days with the same hours are said together: «周一至周五 09:00–21:00，周六、周日不开放». */
function weekWords(t: Words, week: WeekHours, place: Place): string {
  const runs: { from: number; to: number; words: string }[] = []
  for (const [index, hours] of week.entries()) {
    const words = hoursWords(t, hours)
    const last = runs.at(-1)
    if (last?.words === words) last.to = index
    else runs.push({ from: index, to: index, words })
  }
  return runs
    .map(({ from, to, words }) => {
      const [first, last] = [weekdayName(from, place), weekdayName(to, place)]
      const days = from === 0 && to === 6 ? t('say.everyDay') : from === to ? first : t('say.days', { first, last })
      return `${days} ${words}`
    })
    .join(t('say.comma'))
}

export function hoursWords(t: Words, hours: Hours | null): string {
  if (hours === null) return t('say.closed')
  const { opensAt, closesAt } = hours
  if (opensAt === '00:00' && closesAt === '24:00') return t('say.roundTheClock')
  return closesAt > opensAt ? `${opensAt}–${closesAt}` : t('say.overnight', { opensAt, closesAt })
}

function daysWords(t: Words, days: RoomDays, place: Place): string {
  const named = (date: string) => fullDayName(date, place.language)
  const name = days.name[place.language] || days.name.zh || days.name.en
  const values = {
    days: days.from === days.to ? named(days.from) : t('say.dates', { from: named(days.from), to: named(days.to) }),
    why: name === '' ? '' : t('say.why', { name }),
  }
  if (days.kind === 'peak') return t('say.peak', { ...values, count: days.seatCount })
  if (days.seatNumbers === null) return t('say.closedDays', values)
  const { seatNumbers } = days
  return t('say.closedSeats', { ...values, seats: seatNumbers.join(t('say.and')), count: seatNumbers.length })
}

type NumberField = 'seatCount' | 'bufferMinutes' | 'noticeDays' | 'aheadDays' | 'holdMinutes' | 'limits'

/** Which field is meant, and what it takes. */
export function faultWords(t: Words, { field, kind, least, most }: FormFault, place: Place): string {
  const parts = field.split('.')
  const [part] = parts
  if (kind === 'time') return t('fault.time', { day: weekdayName(Number(parts.at(-2)), place) })
  if (kind === 'date') return t('fault.date')
  if (kind === 'seats') return t('fault.seats')
  if (part === 'seatWeeks') return t('fault.range', { field: t('field.seatNumber'), least, most })
  if (part === 'days') return t('fault.range', { field: t('field.peakSeats'), least, most })
  return t('fault.range', { field: t(`field.${part as NumberField}`), least, most })
}

/** Why rules that can be read are none. */
export function unfitWords(t: Words, { fault, weekday: day, seatNumber, date }: UnfitRules, place: Place): string {
  const where = [
    ...(seatNumber === null ? [] : [t('fault.ofSeat', { seat: seatNumber })]),
    ...(day === null ? [] : [weekdayName(day - 1, place)]),
    ...(date === null ? [] : [fullDayName(date, place.language)]),
  ].join(' ')
  return `${where}${where === '' ? '' : t('fault.colon')}${t(`fault.${fault}`)}`
}
