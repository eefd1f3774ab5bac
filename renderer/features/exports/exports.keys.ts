import type { Keys } from '../../lib/key-map.ts'

/** In the ledger. */
export const exportsKeys = {
  'exports.new': { scope: 'exports', chords: ['n'], whenThere: 'acts' },
  'exports.retry': { scope: 'exports', chords: ['r'] },
  'exports.showInFolder': { scope: 'exports', chords: ['o'] },
  'exports.open': { scope: 'exports', chords: ['Enter'] },
  'exports.again': { scope: 'exports', chords: ['a'] },
  'exports.onlyChanged': { scope: 'exports', chords: ['c'] },
  'exports.cancel': { scope: 'exports', chords: ['Delete', 'Backspace'] },
  'exports.kind': { scope: 'exports', chords: ['s'] },
  'exports.down': { scope: 'exports', chords: ['j', 'ArrowDown'], repeats: true },
  'exports.up': { scope: 'exports', chords: ['k', 'ArrowUp'], repeats: true },
} as const satisfies Keys
