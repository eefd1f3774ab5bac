import type { Keys } from '../../../lib/key-map.ts'

/** In the list of sessions and in one that is over. */
export const sessionsKeys = {
  'sessions.down': { scope: 'sessions', chords: ['j', 'ArrowDown'], repeats: true },
  'sessions.up': { scope: 'sessions', chords: ['k', 'ArrowUp'], repeats: true },
  'sessions.review': { scope: 'sessions', chords: ['r'] },
  'sessions.back': { scope: 'sessions', chords: ['Escape'] },
  'sessions.previousPage': { scope: 'sessions', chords: ['['], repeats: true },
  'sessions.nextPage': { scope: 'sessions', chords: [']'], repeats: true },
} as const satisfies Keys
