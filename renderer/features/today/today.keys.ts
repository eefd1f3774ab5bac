import type { Keys } from '../../lib/key-map.ts'

/** On today, and where a session is started. */
export const todayKeys = {
  'today.start': { scope: 'today', chords: ['s'] },
  'today.walkUp': { scope: 'today', chords: ['w'], whenThere: 'acts' },
  'today.checkIn': { scope: 'today', chords: ['c'] },
  'today.agree': { scope: 'today', chords: ['y'] },
  'today.readNews': { scope: 'today', chords: ['r'], whenThere: 'acts' },
  'today.halfDone': { scope: 'today', chords: ['h'], whenThere: 'acts' },
  'today.acceptOffer': { scope: 'today', chords: ['a'] },
  'today.down': { scope: 'today', chords: ['j', 'ArrowDown'], repeats: true, whenThere: 'acts' },
  'today.up': { scope: 'today', chords: ['k', 'ArrowUp'], repeats: true },
  'today.declineOffer': { scope: 'today', chords: ['d'] },
} as const satisfies Keys
