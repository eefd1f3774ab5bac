import { z } from 'zod'
import { Instant } from './values.ts'

/** How often a thing was changed so far. */
export const Version = z.number().int().min(0)
export type Version = z.infer<typeof Version>

/**
 * What every change, cancel or removal of a thing is sent with: the version that the person saw when they began. It is refused as `stale`
 * when somebody changed the thing since. Null, said on purpose: whatever is there now is meant, by a list of types put back as a whole
 * for instance. What takes an act back sends the version that its own act gave.
 */
export const SeenVersion = Version.nullable()

/** What can be told as changed, by the names of the contract. */
export const ChangedField = z.enum([
  ...(['title', 'issueTypeId', 'priority', 'department', 'state', 'ownerName', 'dueAt'] as const),
  ...(['seatId', 'startsAt', 'endsAt', 'personId', 'companionId', 'purpose'] as const),
  ...(['kind', 'text', 'offsetMs', 'removedAt', 'attendees', 'solvedAt', 'dueOn'] as const),
  ...(['name', 'role', 'employeeNumber', 'email', 'joinedOn'] as const),
  ...([
    'opensAt',
    'closesAt',
    'slotMinutes',
    'seatCount',
    'rules',
    'site',
    'coordinatorId',
    'timeZone',
    'closedFrom',
    'issueTypes',
    'days',
    'dutyRules',
    'wishes',
    'contacts',
    'maskingRules',
    'lifeWords',
    'jargonTerms',
    'retentionRules',
  ] as const),
])
export type ChangedField = z.infer<typeof ChangedField>

/** What happened to a thing between the version that was seen and now. */
export const Stale = z.object({
  fields: z.array(ChangedField),
  /** Who changed it last, and when; null: not known here. */
  byName: z.string().nullable(),
  at: Instant.nullable(),
  /** As it is now: with this one the same wish is taken, if the person still wants it. */
  version: Version,
})
export type Stale = z.infer<typeof Stale>
