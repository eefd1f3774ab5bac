import { expect, vi } from 'vitest'
import type { Client } from '../../shared/contract/contract.ts'
import type { ExportRecord } from '../../shared/contract/exports/exports.ts'
import type { Id } from '../../shared/contract/values.ts'
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

/** A file that waits is sent once more. Whoever watches its folder may have seen a moment before that it is there: then it is on its way already. */
export async function sendAgain(client: Client, exportId: Id): Promise<void> {
  const sent = await client.exports.retry({ exportId, folder: null })
  if (!sent.ok && sent.code !== 'not_waiting') throw new Error(`refused: ${sent.code}`)
}
