import { type TextSize, textSizes } from '../../contract/house/text-sizes.ts'

export type TextSizeStep = 'larger' | 'smaller' | 'usual'

/** The size after one step; at either end it stays. */
export function steppedTextSize(now: TextSize, step: TextSizeStep): TextSize {
  if (step === 'usual') return 100
  const at = textSizes.indexOf(now) + (step === 'larger' ? 1 : -1)
  return textSizes[at] ?? now
}
