import type { Service } from '../../../shared/contract/services.ts'
import { thanksFileName } from '../../../shared/domain/exports/export-names.ts'
import { thanksPage } from '../../adapters/exports/thanks-page.ts'
import type { FileDrop } from '../../adapters/file-drop/file-drop.ts'
import { readRoom } from '../../storage/house/room.ts'
import { deliverPage, type PageParts } from '../exports/page-delivery.ts'

/** Pages of thanks go the way of every file. */
export function thanksPagesService(
  parts: PageParts,
  drop: Pick<FileDrop, 'deliver'>,
): Pick<Service<'thanks'>, 'writePage'> {
  return {
    writePage: async ({ folder, language, thanks }) => {
      const { timeZone } = await parts.engine.read(readRoom)
      const fileName = thanksFileName({ language, at: parts.clock.now(), timeZone })
      return deliverPage(parts, drop, { folder, fileName, text: thanksPage(thanks, language) })
    },
  }
}
