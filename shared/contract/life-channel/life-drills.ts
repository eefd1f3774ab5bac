import { z } from 'zod'
import { entry } from '../entry.ts'
import { DurationMs, Id, Instant, Nothing } from '../values.ts'
import { everyone } from '../who.ts'

/** A drill that somebody did. No case, and counted among none. */
export const LifeDrill = z.object({
  id: Id,
  personName: z.string().nullable(),
  scriptId: z.string(),
  doneAt: Instant,
  /** From the line that called for it to whoever took over. */
  handOverMs: DurationMs,
})
export type LifeDrill = z.infer<typeof LifeDrill>

/** Somebody who has a drill to do. */
export const LacksDrill = z.object({ id: Id, name: z.string(), department: z.string() })
export type LacksDrill = z.infer<typeof LacksDrill>

/** So many of them are named; all are counted. */
export const MOST_LACKING_NAMED = 200

export const lifeDrills = {
  /** Writes down a drill that came to its hand-over. The same `drillId` again changes nothing. */
  record: entry({
    where: 'hub',
    who: everyone,
    input: z.object({
      drillId: Id,
      scriptId: z.string().regex(/^[a-z-]{1,40}$/),
      doneAt: Instant,
      handOverMs: DurationMs,
    }),
    output: Nothing,
    refusals: {},
    changes: ['lifeChannel'],
  }),
  /** The last drills, newest first: all for coordinators and contacts, else the asker's own. */
  history: entry({
    where: 'hub',
    who: everyone,
    input: Nothing,
    output: z.array(LifeDrill),
    refusals: {},
    changes: [],
  }),
  /** Whether the asker has done none this month (of the room's zone), and how many others have not, with who they are; null for who sees nobody else's. */
  due: entry({
    where: 'hub',
    who: everyone,
    input: Nothing,
    output: z.object({
      isDue: z.boolean(),
      lastAt: Instant.nullable(),
      othersDue: z.number().int().nullable(),
      /** The first of these others, by department and name. Left out by a hub that does not say so. */
      others: z.array(LacksDrill).optional(),
    }),
    refusals: {},
    changes: [],
  }),
}
