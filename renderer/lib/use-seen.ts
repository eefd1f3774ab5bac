import { useState } from 'react'
import type { Stale, Version } from '../../shared/contract/versions.ts'

/** The version of a thing that a form shows, and what becomes of the form when somebody else came first. */
export interface Seen {
  readonly version: Version
  readonly onStale: (stale: Stale) => void
}

/**
 * The fields of a form over a thing that others change too: what the person touched is theirs, the rest is as it is `now`. The version
 * seen is the one of the first touch: until then the form shows each change as it comes. Refused as stale, all of it stays; sending it
 * once more means «use mine», and `look` shows the thing without the own changes, and back. `begun`: changes taken up again, with the version
 * they went out from where that is known. `together`: what of both is meant where the other's change is here, of fields that hold more than one
 * thing.
 */
export function useSeen<Fields extends object>(
  version: Version,
  now: Fields,
  begun?: { fields: Partial<Fields>; version: Version | null; before?: Fields | undefined },
  together?: (before: Fields, mine: Partial<Fields>, now: Fields) => Partial<Fields>,
) {
  const [begunWith, setBegunWith] = useState<Version | null>(begun === undefined ? null : (begun.version ?? version))
  const [stale, setStale] = useState<Stale | null>(null)
  const [mine, setMine] = useState<Partial<Fields>>(begun?.fields ?? {})
  const [aside, setAside] = useState<Partial<Fields> | null>(null)
  /** As all of it was at the first touch, or when the other's change came in between. */
  const [before, setBefore] = useState<Fields | null>(begun?.before ?? null)
  const [toJoin, setToJoin] = useState(false)
  if (toJoin && stale !== null && version >= stale.version) {
    setToJoin(false)
    setBefore(now)
    if (together !== undefined && before !== null) {
      if (aside === null) setMine(together(before, mine, now))
      else setAside(together(before, aside, now))
    }
  }
  const seen: Seen = {
    version: begunWith ?? version,
    onStale: (change) => {
      setStale(change)
      setBegunWith(change.version)
      setToJoin(true)
      // What was changed after a look is what is meant now.
      setAside(null)
    },
  }
  return {
    /** What the fields show. */
    fields: { ...now, ...mine },
    /** What of them is the person's own, also while it lies aside. */
    mine: aside ?? mine,
    change: (part: Partial<Fields>) => {
      setMine({ ...mine, ...part })
      setBegunWith(begunWith ?? version)
      setBefore(before ?? now)
    },
    before: before ?? now,
    seen,
    stale,
    /** The own changes lie aside while the other's are looked at. */
    isLooking: aside !== null,
    /** Refused, and what the others made of it is not here yet: sent now, it would overwrite what nobody saw. */
    isCatchingUp: stale !== null && version < stale.version,
    /** Of a form that stays open: what was sent is the thing's own by now, and the next touch begins anew. What was typed since stays. */
    taken: (sent: Fields) => {
      setMine((kept) => without(kept, sent))
      setBegunWith(null)
      setBefore(null)
      setStale(null)
      setAside(null)
    },
    look: () => {
      setAside(aside === null ? mine : null)
      setMine(aside ?? {})
    },
  }
}

function without<Fields extends object>(mine: Partial<Fields>, sent: Fields): Partial<Fields> {
  const left = Object.entries(mine).filter(([field, value]) => sent[field as keyof Fields] !== value)
  return Object.fromEntries(left) as Partial<Fields>
}
