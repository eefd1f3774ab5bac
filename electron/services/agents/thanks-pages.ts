import { createHash } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { isAbsolute, resolve } from 'node:path'
import type { Service } from '../../../shared/contract/services.ts'
import { thanksFileName } from '../../../shared/domain/exports/export-names.ts'
import { thanksPage } from '../../adapters/exports/thanks-page.ts'
import type { FileDrop } from '../../adapters/file-drop/file-drop.ts'
import { mountPointIn, saveMountPoint } from '../../storage/exports/export-folders.ts'
import { readRoom } from '../../storage/house/room.ts'
import { namesFrom } from '../exports/export-names.ts'
import { outboxIn } from '../exports/outbox.ts'
import type { ServiceParts } from '../parts.ts'
import { accept, refuse } from '../refuse.ts'

type Parts = Pick<ServiceParts, 'engine' | 'clock' | 'dataFolder' | 'db' | 'log'>

/** Pages of thanks go the way of every file: finished in this machine's own folder, then brought whole into another. */
export function thanksPagesService(
  parts: Parts,
  drop: Pick<FileDrop, 'deliver'>,
): Pick<Service<'thanks'>, 'writePage'> {
  const outbox = outboxIn(parts.dataFolder)
  return {
    writePage: async ({ folder: typedFolder, language, thanks }) => {
      if (!isAbsolute(typedFolder)) return refuse('folder_not_absolute')
      const folder = resolve(typedFolder)
      const { timeZone } = await parts.engine.read(readRoom)
      const id = parts.clock.newId()
      const bytes = Buffer.from(thanksPage(thanks, language), 'utf8')
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const sourcePath = outbox.pathOf(id, 'markdown')
      outbox.make()
      writeFileSync(sourcePath, bytes, { flush: true, mode: 0o600 })
      try {
        const fileNames = namesFrom(thanksFileName({ language, at: parts.clock.now(), timeZone }), () => false)
        const place = { folder, mountPoint: mountPointIn(parts.db, folder) }
        const sizeBytes = bytes.length
        const end = await drop.deliver({
          exportId: id,
          sourcePath,
          sha256,
          sizeBytes,
          ...place,
          fileNames,
          mayBeThere: false,
        }).end
        if (end.kind === 'delivered') {
          saveMountPoint(parts.db, folder, end.mountPoint)
          return accept({ id, folder, fileName: end.fileName, sha256, sizeBytes })
        }
        parts.log.warn(`a page of thanks was not taken: ${end.kind === 'refused' ? end.said : end.kind}`)
        const reason = end.kind === 'refused' && end.reason !== 'source_gone' ? end.reason : 'unknown'
        return reason === 'data_folder' ? refuse('data_folder') : { ok: false, code: 'not_taken', detail: { reason } }
      } finally {
        rmSync(sourcePath, { force: true })
      }
    },
  }
}
