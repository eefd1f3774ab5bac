import { z } from 'zod'
import { FEWEST_DAYS_KEPT, MOST_DAYS_KEPT } from '../limits.ts'
import { PlainDate } from '../values.ts'
import { Version } from '../versions.ts'

/**
 * What is kept for so many days. `drafts`: what is half done, at each desk. `notes`: notes, call references, what meetings said, thanks. `conversations`: imported
 * ones. `sealed`: what is sealed of a case of the life channel, from when it was closed. `copies`: copies of the database, at each desk.
 */
export const RetentionKind = z.enum(['drafts', 'notes', 'conversations', 'sealed', 'copies'])
export type RetentionKind = z.infer<typeof RetentionKind>

export const RetentionRule = z.object({
  /** So many whole days of the room after the day on which it ended. */
  days: z.number().int().min(FEWEST_DAYS_KEPT).max(MOST_DAYS_KEPT),
  /** Nothing goes by this rule before this day. */
  startsOn: PlainDate,
})
export type RetentionRule = z.infer<typeof RetentionRule>

const perKind = <T extends z.ZodType>(one: T) =>
  z.object({ drafts: one, notes: one, conversations: one, sealed: one, copies: one })

/** Null: it is kept for good, as everything is at first. */
export const RulesByKind = perKind(RetentionRule.nullable())
export type RulesByKind = z.infer<typeof RulesByKind>

/** As a person wants them; `startsOn` null: as soon as may be. */
export const WantedRules = perKind(RetentionRule.extend({ startsOn: PlainDate.nullable() }).nullable())
export type WantedRules = z.infer<typeof WantedRules>

export const RetentionRules = z.object({ rules: RulesByKind, version: Version })
export type RetentionRules = z.infer<typeof RetentionRules>

export const KEPT_FOR_GOOD: RulesByKind = { drafts: null, notes: null, conversations: null, sealed: null, copies: null }
