/** What goes to a database in place of a mark in a text. */
export type Value = string | number | bigint | Uint8Array | null

/** By place (`?`) or by name (`:name`); a name that the text does not use is left alone. */
export type Parameters = readonly Value[] | Readonly<Record<string, Value>>

/** A text of SQL, or a part of one, that all engines read; or one for each, where they differ. */
export type Sql = string | { readonly sqlite: string; readonly postgres: string }

/**
 * What is asked. Null where there is nothing to ask: a lock, where one writes at a time anyway; a table that stays on the desk. It comes
 * to no rows, and none written.
 */
export type Asked = Sql | { readonly sqlite: string | null; readonly postgres: string | null }

/** What a query asks of whoever runs it. */
export type Ask =
  /** Answered by the rows, as objects. */
  | { readonly kind: 'rows'; readonly sql: Asked; readonly parameters: Parameters }
  /** Answered by the number of rows that were written. */
  | { readonly kind: 'write'; readonly sql: Asked; readonly parameters: Parameters }
  /** Answered by what the work comes to. When it throws, what it wrote is taken back and the transaction may go on. */
  | { readonly kind: 'step'; readonly work: Query<unknown> }
  /** Answered by all their answers. They are asked in this order, without a wait between them. */
  | { readonly kind: 'together'; readonly asks: readonly Ask[] }
  /** Done once the transaction is committed, and not at all where it is not; answered by nothing. */
  | { readonly kind: 'afterwards'; readonly effect: () => void }

/**
 * Work on the database that says what it needs and leaves open who answers, and whether at once or after a while: on the desk's own
 * SQLite it runs through without a pause, on a PostgreSQL elsewhere it waits for each answer. Made by a generator function that
 * delegates (`yield*`) to the functions below and to others of its kind. It may be run anew from its beginning, so it does nothing but ask.
 */
export type Query<T> = Generator<Ask, T, unknown>

const NONE: Parameters = []

/** All rows, each as an object whose keys are the text's column names. */
export function* rows<Row>(sql: Asked, parameters: Parameters = NONE): Query<Row[]> {
  return (yield { kind: 'rows', sql, parameters }) as Row[]
}

/** The first row; null where there is none. */
export function* row<Row>(sql: Asked, parameters: Parameters = NONE): Query<Row | null> {
  return (yield* rows<Row>(sql, parameters))[0] ?? null
}

/** The only column, called `value`, of the first row; null where there is none. */
export function* value<T extends Value>(sql: Asked, parameters: Parameters = NONE): Query<T | null> {
  return (yield* row<{ value: T | null }>(sql, parameters))?.value ?? null
}

/** Writes, and tells how many rows. */
export function* write(sql: Asked, parameters: Parameters = NONE): Query<number> {
  return (yield { kind: 'write', sql, parameters }) as number
}

/**
 * A step of the transaction around it: when it throws, the step alone is taken back, and the transaction may go on. Whatever may be
 * refused by the database stands in one, because PostgreSQL gives up a whole transaction after the first refusal.
 */
export function* step<T>(work: Query<T>): Query<T> {
  return (yield { kind: 'step', work }) as T
}

/**
 * Several queries at once, for whoever is far from the database: what they ask is sent together and answered together, in their order. Where one
 * throws, all do. A step is none of them: whether it is taken back would be known too late.
 */
export function* together<Answers extends readonly unknown[]>(
  ...queries: { readonly [At in keyof Answers]: Query<Answers[At]> }
): Query<Answers> {
  const nexts = queries.map((query) => query.next())
  for (;;) {
    const open = nexts.flatMap((next, at) => (next.done ? [] : [{ at, ask: next.value }]))
    if (open.length === 0) return nexts.map(({ value: answer }) => answer) as unknown as Answers
    const answers = (yield { kind: 'together', asks: open.map(({ ask }) => ask) }) as unknown[]
    for (const [place, { at }] of open.entries()) {
      const query = queries[at]
      if (query !== undefined) nexts[at] = query.next(answers[place])
    }
  }
}

/**
 * For what a transaction cannot take back: a file, a setting. What throws there is a surprise of a call whose rows are stored: an effect
 * that may fail says so itself.
 */
export function* afterwards(effect: () => void): Query<void> {
  yield { kind: 'afterwards', effect }
}
