import type { Sql } from './query.ts'

/** A text for each engine. */
export type InEach = Exclude<Sql, string>

/** A text for each engine, put together of parts that may differ: `inEach((say) => `… WHERE ${say(IS_OPEN)}`)`. */
export const inEach = (text: (say: (part: Sql) => string) => string): InEach => ({
  sqlite: text((part) => (typeof part === 'string' ? part : part.sqlite)),
  postgres: text((part) => (typeof part === 'string' ? part : part.postgres)),
})

/** A condition: what stands in the column is one of a list, which is given as JSON; by place, or by the name of `mark`. */
export const among = (column: string, type: 'text' | 'bigint' = 'text', mark = '?'): InEach => ({
  sqlite: `${column} IN (SELECT value FROM json_each(${mark}))`,
  postgres: `${column} = ANY(ARRAY(SELECT CAST(jsonb_array_elements_text(CAST(${mark} AS jsonb)) AS ${type})))`,
})

/**
 * The same for numbers and words of the contract, which hold no quotes: PostgreSQL works the list out while it plans, and knows that tickets still to be done are
 * few. Of a list that it has to read first it knows nothing, and goes through a hundred thousand in their order until it has a page of them.
 */
export const amongPlain = (column: string, type: 'text' | 'bigint' = 'text'): InEach => ({
  sqlite: among(column).sqlite,
  postgres:
    type === 'bigint'
      ? `${column} = ANY(CAST(string_to_array(btrim(?, '[]'), ',') AS bigint[]))`
      : `${column} = ANY(string_to_array(btrim(?, '["]'), '","'))`,
})

/** Something to read from: a list of numbers given as JSON, each as `value` with its place as `key`. */
export const NUMBERS_IN_ORDER: InEach = {
  sqlite: 'json_each(?) AS wanted',
  postgres: `(SELECT CAST(value AS bigint) AS value, key
    FROM jsonb_array_elements_text(CAST(? AS jsonb)) WITH ORDINALITY AS given (value, key)) AS wanted`,
}
