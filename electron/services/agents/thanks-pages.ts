import type { Service } from '../../../shared/contract/services.ts'
import type { ExportsService } from '../exports/exports.ts'
import { refuse } from '../refuse.ts'

/** Pages of thanks go the way of every file. */
export function thanksPagesService({
  startPage,
}: Pick<ExportsService, 'startPage'>): Pick<Service<'thanks'>, 'writePage'> {
  return {
    writePage: async (where, asker) => {
      const begun = await startPage({ ...where, wanted: { page: 'thanks', asOf: null } }, asker)
      return !begun.ok && begun.code === 'nothing_to_export' ? refuse('none_waiting') : begun
    },
  }
}
