import { expect, vi } from 'vitest'
import type { Engine } from '../../electron/storage/engine/engine.ts'
import { rows, value } from '../../electron/storage/engine/query.ts'
import { patience } from './patience.ts'

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

const BY_ITSELF = `SELECT CAST(EXISTS (SELECT 1 FROM agent_key) AND EXISTS (SELECT 1 FROM clock_run) AS integer) AS value`

/** Waits until a hub that was just opened has written what it writes of its own accord: the day it runs on, and the keys of the days to come. */
export async function atRest(engine: Engine): Promise<void> {
  await vi.waitFor(async () => expect(await engine.read(() => value<number>(BY_ITSELF))).toBe(1), patience)
}
