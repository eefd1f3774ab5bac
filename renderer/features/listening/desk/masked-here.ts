import { type MaskKind, maskedParts } from '../../../ui/masked-parts.ts'

export interface MaskCount {
  readonly kind: MaskKind
  readonly count: number
}

/** What was masked in these texts, by kind, the commonest first. Never what was masked. */
export function masksIn(texts: readonly string[]): MaskCount[] {
  const counts = new Map<MaskKind, number>()
  for (const text of texts)
    for (const { mask } of maskedParts(text)) if (mask !== null) counts.set(mask, (counts.get(mask) ?? 0) + 1)
  return [...counts].map(([kind, count]) => ({ kind, count })).sort((one, other) => other.count - one.count)
}
