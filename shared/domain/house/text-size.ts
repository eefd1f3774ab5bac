export type TextSizeStep = 'larger' | 'smaller' | 'usual'

/** The size after one step through `sizes`, smallest first; at either end it stays. */
export function steppedTextSize<Size extends number>(
  sizes: readonly (Size | 100)[],
  now: Size,
  step: TextSizeStep,
): Size | 100 {
  if (step === 'usual') return 100
  const at = sizes.indexOf(now) + (step === 'larger' ? 1 : -1)
  return sizes[at] ?? now
}
