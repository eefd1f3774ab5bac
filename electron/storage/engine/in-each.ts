import type { Sql } from './query.ts'

/** A text for each engine, put together of parts that may differ: `inEach((say) => `… WHERE ${say(IS_OPEN)}`)`. */
export const inEach = (text: (say: (part: Sql) => string) => string): Sql => ({
  sqlite: text((part) => (typeof part === 'string' ? part : part.sqlite)),
  postgres: text((part) => (typeof part === 'string' ? part : part.postgres)),
})

/** A condition: what stands in the column is one of a list, which is given as JSON. */
export const among = (column: string, type: 'text' | 'bigint' = 'text'): Sql => ({
  sqlite: `${column} IN (SELECT value FROM json_each(?))`,
  postgres: `${column} = ANY(ARRAY(SELECT CAST(jsonb_array_elements_text(CAST(? AS jsonb)) AS ${type})))`,
})
