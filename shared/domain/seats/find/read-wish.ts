import { type Days, readDay } from './read-day.ts'
import { type NamedRoom, readRooms } from './read-rooms.ts'
import { readSeat } from './read-seat.ts'
import { canBeHours, readLength, readPeople, readTimes, saysClock } from './read-times.ts'
import { type Reading, readingOf } from './reading.ts'

export type Minutes = number

/** What somebody is looking for, as far as their words say it. */
export interface WishRead {
  days: Days | null
  /** Between these minutes of the day; `isExact`: it begins then. */
  times: { from: Minutes; to: Minutes; isExact: boolean } | null
  lengthMinutes: Minutes | null
  people: number | null
  seatNumber: number | null
  purpose: 'listen' | 'answer' | null
  /** Of the rooms that are there, those that were named; null: none was. */
  roomIds: string[] | null
  /** What none of it was understood from. */
  rest: string[]
}

/** «接线» and «answer calls», or «听线» and «listen in». */
const ANSWER = /接线|接电话|\banswer(?:ing)?(?:\s+(?:the\s+)?calls?)?\b/
const LISTEN = /听线|旁听|\blisten(?:ing)?(?:\s+in)?\b/
/** Whenever, or the sooner the better: what is found stands in that order anyway. */
const WHENEVER =
  /尽快|尽早|越[早快]越好|最[早快](?:有?空的?)?|全天|(?:任[意何]|随便什么|不限)时[间候]|随时|\basap\b|\bas (?:soon|early) as possible\b|\b(?:the )?(?:soonest|earliest|first free)(?: possible)?\b|\b(?:at )?any ?time\b|\bwhenever\b/g
/** A day that is not meant: told as not understood, and never taken for one that is. */
const EXCEPT =
  /(?:除了?|不要|不含|避开)\s*(?:下下|下|这|本)?个?(?:周|星期|礼拜)[一二三四五六日天](?:\s*(?:以外|之外|外))?|\b(?:not|except|excluding|other than)\s+(?:for\s+)?(?:on\s+)?(?:next\s+)?(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b/
/** Words that say nothing about when and how long. */
const FILLERS =
  /(?<=\s)[-–—](?=\s)|左右|大概|大约|随便|哪个时间|[的在约要想找坐个我们请帮给都行吧,，、。.;；:：!！?？()（）~\ue000]|一起|同坐|同行|预约|空位|空席|席位|座位|位[子置]|有空|相邻|挨着|\b(?:a|an|the|for|at|on|in|of|please|i|we|me|us|want|need|find|book|seats?|free|together|around|about|with|and|some|any|to|from|side by side|adjacent|next to each other)\b/g

/** Reads words as people say them, in Chinese, English or both. `today`: the day from which «tomorrow» is counted. */
export function readWish(words: string, today: string, rooms: readonly NamedRoom[] = []): WishRead {
  const reading = readingOf(words)
  // First: a name may have a number or a day in it.
  const roomIds = readRooms(reading, rooms)
  reading.text = reading.text.replace(WHENEVER, ' ')
  const { seatNumber, odd } = readSeat(reading)
  const purpose = readPurpose(reading)
  const except = reading.take(EXCEPT)?.[0] ?? ''
  const days = readDay(reading, today) ?? readShortDay(reading, today)
  const lengthMinutes = readLength(reading)
  const people = readPeople(reading)
  const times = readTimes(reading)
  /** «From ten to twelve, one hour» begins anywhere in between. */
  const range = times?.rangeMinutes ?? null
  const isWithin = range !== null && lengthMinutes !== null && lengthMinutes < range
  const length = lengthMinutes ?? range
  return {
    days,
    times: times === null ? null : { from: times.from, to: times.to, isExact: times.isExact && !isWithin },
    lengthMinutes: length,
    people,
    seatNumber,
    purpose,
    roomIds,
    rest: `${odd} ${except} ${reading.text.replace(FILLERS, ' ')}`.split(/\s+/).filter((word) => word !== ''),
  }
}

const SHORT_DAY = /(?<![\d/.:-])(1[0-2]|0?[1-9])-(\d{1,2})(?![\d/.:点-])/

/**
 * «12-3 9点», «12-24 上午»: two numbers are hours, from one to the other, until a clock stands beside them or no hours are like that; then they are a day, as
 * where a date is typed.
 */
function readShortDay(reading: Reading, today: string): Days | null {
  const found = SHORT_DAY.exec(reading.text)
  if (found === null) return null
  const others = reading.text.replace(found[0], ' ')
  if (!saysClock(others) && canBeHours(Number(found[1]), Number(found[2]), others)) return null
  const before = reading.text
  reading.text = before.replace(found[0], `${found[1]}月${found[2]}日`)
  const days = readDay(reading, today)
  if (days === null) reading.text = before
  return days
}

function readPurpose(reading: Reading): WishRead['purpose'] {
  if (reading.take(ANSWER) !== null) return 'answer'
  return reading.take(LISTEN) === null ? null : 'listen'
}
