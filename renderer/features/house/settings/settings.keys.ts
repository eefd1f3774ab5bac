import type { Keys } from '../../../lib/key-map.ts'

/** In the lists of Settings that are only looked through: copies of the database, words that go, words that are kept. */
export const settingsKeys = {
  'settings.down': { scope: 'settings', chords: ['j', 'ArrowDown'], repeats: true },
  'settings.up': { scope: 'settings', chords: ['k', 'ArrowUp'], repeats: true },
} as const satisfies Keys
