import { createHash } from 'node:crypto'
import type { MaskingRules } from '../../../shared/contract/house/masking.ts'

/** What the masks of this build are made of, put here as it is built (scripts/lib/masks-version.mjs). */
declare const MASKS_OF_THIS_BUILD: string

/**
 * Two texts that are masked under the same version are masked alike: by the same rules, those of the company among them, on an engine that knows
 * the same signs. Null where the program runs from its sources, which may change between two starts.
 */
export function masksVersion({ rules, hidesOrders }: Omit<MaskingRules, 'version'>): string | null {
  if (typeof MASKS_OF_THIS_BUILD === 'undefined') return null
  const { v8, unicode } = process.versions
  return hashOf([MASKS_OF_THIS_BUILD, v8, unicode, JSON.stringify({ rules, hidesOrders })])
}

const hashOf = (parts: readonly (string | undefined)[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex')
