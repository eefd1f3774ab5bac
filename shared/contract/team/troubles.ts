import { z } from 'zod'
import { Id, Instant } from '../values.ts'
import { LostChange } from './lost.ts'

/** As many as a desk tells of, the newest of each. */
export const MOST_TROUBLES = 500

/** A session of which the hub would not take something, for one of the last three reasons of `WaitingSession`. It waits at its desk. */
export const StuckSession = z.object({
  id: Id,
  /** Null: of a booking. */
  startedAt: Instant.nullable(),
  notes: z.number().int(),
  why: z.enum(['not_yours', 'refused', 'failed']),
  reference: z.string().nullable(),
})
export type StuckSession = z.infer<typeof StuckSession>

/** What was done at a desk and is not at its hub, or not any more: somebody has to look. */
export const DeskTroubles = z.object({
  lost: z.array(LostChange).max(MOST_TROUBLES),
  stuck: z.array(StuckSession).max(MOST_TROUBLES),
})
export type DeskTroubles = z.infer<typeof DeskTroubles>

/** The same of another desk at which the same person sat. */
export const TroublesElsewhere = DeskTroubles.extend({
  deskId: Id,
  /** A desk that was sent away gives up its name, so two may have one. */
  deskName: z.string(),
  /** When it greeted the hub last; null: never. */
  seenAt: Instant.nullable(),
})
export type TroublesElsewhere = z.infer<typeof TroublesElsewhere>
