import type { Keys } from '../../lib/key-map.ts'

/** While a call is heard, beside a field that is being typed in; the way to the view of all, and in its list. */
export const silverKeys = {
  'silver.mark': { scope: 'listen', chords: ['Alt+s'] },
  'silver.dismiss': { scope: 'listen', chords: ['Alt+u'] },
  'silver.lens': { scope: 'listen', chords: ['Alt+i'], whenThere: 'acts' },
  'silver.view': { scope: 'global', chords: ['g y'] },
  'silver.down': { scope: 'silver', chords: ['j', 'ArrowDown'], repeats: true },
  'silver.all': { scope: 'silver', chords: ['Escape'] },
  'silver.up': { scope: 'silver', chords: ['k', 'ArrowUp'], repeats: true },
} as const satisfies Keys
