import type { Contact } from '../../../shared/contract/life-channel/life-channel.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { type Query, row } from '../engine/query.ts'
import { keptWhole } from '../kept-whole.ts'

export interface LifeSetup {
  readonly contacts: readonly Contact[]
  readonly version: number
}

/** As it was saved; nobody is named at first. */
export const lifeSetup = keptWhole<{ contacts: readonly Contact[] }>({
  table: 'life_setup',
  name: 'life setup',
  field: 'contacts',
  atFirst: { contacts: [] },
  store: ({ contacts }) => ({ contacts_json: JSON.stringify(contacts) }),
  read: ({ contacts_json }) => ({ contacts: JSON.parse(String(contacts_json)) as Contact[] }),
})

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

/** With those whom it names as they are now. */
export function* readLifeSetup(): Query<LifeSetup> {
  const { contacts, version } = yield* lifeSetup.now()
  return { contacts: yield* asTheyAre(contacts), version }
}
