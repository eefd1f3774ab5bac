import { errorCode } from '../../error-code.ts'
import { patiently } from '../../patiently.ts'
import { hashFile } from '../hash-file.ts'
import type { Delivery, Refusal } from './drop-messages.ts'
import { refusalOf } from './wait-reasons.ts'

/** Why the bytes in this machine's own folder cannot be sent; null when they are the ones in the ledger. */
export async function sourceRefusal(delivery: Delivery): Promise<Refusal | null> {
  try {
    const { sha256, sizeBytes } = await patiently(() => hashFile(delivery.sourcePath))
    const isWhole = sha256 === delivery.sha256 && sizeBytes === delivery.sizeBytes
    return isWhole ? null : { kind: 'refused', reason: 'source_gone', said: 'other bytes' }
  } catch (error) {
    const { said } = refusalOf(error)
    // Held by another program is not gone.
    return { kind: 'refused', reason: errorCode(error) === 'ENOENT' ? 'source_gone' : 'outbox_refused', said }
  }
}
