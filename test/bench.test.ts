import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { isTicketSearchCurrent } from '../electron/storage/tickets/ticket-search.ts'
import { layArchive } from './bench/archive.ts'
import { finding } from './bench/find.bench.ts'
import { layLarge } from './bench/large-archive.ts'
import { percentile, takeTurns } from './bench/measure.ts'
import { reading } from './bench/reading.bench.ts'
import { chosen, table } from './bench/report.ts'
import { resultOf } from './bench/result.ts'
import { search } from './bench/search.bench.ts'

test('a tiny archive is measured in the promised shape', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-bench-'))
  try {
    const one = join(folder, 'one')
    layArchive(one, { notes: 2_000, tickets: 400 })
    const db = new Database(join(one, 'earshot.db'), { readonly: true })
    const count = (table: string) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()
    expect([count('note'), count('call'), count('ticket'), count('ticket_search')]).toEqual([2_000, 1_200, 400, 400])
    db.close()

    const many = join(folder, 'many')
    layLarge(many, one, 2)
    const twice = new Database(join(many, 'earshot.db'), { readonly: true })
    const rows = (table: string) => twice.prepare(`SELECT count(*) FROM ${table}`).pluck().get()
    expect(['note', 'note_event', 'ticket', 'ticket_search', 'note_search'].map(rows)).toEqual([
      ...[4_000, 4_000, 800, 800, 4_000],
    ])
    expect([twice.pragma('foreign_key_check'), twice.pragma('integrity_check')]).toEqual([
      [],
      [{ integrity_check: 'ok' }],
    ])
    expect(isTicketSearchCurrent(twice)).toBe(true)
    twice.close()

    const results = [...(await reading.run(one)), ...(await search.run(one)), ...(await finding.run(one))]
    expect(results.map(({ name }) => name)).toEqual([...reading.names, ...search.names, ...finding.names])
    for (const result of results) {
      expect(Object.keys(result)).toEqual(['name', 'value', 'unit', 'baseline', 'ratio', 'goal', 'ok'])
      expect(JSON.parse(JSON.stringify(result))).toEqual(result)
      expect(result.value).toBeGreaterThan(0)
      expect(result.baseline).toBeGreaterThan(0)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('a goal is about the ratio or about the value, and what is only watched is never missed', () => {
  const measured = { value: 6, baseline: 4 }
  expect(resultOf('a', 'ms', measured, { of: 'ratio', atMost: 2 })).toEqual({
    ...{ name: 'a', value: 6, unit: 'ms', baseline: 4, ratio: 1.5, goal: '≤ 2×', ok: true },
  })
  expect(resultOf('b', 'ms', measured, { of: 'value', atMost: 5 })).toMatchObject({ goal: '≤ 5 ms', ok: false })
  expect(resultOf('c', 'MB', measured, null)).toMatchObject({ goal: null, ok: true })
  const lines = table([resultOf('b', 'ms', measured, { of: 'value', atMost: 5 })]).split('\n')
  expect(lines[1]).toMatch(/^✗ {2}b +6\.000 ms +4\.000 ms +1\.50× +≤ 5 ms/)
})

test('both sides take turns, and the round that warms up is not counted', async () => {
  const order: string[] = []
  const note = (side: string) => (count: number) => order.push(`${side}${count}`)
  const samples = await takeTurns(note('s'), note('b'), { rounds: 1, perRound: 2 })
  expect(order).toEqual(['b0', 'b1', 's0', 's1', 'b2', 'b3', 's2', 's3'])
  expect([samples.subject.length, samples.baseline.length]).toEqual([2, 2])
  expect([percentile([3, 1, 2], 0.5), percentile([1, 2, 3, 4], 0.95)]).toEqual([2, 4])
})

test('a name chooses itself and what begins with it', () => {
  const names = ['export-csv', 'export-csv-memory', 'exporter', 'start']
  expect(names.filter(chosen(['export']))).toEqual(['export-csv', 'export-csv-memory'])
  expect(names.filter(chosen([]))).toEqual(names)
})

test('the list names every benchmark, and an unknown one is refused', () => {
  const run = (...options: string[]) =>
    execFileSync(process.execPath, [join(import.meta.dirname, 'bench', 'run.ts'), ...options], { encoding: 'utf8' })
  expect(run('--list').split('\n')).toContain('save-note-door')
  expect(() => run('--only', 'nonsense')).toThrow('No benchmark is called nonsense')
})
