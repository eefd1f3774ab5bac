import type { Contact } from '../../../shared/contract/life-channel/life-channel.ts'
import type { Asker } from '../../../shared/contract/services.ts'
import type { Version } from '../../../shared/contract/versions.ts'
import { mayReadSealed, namesSomebody, seesAllCases } from '../../../shared/domain/life-channel/who-may.ts'
import type { Query } from '../../storage/engine/query.ts'
import { hasCoordinator, roleNow } from '../../storage/house/people-roles.ts'
import { readLifeSetup } from '../../storage/life-channel/setup.ts'

/** What somebody may with the cases of others, and with what is sealed of them. */
export interface LifeRights {
  readonly contacts: readonly Contact[]
  readonly version: Version
  readonly seesAll: boolean
  readonly mayRead: boolean
}

export function* rightsOf(asker: Asker): Query<LifeRights> {
  const { contacts, version } = yield* readLifeSetup()
  const known = yield* asNamed(contacts, asker)
  return { contacts, version, seesAll: seesAllCases(contacts, known), mayRead: mayReadSealed(contacts, known) }
}

/** A desk alone asks nobody for a password; once the list or the contacts name somebody, whoever it is set to has the role that the list gives them. */
function* asNamed(contacts: readonly Contact[], asker: Asker): Query<Asker> {
  if (asker.role !== 'trusted') return asker
  if (!namesSomebody(contacts) && !(yield* hasCoordinator())) return asker
  return { ...asker, role: (yield* roleNow(asker.personId)) ?? 'listener' }
}
