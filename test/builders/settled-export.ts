import { expect, vi } from 'vitest'
import type { Client } from '../../shared/contract/contract.ts'
import type { ExportRecord } from '../../shared/contract/exports/exports.ts'
import { accepted } from './console.ts'
import { patience } from './patience.ts'

/** A file that was begun, once it is there or waits: the answer to who began it comes after two seconds at most, and a busy machine takes longer. */
export async function settledExport(client: Client, { id }: ExportRecord): Promise<ExportRecord> {
  return vi.waitFor(async () => {
    const found = (await accepted(client.exports.list({ limit: 99 }))).find((record) => record.id === id)
    if (found === undefined) throw new Error('it is in no ledger')
    expect(['preparing', 'delivering']).not.toContain(found.state)
    return found
  }, patience)
}
