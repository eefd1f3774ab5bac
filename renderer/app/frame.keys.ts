import type { Keys } from '../lib/key-map.ts'

/** What works everywhere: the way to each page, help, looks and the box that finds everything. */
export const frameKeys = {
  'go.today': { scope: 'global', chords: ['Mod+1', 'g t'] },
  'go.seats': { scope: 'global', chords: ['Mod+2', 'g s'] },
  'go.listen': { scope: 'global', chords: ['Mod+3', 'g l'] },
  'go.tickets': { scope: 'global', chords: ['Mod+4', 'g k'] },
  'go.exports': { scope: 'global', chords: ['Mod+5', 'g e'] },
  'go.settings': { scope: 'global', chords: ['Mod+6', 'g ,'] },
  'go.sessions': { scope: 'global', chords: ['Mod+7', 'g h'] },
  'help.guide': { scope: 'global', chords: ['F1'], alsoOverDialogs: true },
  'help.drill': { scope: 'global', chords: ['Shift+F1'] },
  'help.keys': { scope: 'global', chords: ['?'] },
  'look.theme': { scope: 'global', chords: ['F9'], alsoOverDialogs: true },
  'look.language': { scope: 'global', chords: ['F10'], alsoOverDialogs: true },
  'look.larger': { scope: 'global', chords: ['Mod+Alt+=', 'Mod+Alt++'], alsoOverDialogs: true },
  'look.smaller': { scope: 'global', chords: ['Mod+Alt+-'], alsoOverDialogs: true },
  'look.usual': { scope: 'global', chords: ['Mod+Alt+0'], alsoOverDialogs: true },
  print: { scope: 'global', chords: ['Mod+p'], alsoOverDialogs: true },
  find: { scope: 'global', chords: ['Mod+k', '/'] },
} as const satisfies Keys
