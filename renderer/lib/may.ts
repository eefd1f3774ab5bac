import type { Role } from '../../shared/contract/who.ts'
import { useMember } from './team.ts'

// As the contract says under `who`, which a window reads no schemas for; may.test.ts holds the two together.

const NOTE_TAKERS: readonly Role[] = ['note_taker', 'coordinator']
const COORDINATORS: readonly Role[] = ['coordinator']

const NEEDS = {
  'tickets.open': NOTE_TAKERS,
  'tickets.withdraw': NOTE_TAKERS,
  'tickets.edit': NOTE_TAKERS,
  'tickets.move': NOTE_TAKERS,
  'tickets.undo': NOTE_TAKERS,
  'manyTickets.change': NOTE_TAKERS,
  'manyTickets.undo': NOTE_TAKERS,
  'meetings.close': NOTE_TAKERS,
  'meetings.reopen': NOTE_TAKERS,
  'meetings.writeMinutes': NOTE_TAKERS,
  'exports.start': NOTE_TAKERS,
  'exports.again': NOTE_TAKERS,
  'exports.retry': NOTE_TAKERS,
  'exports.confirmFolder': NOTE_TAKERS,
  'exports.cancel': NOTE_TAKERS,
  'people.add': COORDINATORS,
  'people.edit': COORDINATORS,
  'people.remove': COORDINATORS,
  'people.former': COORDINATORS,
  'people.ahead': COORDINATORS,
  'people.letGo': COORDINATORS,
  'people.putBack': COORDINATORS,
  'people.readList': COORDINATORS,
  'people.keepList': COORDINATORS,
  'people.imports': COORDINATORS,
  'people.turnImport': COORDINATORS,
  'people.takeBackList': COORDINATORS,
  'merges.preview': COORDINATORS,
  'merges.merge': COORDINATORS,
  'merges.takeApart': COORDINATORS,
  'merges.list': COORDINATORS,
  'bookingLists.read': COORDINATORS,
  'bookingLists.keep': COORDINATORS,
  'bookingLists.imports': COORDINATORS,
  'bookingLists.turnImport': COORDINATORS,
  'passports.overview': COORDINATORS,
  'passports.sheet': COORDINATORS,
  'passports.record': COORDINATORS,
  'passports.remove': COORDINATORS,
  'passports.putBack': COORDINATORS,
  'passports.saveRules': COORDINATORS,
  'passports.remind': COORDINATORS,
  'waitlist.ofDay': COORDINATORS,
  'draws.preview': COORDINATORS,
  'draws.open': COORDINATORS,
  'draws.extend': COORDINATORS,
  'draws.cancel': COORDINATORS,
  'rooms.saveRules': COORDINATORS,
  'roomKeeping.add': COORDINATORS,
  'roomKeeping.describe': COORDINATORS,
  'roomKeeping.setZone': COORDINATORS,
  'roomKeeping.close': COORDINATORS,
  'swaps.exchange': COORDINATORS,
  'noShows.excuse': COORDINATORS,
  'noShows.countAgain': COORDINATORS,
  'calendar.save': COORDINATORS,
  'masking.save': COORDINATORS,
  'calendar.readFile': COORDINATORS,
  'tickets.saveIssueTypes': COORDINATORS,
  'lifeChannel.saveContacts': COORDINATORS,
  'lifeWords.save': COORDINATORS,
  'jargon.save': COORDINATORS,
  'retention.saveRules': COORDINATORS,
  'retention.keep': NOTE_TAKERS,
  'retention.letGo': NOTE_TAKERS,
  'thanks.list': NOTE_TAKERS,
  'thanks.handOver': NOTE_TAKERS,
  'thanks.handBack': NOTE_TAKERS,
  'thanks.writePage': NOTE_TAKERS,
} as const

/** A call that not every role may ask. */
export type GuardedCall = keyof typeof NEEDS

export const guardedCalls = NEEDS

/** Whether whoever sits here may ask this, so that it is not offered in vain. At a desk alone everybody may; the door has the last word. */
export function useMay(call: GuardedCall): boolean {
  const member = useMember()
  return member === null || NEEDS[call].includes(member.me.role)
}
