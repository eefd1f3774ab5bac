import type { Version } from '../../shared/contract/versions.ts'
import type { Say } from '../lib/i18n.ts'
import type { Seen } from '../lib/use-seen.ts'
import { isInPlaceOf, type Kept, standForThemselves, versionNow } from './stands-as.ts'
import { type Turn, tellTurn } from './turns.ts'

/** Stores something that is kept as a whole, and what it was before where that is taken back. Null: it was not stored, and why was told. */
type Store<Value> = (
  value: Value,
  seenVersion: Version,
  onStale?: Seen['onStale'],
) => Promise<{ readonly version: Version } | null>

interface Change<Value> {
  readonly wanted: Value
  readonly before: Value
  readonly seen: Pick<Seen, 'version'> & Partial<Seen>
  readonly said: Say
  /** As `said`, once it is what it was before: several lists lie on one pile, so it names its own. */
  readonly saidBack: Say
}

/** The pile of what is told of lists and rules that are kept as a whole, and of the people. */
export const HOUSE = 'house'

/** Whether it was stored; then a notice says so, and takes it back. `name`: of what is stored, among all that is kept so. */
export async function storeWhole<Value>(name: string, store: Store<Value>, change: Change<Value>): Promise<boolean> {
  const { seen } = change
  const stored = await store(change.wanted, seen.version, seen.onStale)
  if (stored !== null)
    tellWhole(store, change, { id: name, version: seen.version }, { id: name, version: stored.version })
  return stored !== null
}

/** Says that it was stored, and offers the way back. `from`: what it was changed from, which it is again once the step is taken back. */
export function tellWhole<Value>(
  store: Store<Value>,
  change: Omit<Change<Value>, 'seen'>,
  from: Kept,
  now: Kept,
  turn: Turn = 'first',
): void {
  const { wanted, before, said, saidBack } = change
  if (turn === 'first') standForThemselves(from, now)
  tellTurn(HOUSE, turn, turn === 'back' ? saidBack : said, async (next) => {
    const stored = await store(before, versionNow(now))
    if (stored === null) return
    const after = { id: now.id, version: stored.version }
    isInPlaceOf(from, after)
    tellWhole(store, { ...change, wanted: before, before: wanted }, now, after, next)
  })
}
