import type { Keys } from '../../lib/key-map.ts'

/** On today, and where a session is started. */
export const todayKeys = {
  'today.start': { scope: 'today', chords: ['s'] },
  'today.walkUp': { scope: 'today', chords: ['w'] },
  'today.checkIn': { scope: 'today', chords: ['c'] },
  'today.halfDone': { scope: 'today', chords: ['h'] },
} as const satisfies Keys
