import type { Keys } from '../../lib/key-map.ts'

/** On the page of duties. */
export const dutyKeys = {
  'duty.record': { scope: 'duty', chords: ['n'], whenThere: 'acts' },
  'duty.down': { scope: 'duty', chords: ['j', 'ArrowDown'], repeats: true },
  'duty.up': { scope: 'duty', chords: ['k', 'ArrowUp'], repeats: true },
  'duty.sheet': { scope: 'duty', chords: ['e'], whenThere: 'acts' },
  'duty.back': { scope: 'duty', chords: ['Escape'] },
} as const satisfies Keys
