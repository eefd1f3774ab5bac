import type { Version } from '../../shared/contract/versions.ts'
import type { Say } from '../lib/i18n.ts'
import type { Seen } from '../lib/use-seen.ts'
import { notifySuccess } from './notices.ts'

/** Stores something that is kept as a whole, and what it was before where that is taken back. Null: it was not stored, and why was told. */
type Store<Value> = (
  value: Value,
  seenVersion: Version,
  onStale?: Seen['onStale'],
) => Promise<{ readonly version: Version } | null>

/** Whether it was stored; then a notice says so, and takes it back. */
export async function storeWhole<Value>(
  store: Store<Value>,
  { wanted, before, seen, said }: { wanted: Value; before: Value; seen: Seen; said: Say },
): Promise<boolean> {
  const stored = await store(wanted, seen.version, seen.onStale)
  if (stored === null) return false
  notifySuccess(said, { undo: () => void store(before, stored.version) })
  return true
}
