import type { Engine } from '../../electron/storage/engine/engine.ts'
import { rows, value } from '../../electron/storage/engine/query.ts'

const TABLES = `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1`

/** What stands in each table of a PostgreSQL, as one mark a table; `but`: tables that change by themselves. */
export async function wholeDatabase(engine: Engine, but: readonly string[] = []): Promise<Record<string, string>> {
  const tables = await engine.read(() => rows<{ name: string }>(TABLES))
  const marks = tables
    .filter(({ name }) => !but.includes(name))
    .map(async ({ name }) => {
      const all = `SELECT md5(coalesce(string_agg(t::text, E'\\n' ORDER BY t::text), '')) AS value FROM ${name} t`
      return [name, String(await engine.read(() => value(all)))]
    })
  return Object.fromEntries(await Promise.all(marks))
}
