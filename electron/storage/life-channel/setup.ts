import type { Contact } from '../../../shared/contract/life-channel/life-channel.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { type Query, row, write } from '../engine/query.ts'
import { type By, guarded } from '../versions.ts'

export interface LifeSetup {
  readonly contacts: readonly Contact[]
  readonly version: number
}

const READ = 'SELECT contacts_json AS contacts, version FROM life_setup'
const BEGIN = `INSERT INTO life_setup (only_row, contacts_json, version) VALUES (1, '[]', 0) ON CONFLICT DO NOTHING`
const UPDATE = 'UPDATE life_setup SET contacts_json = ?, version = version + 1 WHERE version = ?'
const HOLD = { sqlite: null, postgres: 'SELECT 1 FROM life_setup FOR NO KEY UPDATE' }

/** Its name among the versions. */
export const LIFE_SETUP = 'life setup'

/** As whom somebody is on the list: their record may have become part of another. */
const KEPT = `SELECT person.id FROM person named JOIN person ON person.id = coalesce(named.merged_into, named.id)
  WHERE named.id = ? AND person.removed_at IS NULL`

/** Whoever is gone is named no more; put back, they are again. */
function* asTheyAre(contacts: readonly Contact[]): Query<Contact[]> {
  const all: Contact[] = []
  for (const contact of contacts) {
    const kept = contact.personId === null ? null : yield* row<{ id: Id }>(KEPT, [contact.personId])
    all.push({ ...contact, personId: kept?.id ?? null })
  }
  return all
}

/** Nobody is named at first. */
export function* readLifeSetup(): Query<LifeSetup> {
  const found = yield* row<{ contacts: string; version: number }>(READ)
  if (found === null) return { contacts: [], version: 0 }
  return { ...found, contacts: yield* asTheyAre(JSON.parse(found.contacts) as Contact[]) }
}

/** Nobody else changes it before the transaction that asked is over. */
export function* setupToChange(): Query<LifeSetup> {
  yield* write(BEGIN)
  yield* row(HOLD)
  return yield* readLifeSetup()
}

/** Inside a transaction. Throws `StaleChange`. */
export function* saveContacts(before: LifeSetup, contacts: readonly Contact[], by: By): Query<void> {
  const update = write(UPDATE, [JSON.stringify(contacts), before.version])
  yield* guarded(LIFE_SETUP, [before, { contacts }], by, update)
}
