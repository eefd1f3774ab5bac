import type { Service } from '../../../shared/contract/services.ts'
import { isSealedCall } from '../../storage/listening/sealed-calls.ts'
import type { ExportsService } from '../exports/exports.ts'
import type { HouseParts } from '../parts.ts'
import { refuse } from '../refuse.ts'

/** Minutes go the way of every file. Nothing is written of a call that was sealed while its minutes were on screen. */
export function minutesService(
  { engine }: Pick<HouseParts, 'engine'>,
  { startPage }: Pick<ExportsService, 'startPage'>,
): Pick<Service<'meetings'>, 'writeMinutes'> {
  return {
    writeMinutes: async ({ callId, ...where }, asker) => {
      const isSealed = await engine.read(() => isSealedCall(callId))
      if (isSealed) return refuse('sealed')
      const begun = await startPage({ ...where, wanted: { page: 'minutes', callId } }, asker)
      return !begun.ok && begun.code === 'nothing_to_export' ? refuse('not_found') : begun
    },
  }
}
