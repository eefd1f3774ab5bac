import type { Service } from '../../../shared/contract/services.ts'
import { minutesFileName } from '../../../shared/domain/exports/export-names.ts'
import { minutesPage, minutesScope } from '../../adapters/exports/minutes-page.ts'
import type { FileDrop } from '../../adapters/file-drop/file-drop.ts'
import { readRoom } from '../../storage/house/room.ts'
import { isSealedCall } from '../../storage/listening/sealed-calls.ts'
import { deliverPage, type PageParts } from '../exports/page-delivery.ts'
import { refuse } from '../refuse.ts'

/** Minutes go the way of every file. Nothing is written of a call that was sealed while its minutes were on screen. */
export function minutesService(
  parts: PageParts,
  drop: Pick<FileDrop, 'deliver'>,
): Pick<Service<'meetings'>, 'writeMinutes'> {
  return {
    writeMinutes: async ({ folder, language, ...minutes }) => {
      const { meeting } = minutes
      const { isSealed, timeZone } = await parts.engine.read(function* () {
        return { isSealed: yield* isSealedCall(meeting.callId), timeZone: (yield* readRoom()).timeZone }
      })
      if (isSealed) return refuse('sealed')
      const scope = minutesScope(meeting.callNumber, language)
      const fileName = minutesFileName({ scope, language, at: parts.clock.now(), timeZone })
      return deliverPage(parts, drop, { folder, fileName, text: minutesPage(minutes, language, timeZone) })
    },
  }
}
