import { type FileHandle, open, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { DropEnd } from './drop-messages.ts'
import { temporaryName } from './sweep.ts'
import { waitReasonOf } from './wait-reasons.ts'

/** Room for a few tickets: a drive with less counts as full. */
const PROBE = Buffer.alloc(16 * 1_024)

/** Whether the folder takes a file now, tried with a real one. */
export async function checkFolder(folder: string, probeId: string): Promise<DropEnd> {
  const path = join(folder, temporaryName(probeId))
  let probe: FileHandle | null = null
  try {
    if (!(await stat(folder)).isDirectory()) return { kind: 'refused', reason: 'not_a_folder' }
    probe = await open(path, 'wx')
    const { bytesWritten } = await probe.write(PROBE)
    await probe.sync()
    return bytesWritten === PROBE.length ? { kind: 'done' } : { kind: 'refused', reason: 'folder_full' }
  } catch (error) {
    return { kind: 'refused', reason: waitReasonOf(error) }
  } finally {
    await probe?.close().catch(() => {})
    if (probe !== null) await rm(path, { force: true }).catch(() => {})
  }
}
