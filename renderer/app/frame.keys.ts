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
  'go.meetings': { scope: 'global', chords: ['g m'] },
  'go.duty': { scope: 'global', chords: ['Mod+8', 'g d'] },
  'go.findSeat': { scope: 'global', chords: ['g f'] },
  'go.draws': { scope: 'global', chords: ['g r'] },
  'team.waiting': { scope: 'global', chords: ['g w'] },
  'help.guide': { scope: 'global', chords: ['F1'], overDialogs: 'acts' },
  'help.drill': { scope: 'global', chords: ['Shift+F1'] },
  'help.keys': { scope: 'global', chords: ['?'], overDialogs: 'acts' },
  'look.theme': { scope: 'global', chords: ['F9'], overDialogs: 'acts' },
  'look.language': { scope: 'global', chords: ['F10'], overDialogs: 'acts' },
  'look.larger': { scope: 'global', chords: ['Mod+Alt+=', 'Mod+Alt++'], overDialogs: 'acts' },
  'look.smaller': { scope: 'global', chords: ['Mod+Alt+-'], overDialogs: 'acts' },
  'look.usual': { scope: 'global', chords: ['Mod+Alt+0'], overDialogs: 'acts' },
  print: { scope: 'global', chords: ['Mod+p'], overDialogs: 'acts' },
  // Over a dialog it says why it does not open, rather than leave the key to the browser.
  find: { scope: 'global', chords: ['Mod+k', '/'], overDialogs: 'says why not' },
} as const satisfies Keys
