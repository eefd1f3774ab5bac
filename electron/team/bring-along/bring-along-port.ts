import type { BringStatus, BroughtKind, BroughtRow } from '../../../shared/contract/team/bring-along.ts'
import type { Id } from '../../../shared/contract/values.ts'
import type { Role } from '../../../shared/contract/who.ts'
import type { Log } from '../../adapters/log/log-port.ts'
import type { Clock } from '../../services/parts.ts'
import type { WritableDb } from '../../storage/database.ts'
import type { HubLink } from '../hub-link-port.ts'
import type { HeldAlone } from './held-file.ts'

export interface BringAlongParts {
  /** A member's database. */
  readonly db: WritableDb
  readonly link: HubLink
  readonly clock: Clock
  readonly log: Log
  /** What the desk held before it joined. */
  readonly held: HeldAlone
  role(): Role
  tell(): void
  /** Windows show other half-done notes than before. */
  halfDoneCame(): void
  readonly againMs?: number
}

/** What a desk held alone, and how far it is on its way to the hub. */
export interface BringAlong {
  status(): BringStatus
  /** False: there is nothing. */
  look(): boolean
  putOff(): boolean
  rows(kind: BroughtKind, offset: number, limit: number): { rows: BroughtRow[]; total: number }
  /** False: nobody has looked. */
  decide(
    people: readonly { id: Id; decision: unknown }[],
    types: readonly { id: string; issueTypeId: unknown }[],
  ): boolean
  begin(): boolean
  /** Does nothing more; the database may be closed then. */
  close(): Promise<void>
}
