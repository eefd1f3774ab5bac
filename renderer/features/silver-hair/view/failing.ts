import type { SilverCall } from '../../../../shared/contract/silver-hair/silver-hair.ts'
import { isDeclined, isHard, isUntold } from '../../../../shared/domain/silver-hair/failings.ts'

export type Failing = 'hard' | 'untold' | 'declined' | 'jargon'

/** Whether the call is one of those that are counted for it. */
export const FAILED: Readonly<Record<Failing, (call: SilverCall) => boolean>> = {
  hard: isHard,
  untold: isUntold,
  declined: isDeclined,
  jargon: ({ jargon }) => jargon.length > 0,
}

/** From an address. */
export const failingFrom = (text: string | null): Failing | null =>
  text !== null && Object.hasOwn(FAILED, text) ? (text as Failing) : null
