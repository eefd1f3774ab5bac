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
  /** Whether the asker has done none this month (of the room's zone), and how many others have not; null for who sees nobody else's. */
  due: entry({
    where: 'hub',
    who: everyone,
    input: Nothing,
    output: z.object({ isDue: z.boolean(), lastAt: Instant.nullable(), othersDue: z.number().int().nullable() }),
    refusals: {},
    changes: [],
  }),
}
