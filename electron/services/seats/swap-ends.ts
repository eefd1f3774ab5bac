import type { EndedSwap } from '../../../shared/contract/seats/swaps.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import type { Query } from '../../storage/engine/query.ts'
import { type ActOnSwapped, actsOnSwapped, type StoredSwap } from '../../storage/seats/swaps.ts'

export type Side = 'asking' | 'asked'
type Why = Pick<EndedSwap, 'why' | 'byName'>

/** What came first ended it, whatever came later. Null: nothing to tell, as it was their own act, or their own clock, or the two changed places after all. */
export function* whyEnded(swap: StoredSwap, side: Side, me: Id, now: Instant): Query<Why | null> {
  if (swap.state === 'declined' || swap.state === 'withdrawn')
    return swap.answeredBy === me ? null : { why: swap.state, byName: null }
  const acts = yield* actsOnSwapped(swap)
  const theirs = side === 'asking' ? swap.otherId : swap.bookingId
  const begun: Why | null = side === 'asking' ? { why: 'begun', byName: null } : null
  const later = acts.filter((act) => !isAsAsked(swap, act))
  const startsAt = acts.find((act) => act.bookingId === theirs && isAsAsked(swap, act))?.startsAt
  if (startsAt !== undefined && startsAt <= (later[0]?.at ?? now)) return begun
  const end = endOf(swap, later)
  if (end === null) return null
  const isTheirs = end.bookingId === theirs
  // Whoever sat down, or should have, changed nothing about their booking.
  if (end.state !== 'booked' && end.state !== 'cancelled') return isTheirs ? begun : null
  return end.actorId === me ? null : { why: isTheirs ? 'changed' : 'own_changed', byName: end.actorName }
}

const isAsAsked = ({ bookingId, bookingVersion, otherVersion }: StoredSwap, act: ActOnSwapped): boolean =>
  act.version === (act.bookingId === bookingId ? bookingVersion : otherVersion)

/** The first act, unless the two changed places by it otherwise: then it was done, and ended only if it was undone. */
function endOf({ bookingId, otherId }: StoredSwap, acts: readonly ActOnSwapped[]): ActOnSwapped | null {
  const isBetween = (act: ActOnSwapped) =>
    act.what === 'swapped' && act.otherId === (act.bookingId === bookingId ? otherId : bookingId)
  const after = acts.findIndex((act) => !isBetween(act))
  const exchanges = acts.slice(0, after === -1 ? acts.length : after).filter((act) => act.bookingId === bookingId)
  if (exchanges.length === 0) return acts[0] ?? null
  return exchanges.length % 2 === 1 ? null : (exchanges[1] ?? null)
}
