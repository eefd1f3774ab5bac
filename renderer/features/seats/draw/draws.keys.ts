import type { Keys } from '../../../lib/key-map.ts'

/** On the page of draws. */
export const drawsKeys = {
  'draws.open': { scope: 'draws', chords: ['n'], whenThere: 'acts' },
  'draws.ask': { scope: 'draws', chords: ['a'] },
  'draws.send': { scope: 'draws', chords: ['Mod+Enter'] },
  'draws.file': { scope: 'draws', chords: ['f'] },
  'draws.down': { scope: 'draws', chords: ['j'], repeats: true },
  'draws.up': { scope: 'draws', chords: ['k'], repeats: true },
  'draws.previousPage': { scope: 'draws', chords: ['['], repeats: true },
  'draws.nextPage': { scope: 'draws', chords: [']'], repeats: true },
  'draws.back': { scope: 'draws', chords: ['Escape'] },
} as const satisfies Keys
