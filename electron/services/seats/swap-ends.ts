import type { EndedSwap } from '../../../shared/contract/seats/swaps.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import type { Query } from '../../storage/engine/query.ts'
import { type ActOnSwapped, actsOnSwapped, isSameLook, type StoredSwap } from '../../storage/seats/swaps.ts'

export type Side = 'asking' | 'asked'
type Why = Pick<EndedSwap, 'why' | 'byName'> & { readonly at: Instant }

/** What came first ended it, whatever came later. Null: nothing to tell, as it was their own act, or their own clock, or the two changed places after all, or both are as they were. */
export function* whyEnded(swap: StoredSwap, side: Side, me: Id, now: Instant): Query<Why | null> {
  if (swap.state === 'declined' || swap.state === 'withdrawn')
    return swap.answeredBy === me ? null : { why: swap.state, byName: null, at: swap.answeredAt ?? now }
  const acts = yield* actsOnSwapped(swap)
  const theirs = side === 'asking' ? swap.otherId : swap.bookingId
  const later = sinceAsAsked(swap, acts)
  const startsAt = acts.find((act) => act.bookingId === theirs && isAsAsked(swap, act))?.startsAt
  const begun: Why | null =
    side === 'asking' && startsAt !== undefined ? { why: 'begun', byName: null, at: startsAt } : null
  if (startsAt !== undefined && startsAt <= (later[0]?.at ?? now)) return begun
  const [end] = later
  // They changed places by it otherwise: then it was done.
  if (end === undefined || isBetween(swap, end)) return null
  const isTheirs = end.bookingId === theirs
  // Whoever sat down, or should have, changed nothing about their booking.
  if (end.state !== 'booked' && end.state !== 'cancelled') return isTheirs ? begun : null
  const told = { byName: end.actorName, at: end.at }
  const isOnePerson = acts.findLast(({ bookingId }) => bookingId !== end.bookingId)?.personId === end.personId
  if (end.what === 'merged' && isOnePerson) return end.actorId === me ? null : { why: 'merged', ...told }
  return end.actorId === me ? null : { why: isTheirs ? 'changed' : 'own_changed', ...told }
}

const isAsAsked = ({ bookingId, bookingVersion, otherVersion }: StoredSwap, act: ActOnSwapped): boolean =>
  act.version === (act.bookingId === bookingId ? bookingVersion : otherVersion)

const isBetween = ({ bookingId, otherId }: StoredSwap, act: ActOnSwapped): boolean =>
  act.what === 'swapped' && act.otherId === (act.bookingId === bookingId ? otherId : bookingId)

/** What was done since both were last as they were asked for. */
function sinceAsAsked(swap: StoredSwap, acts: readonly ActOnSwapped[]): readonly ActOnSwapped[] {
  const asked = new Map(acts.filter((act) => isAsAsked(swap, act)).map((act) => [act.bookingId, act]))
  const now = new Map(asked)
  let later: ActOnSwapped[] = []
  for (const act of acts.filter((one) => !isAsAsked(swap, one))) {
    now.set(act.bookingId, act)
    const isBack = [...asked].every(([id, look]) => isSameLook(now.get(id) ?? look, look))
    later = isBack ? [] : [...later, act]
  }
  return later
}
