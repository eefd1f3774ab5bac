import type { Keys } from './key-map.ts'

/** What many pages answer, each in its own way. */
export const commonKeys = {
  undo: { scope: 'global', chords: ['Mod+z'], takesBack: true },
  redo: { scope: 'global', chords: ['Mod+Shift+z', 'Mod+y'], takesBack: true },
  search: { scope: 'global', chords: ['Mod+f'] },
} as const satisfies Keys
