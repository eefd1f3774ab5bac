import { z } from 'zod'
import { entry } from '../entry.ts'
import { Id, Instant, Nothing } from '../values.ts'
import { coordinators } from '../who.ts'

/** `undone`: it was taken back, and can be done again. */
export const ImportState = z.enum(['done', 'undone'])
export type ImportState = z.infer<typeof ImportState>

/** A list that was brought in. */
export const ListImport = z.object({
  id: Id,
  at: Instant,
  byName: z.string().nullable(),
  state: ImportState,
  /** How many of what it did can be turned; 0: all of it was changed since. */
  count: z.number().int(),
  /** Those that stayed as they were whenever it was turned. */
  keptCount: z.number().int(),
  turnedAt: Instant.nullable(),
  turnedByName: z.string().nullable(),
})
export type ListImport = z.infer<typeof ListImport>

/** The last twenty lists of a kind, the newest first. */
export const importsOfKind = entry({
  where: 'hub',
  who: coordinators,
  input: Nothing,
  output: z.array(ListImport),
  refusals: {},
  changes: [],
})

/** Which one, and as what it was seen: taken back, or not. */
export const ImportToTurn = z.object({ importId: Id, seenState: ImportState })

/** `turned_already`: somebody else was quicker. `not_found`: twenty others came after it. */
export const turnRefusals = { not_found: Nothing, turned_already: Nothing }
