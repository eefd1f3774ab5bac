import { z } from 'zod'
import { entry } from '../entry.ts'
import { Id, Instant, Nothing } from '../values.ts'
import { coordinators, everyone, Role } from '../who.ts'
import { TroublesElsewhere } from './troubles.ts'

/** A desk that belongs to the hub, and the person for whom it asks. */
export const Desk = z.object({
  id: Id,
  name: z.string(),
  personId: Id,
  personName: z.string(),
  /** When it joined. */
  madeAt: Instant,
  /** When it last greeted a hub. */
  seenAt: Instant.nullable(),
  /** Since when its token counts no more; null: it counts. */
  revokedAt: Instant.nullable(),
  /** The one that asks. */
  isThis: z.boolean(),
})
export type Desk = z.infer<typeof Desk>

/** Whom a code lets in: somebody who is known, or somebody new in that role. */
export const ForWhom = z.union([z.strictObject({ personId: Id }), z.strictObject({ role: Role })])
export type ForWhom = z.infer<typeof ForWhom>

/** Which desks belong to the hub. A desk alone answers `no_hub`. */
export const desks = {
  /** Those that may ask, by name, then those that were revoked. */
  list: entry({
    where: 'hub',
    who: coordinators,
    input: Nothing,
    output: z.array(Desk),
    refusals: { no_hub: Nothing },
    changes: [],
  }),
  /** Of the other desks of whoever asks: what of the last 30 days is not at the hub, or not any more, and was not seen to. By name of the desk. */
  troublesElsewhere: entry({
    where: 'hub',
    who: everyone,
    input: Nothing,
    output: z.array(TroublesElsewhere),
    refusals: { no_hub: Nothing },
    changes: [],
  }),
  /** Whoever asks has seen to these lost changes of their other desks, or has not after all: `ids` of `LostChange`. At its own desk each stands until it is seen to there. */
  seeTroubles: entry({
    where: 'hub',
    who: everyone,
    input: z.object({ ids: z.array(Id).max(5_000), isSeen: z.boolean() }),
    output: Nothing,
    refusals: { no_hub: Nothing },
    changes: ['desks'],
  }),
  /** A code with which one desk joins, once, within the hour. It is told here and kept nowhere; asked for again, there are two. */
  makeCode: entry({
    where: 'hub',
    who: coordinators,
    input: z.object({ whom: ForWhom }),
    output: z.object({ code: z.string(), expiresAt: Instant }),
    refusals: { no_hub: Nothing, person_not_found: Nothing },
    changes: [],
    isSecret: true,
  }),
  /** Its token counts no more: it is cut off at once, and what it heard stays there. Accepted when it was revoked before. */
  revoke: entry({
    where: 'hub',
    who: coordinators,
    input: z.object({ deskId: Id }),
    output: Nothing,
    refusals: { no_hub: Nothing, not_found: Nothing },
    changes: ['team'],
  }),
  /** The desk that asks leaves: revoked, as by a coordinator. Asked by the desk itself; to a window of any desk it is `no_hub`. */
  leave: entry({
    where: 'hub',
    who: everyone,
    input: Nothing,
    output: Nothing,
    refusals: { no_hub: Nothing },
    changes: ['team'],
  }),
}
