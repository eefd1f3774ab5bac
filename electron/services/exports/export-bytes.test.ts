import { expect, test, vi } from 'vitest'
import type { ExportJob, PageToMake } from '../../adapters/exports/export-messages.ts'
import type { ServiceParts } from '../parts.ts'
import { startMaking } from './export-bytes.ts'
import type { ExportTruth } from './export-truth.ts'
import type { Outbox } from './outbox.ts'

const { jobs } = vi.hoisted(() => ({ jobs: [] as ExportJob[] }))
vi.mock('../../adapters/exports/make-export.ts', () => ({
  makeExport: (job: ExportJob) => {
    jobs.push(job)
    return { made: Promise.resolve(null), stop: async () => {} }
  },
}))

const parts = {
  clock: { elapsedMs: () => 0, now: () => '2026-09-18T04:00:00.000Z' },
  dataFolder: '/data',
  databasePath: '/data/earshot.db',
} as ServiceParts
const outbox = { make: () => {}, pathOf: () => '/data/outbox/file' } as unknown as Outbox
const tickets = { format: 'markdown', language: 'zh', timeZone: 'UTC', ticketNumbers: [], tries: 0 } as const
const minutes = { kind: 'minutes', minutes: {} } as PageToMake

/** What a thread would be told to trust. */
async function trusted(rows: ExportTruth['rows'], page: PageToMake | null) {
  const toMake = { ...tickets, page, maskingRules: { rules: [], hidesOrders: false } }
  const ledger = { toMake: async () => toMake } as unknown as ExportTruth['ledger']
  await startMaking(parts, { ledger, rows }, outbox, 'id', () => false)
  return jobs.at(-1)?.lookedThrough
}

test('only a file of tickets from the own database reads what was looked through', async () => {
  const ofHub = { mark: async () => ({ ticketEventId: '', noteEventId: '' }), page: async () => [] }
  expect(await trusted('file', null)).toMatchObject({ path: '/data/looked-through' })
  expect(await trusted('file', minutes)).toBeNull()
  expect(await trusted(ofHub, null)).toBeNull()
})
