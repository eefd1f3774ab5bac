import type { DutyCounts } from '../../../../shared/contract/duty/passports.ts'
import { missingOf } from '../../../../shared/domain/duty/duty-kinds.ts'

/** Whether an hour at a seat is still owed. */
export const owesSeat = ({ owed, done }: { owed: DutyCounts; done: DutyCounts }): boolean => {
  const missing = missingOf(owed, done)
  return missing.listen + missing.answer > 0
}
