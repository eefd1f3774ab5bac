import type { Asked, Parameters, Value } from './query.ts'

export interface PostgresText {
  /** Under which a connection keeps it prepared; undefined where it may never come again. */
  readonly name: string | undefined
  readonly text: string
  readonly values: Value[]
}

/**
 * What PostgreSQL is sent for a text that both engines read. Two things are written otherwise there: marks are numbers (`$1`), and a name
 * that is not all small letters stands in quotes, else it comes back in small ones. Keywords are written in capitals and columns
 * with underscores, so every word like `startsAt` is a name that our texts give. What stands in apostrophes is left alone.
 * Null where nothing is asked there.
 */
export function postgresText(sql: Asked, parameters: Parameters): PostgresText | null {
  const said = typeof sql === 'string' ? sql : sql.postgres
  if (said === null) return null
  const one = translated(said)
  one.times += 1
  const { parts, names } = one
  const name = one.times > TIMES_UNPREPARED ? one.name : undefined
  if (isByPlace(parameters)) {
    if (names.length !== parameters.length) throw new Error(`${names.length} marks, ${parameters.length} values`)
    return { name, text: parts, values: [...parameters] }
  }
  return { name, text: parts, values: names.map((mark) => named(parameters, mark)) }
}

const isByPlace = (parameters: Parameters): parameters is readonly Value[] => Array.isArray(parameters)

function named(parameters: Readonly<Record<string, Value>>, name: string): Value {
  const value = parameters[name]
  if (value === undefined) throw new Error(`no value for :${name}`)
  return value
}

interface Translated {
  readonly parts: string
  /** Of `$1`, `$2`…; by place they are all alike. */
  readonly names: readonly string[]
  /** Never another text's, as long as this process runs. */
  readonly name: string
  times: number
}

/** A server keeps what is prepared as long as the connection stands: nothing that is put together for once. */
const TIMES_UNPREPARED = 2

let namedTexts = 0

/** Our texts are a few hundred; one that is put together anew each time must not fill the memory of a process that runs for months. */
const MOST_KNOWN = 2_000

const known = new Map<string, Translated>()

/** A literal, a `::type`, a mark by name or by place, or a name in camel case. */
const WORD = /'(?:[^']|'')*'|::|:([A-Za-z]\w*)|\?|\b[a-z]\w*[A-Z]\w*\b/g

function translated(sql: string): Translated {
  const found = known.get(sql)
  if (found !== undefined) return found
  const names: string[] = []
  const parts = sql.replace(WORD, (word, name: string | undefined) => {
    if (word === '?') return `$${names.push('?')}`
    if (word.startsWith("'") || word === '::') return word
    if (name === undefined) return `"${word}"`
    if (!names.includes(name)) names.push(name)
    return `$${names.indexOf(name) + 1}`
  })
  namedTexts += 1
  const made = { parts, names, name: `text ${namedTexts}`, times: 0 }
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(sql, made)
  return made
}
