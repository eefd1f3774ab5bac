import type { InEach } from '../engine/in-each.ts'
import { type Query, row } from '../engine/query.ts'

/** Fewer signs stand in half of all references: they are looked for where one begins. */
const SHORTEST_PART = 3

/** Whether so much was typed that it is looked for anywhere in a reference. */
export const isPartOfReference = (typed: string): boolean => [...typed].length >= SHORTEST_PART

/** So many references hold what is common, «2026» for instance: whoever looks for it wants the newest. */
const COMMON = 2_000

/** Newest first, as the index gives them: the later a reference was first met, the higher its number. */
const holding = (
  mark: string,
) => `FROM reference_search WHERE reference_search MATCH '"' || replace(${mark}, '"', '""') || '"'
    ORDER BY rowid DESC LIMIT ${COMMON}`

/**
 * Something to read from: each `call` whose reference holds what was typed, capitals like small letters; at a desk, of what is common, calls of the newest
 * references. The parameter stands by place, or by the name of `mark`. References come first, then the calls that have them, each by its index.
 */
export const callsHolding = (mark = '?'): InEach => ({
  sqlite: `(SELECT reference AS held ${holding(mark)}) CROSS JOIN call ON call.reference = held`,
  postgres: `(SELECT lower(CAST(${mark} AS plain)) AS typed) AS asked JOIN call ON call.reference IS NOT NULL
    AND parts_of_reference(call.reference) @> parts_of_reference(typed) AND strpos(lower(call.reference), typed) > 0`,
})

/** Each `call` with one of the references that were looked for before, given as JSON; where they were not, as `callsHolding`. */
export const callsWithHeld = (mark: string, json: string): InEach => ({
  sqlite: `(SELECT value AS held FROM json_each(${json})) CROSS JOIN call ON call.reference = held`,
  postgres: callsHolding(mark).postgres,
})

/** A condition: very many references hold what was typed. Found out once, whatever it is asked of. */
export const IS_COMMON_PART: InEach = {
  sqlite: `(SELECT count(*) FROM (SELECT 1 ${holding('?')})) = ${COMMON}`,
  postgres: `(SELECT count(*) FROM (SELECT 1 FROM ${callsHolding().postgres} LIMIT ${COMMON}) AS held) = ${COMMON}`,
}

/** A condition: this very `call`'s reference holds what was typed. */
export const HOLDS_PART: InEach = {
  sqlite: 'instr(lower(call.reference), lower(?)) > 0',
  postgres: 'strpos(lower(call.reference), lower(CAST(? AS plain))) > 0',
}

/** The references that hold what was typed, the newest first, as JSON; `isCommon`: there may be more. */
export interface HeldReferences {
  readonly asJson: string
  readonly isCommon: boolean
}

const HELD = {
  sqlite: `SELECT json_group_array(reference) AS asJson, count(*) = ${COMMON} AS isCommon FROM (SELECT reference ${holding('?')})`,
  postgres: null,
}

/**
 * To be asked once by whoever looks through several parts of an archive: what all references share is read from end to end each time. Null at a hub,
 * whose index goes by whole parts.
 */
export function* heldReferences(typed: string): Query<HeldReferences | null> {
  const found = yield* row<{ asJson: string; isCommon: number }>(HELD, [typed])
  return found === null ? null : { asJson: found.asJson, isCommon: found.isCommon === 1 }
}
