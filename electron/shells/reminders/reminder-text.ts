import type { InRoom } from '../../../shared/contract/seats/bookings.ts'
import type { Reminder } from '../../../shared/contract/seats/reminders.ts'
import type { DueOffer } from '../../../shared/contract/seats/waitlist.ts'
import { minutesUntil } from '../../../shared/domain/seats/reminders.ts'
import { offsetName } from '../../../shared/domain/zone-shifts.ts'
import { fill, type Words } from '../words.ts'

export interface NoticeText {
  readonly title: string
  readonly body: string
}

/** Nearer than this is said in minutes, what is later by day and time. */
const MOST_MINUTES = 60

const timeOfDay = (instant: string, timeZone: string) =>
  new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone }).format(new Date(instant))
const dayOf = (instant: string, timeZone: string) =>
  new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date(instant))

/** Which clock that is, where the house has several rooms and that of this one shows another time than this computer's. */
function clockOf({ timeZone, roomName }: InRoom, at: string): string {
  const [there, here] = [timeZone, Intl.DateTimeFormat().resolvedOptions().timeZone].map((zone) => offsetName(at, zone))
  return roomName === '' || there === here ? '' : ` (${there})`
}

/** Named where the house has several. */
const inRoom = (roomName: string | null, words: Words, said: string): string =>
  roomName === '' ? said : `${roomName ?? words.unnamedRoom} · ${said}`

export function reminderText(words: Words, reminder: Reminder, now: string): NoticeText {
  const { purpose, startsAt, endsAt, seatNumber, timeZone, roomName } = reminder
  const minutes = minutesUntil(startsAt, now)
  const isToday = dayOf(startsAt, timeZone) === dayOf(now, timeZone)
  const when = minutes <= MOST_MINUTES ? 'soon' : isToday ? 'today' : 'tomorrow'
  const [from, to] = [timeOfDay(startsAt, timeZone), timeOfDay(endsAt, timeZone)]
  const clock = clockOf(reminder, startsAt)
  return {
    title: fill(words.reminder[purpose][when], { minutes, from: `${from}${clock}` }),
    body: inRoom(roomName, words, fill(words.reminder.body, { seat: seatNumber, from, to: `${to}${clock}` })),
  }
}

/** Held until when, or booked already; and which place. */
export function offerText(words: Words, offer: DueOffer, now: string): NoticeText {
  const { state, seatNumber, startsAt, endsAt, expiresAt, timeZone, roomName, isMine, personName: name } = offer
  const thisYear = dayOf(now, timeZone).slice(0, 5)
  const moment = (instant: string) =>
    `${dayOf(instant, timeZone).replace(thisYear, '')} ${timeOfDay(instant, timeZone)}`
  const { held, taken, heldFor, takenFor } = words.offer
  const title = state === 'open' ? (isMine ? held : heldFor) : isMine ? taken : takenFor
  return {
    title: fill(title, { seat: seatNumber, until: `${moment(expiresAt)}${clockOf(offer, expiresAt)}`, name }),
    body: inRoom(
      roomName,
      words,
      fill(words.offer.body, {
        from: moment(startsAt),
        to: `${timeOfDay(endsAt, timeZone)}${clockOf(offer, startsAt)}`,
      }),
    ),
  }
}
