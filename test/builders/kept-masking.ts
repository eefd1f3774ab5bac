import type { Client } from '../../shared/contract/contract.ts'
import { accepted } from './console.ts'

/** Two who save the rules of masking. */
export function keptMasking({ masking }: Client) {
  const save = (hidesOrders: boolean, seenVersion: number | null) =>
    masking.save({ rules: [], hidesOrders, seenVersion })
  return {
    first: () => save(true, null),
    second: (version = 0) => save(false, version),
    stored: () => accepted(masking.rules({})),
  }
}
