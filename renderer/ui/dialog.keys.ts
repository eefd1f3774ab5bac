import type { Keys } from '../lib/key-map.ts'

/** In every dialog. */
export const dialogKeys = {
  'dialog.confirm': { scope: 'dialog', chords: ['Mod+Enter'], goesWithWriting: true },
  'dialog.close': { scope: 'dialog', chords: ['Escape'], isFixed: true },
} as const satisfies Keys
