import { createHash } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { isAbsolute, resolve } from 'node:path'
import type { WaitReason } from '../../../shared/contract/exports/exports.ts'
import type { Id } from '../../../shared/contract/values.ts'
import type { FileDrop } from '../../adapters/file-drop/file-drop.ts'
import { mountPointIn, saveMountPoint } from '../../storage/exports/export-folders.ts'
import type { ServiceParts } from '../parts.ts'
import { accept, refuse } from '../refuse.ts'
import { namesFrom } from './export-names.ts'
import { outboxIn } from './outbox.ts'

export type PageParts = Pick<ServiceParts, 'engine' | 'clock' | 'dataFolder' | 'db' | 'log'>

interface WrittenPage {
  readonly id: Id
  readonly folder: string
  readonly fileName: string
  /** Lower-case hex. */
  readonly sha256: string
  readonly sizeBytes: number
}

type Delivered =
  | { ok: true; value: WrittenPage }
  | { ok: false; code: 'folder_not_absolute' | 'data_folder'; detail: Record<string, never> }
  | { ok: false; code: 'not_taken'; detail: { reason: WaitReason } }

/** A page of Markdown goes the way of every file: finished in this machine's own folder, then brought whole into another, never over what lies there. */
export async function deliverPage(
  parts: PageParts,
  drop: Pick<FileDrop, 'deliver'>,
  page: { readonly folder: string; readonly fileName: string; readonly text: string },
): Promise<Delivered> {
  if (!isAbsolute(page.folder)) return refuse('folder_not_absolute')
  const folder = resolve(page.folder)
  const outbox = outboxIn(parts.dataFolder)
  const id = parts.clock.newId()
  const bytes = Buffer.from(page.text, 'utf8')
  const sizeBytes = bytes.length
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const sourcePath = outbox.pathOf(id, 'markdown')
  outbox.make()
  writeFileSync(sourcePath, bytes, { flush: true, mode: 0o600 })
  try {
    const fileNames = namesFrom(page.fileName, () => false)
    const place = { folder, mountPoint: mountPointIn(parts.db, folder) }
    const file = { exportId: id, sourcePath, sha256, sizeBytes, fileNames, mayBeThere: false }
    const end = await drop.deliver({ ...file, ...place }).end
    if (end.kind === 'delivered') {
      saveMountPoint(parts.db, folder, end.mountPoint)
      return accept({ id, folder, fileName: end.fileName, sha256, sizeBytes })
    }
    parts.log.warn(`a page was not taken: ${end.kind === 'refused' ? end.said : end.kind}`)
    const reason = end.kind === 'refused' && end.reason !== 'source_gone' ? end.reason : 'unknown'
    return reason === 'data_folder' ? refuse('data_folder') : { ok: false, code: 'not_taken', detail: { reason } }
  } finally {
    rmSync(sourcePath, { force: true })
  }
}
