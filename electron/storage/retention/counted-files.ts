import type { Instant } from '../../../shared/contract/values.ts'
import { countedDayOfFile } from '../../../shared/domain/retention/clock-runs.ts'
import { dateOf } from '../../../shared/domain/wall-clock.ts'
import { type Query, rows, write } from '../engine/query.ts'
import { clockRuns } from './clock-runs.ts'

/** A file beside the database, by its name. */
export interface DatedFile {
  readonly name: string
  readonly madeAt: Instant
}

interface Counted {
  readonly id: string
  readonly day: string
  readonly at: Instant
}

const idOf = (name: string): string => `copy:${name}`
/** What lies at a desk alone. */
const ALL = {
  sqlite: `SELECT id, day, at FROM counted_day WHERE id >= 'copy:' AND id < 'copy;'`,
  postgres: null,
}
const COUNT = {
  sqlite: `INSERT INTO counted_day (id, run, day, at) VALUES (:id, :run, :day, :at)
    ON CONFLICT (id) DO UPDATE SET run = excluded.run, day = excluded.day, at = excluded.at`,
  postgres: null,
}
const FORGET = { sqlite: 'DELETE FROM counted_day WHERE id = ?', postgres: null }

const keyOf = ({ name, madeAt }: DatedFile): string => `${idOf(name)} ${madeAt}`

function* known(): Query<ReadonlyMap<string, string>> {
  return new Map((yield* rows<Counted>(ALL)).map(({ id, at, day }) => [`${id} ${at}`, day]))
}

/** The counted day of each file, as it was when the file was seen first; of one that nobody has seen yet, as it would be now. Null: no day was counted yet. */
export function* countedFiles(files: readonly DatedFile[], timeZone: string): Query<(string | null)[]> {
  const [seen, runs] = [yield* known(), yield* clockRuns()]
  return files.map(
    (file) => seen.get(keyOf(file)) ?? countedDayOfFile(dateOf(file.madeAt, timeZone), runs)?.day ?? null,
  )
}

/** Inside a transaction, after the day was seen: from when each file counts its age. Of files that are there no more nothing is kept. */
export function* countFiles(files: readonly DatedFile[], timeZone: string): Query<void> {
  const [seen, runs] = [yield* known(), yield* clockRuns()]
  const names = new Set(files.map(({ name }) => idOf(name)))
  for (const { id } of yield* rows<Counted>(ALL)) if (!names.has(id)) yield* write(FORGET, [id])
  for (const file of files.filter((one) => !seen.has(keyOf(one)))) {
    const counted = countedDayOfFile(dateOf(file.madeAt, timeZone), runs)
    if (counted !== null) yield* write(COUNT, { ...counted, id: idOf(file.name), at: file.madeAt })
  }
}
