import type { Keys } from '../../lib/key-map.ts'

/** In the ledger. */
export const exportsKeys = {
  'exports.new': { scope: 'exports', chords: ['n'] },
  'exports.retry': { scope: 'exports', chords: ['r'] },
  'exports.showInFolder': { scope: 'exports', chords: ['o'] },
  'exports.down': { scope: 'exports', chords: ['j', 'ArrowDown'], repeats: true },
  'exports.up': { scope: 'exports', chords: ['k', 'ArrowUp'], repeats: true },
} as const satisfies Keys
