import type { Seat } from '../../../shared/contract/house/rooms.ts'
import type { HalfDone } from '../../../shared/contract/listening/notes.ts'
import type { IssueType } from '../../../shared/contract/tickets/tickets.ts'
import type { Readings } from '../../../shared/domain/house/name-sounds.ts'
import { meantOf, namedBy } from '../../../shared/domain/house/named-things.ts'
import { typedSeatNumber } from '../../../shared/domain/house/typed-seat.ts'
import { foundRanges } from '../../../shared/text/search-characters.ts'

/** What the window knows by itself: the notes half done of this desk, which no other ever sees, the seats and the issue types. */
export interface KnownHere {
  readonly halfDone: readonly HalfDone[]
  readonly seats: readonly Seat[]
  readonly types: readonly IssueType[]
}

export const NOTHING_HERE: KnownHere = { halfDone: [], seats: [], types: [] }

/** What of it is meant. For nothing typed: what was left half done, for it waits to be taken up. */
export function foundHere({ halfDone, seats, types }: KnownHere, typed: string, readings: Readings): KnownHere {
  const parts = typed.split(/\s+/u).filter(Boolean)
  if (parts.length === 0) return { ...NOTHING_HERE, halfDone }
  const seatNumber = typedSeatNumber(typed)
  return {
    halfDone: halfDone.filter(({ text }) => parts.every((part) => foundRanges(text, part).length > 0)),
    seats: seats.filter(({ number }) => number === seatNumber),
    types: meantOf(types, ({ nameZh, nameEn }) => namedBy(nameZh, nameEn), typed, readings),
  }
}
