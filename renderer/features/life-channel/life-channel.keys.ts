import type { Keys } from '../../lib/key-map.ts'

/** The red key is heard everywhere, amid a field and over a dialog too; the others belong to the card, and to no field in it, or to the list of cases. */
export const lifeKeys = {
  'life.raise': { scope: 'global', chords: ['Mod+Shift+h'], overDialogs: 'acts' },
  'life.open': { scope: 'global', chords: ['Alt+Enter'], overDialogs: 'acts' },
  'life.nothing': { scope: 'global', chords: ['Alt+w'], overDialogs: 'acts' },
  'life.cases': { scope: 'global', chords: ['g c'] },
  'life.down': { scope: 'cases', chords: ['j', 'ArrowDown'], repeats: true },
  'life.up': { scope: 'cases', chords: ['k', 'ArrowUp'], repeats: true },
  'life.followUp': { scope: 'cases', chords: ['Mod+Enter'] },
  'life.contact': { scope: 'life', chords: ['1'] },
  'life.line': { scope: 'life', chords: ['2'] },
  'life.police': { scope: 'life', chords: ['3'] },
  'life.ambulance': { scope: 'life', chords: ['4'] },
  'life.account': { scope: 'life', chords: ['5'] },
  'life.realName': { scope: 'life', chords: ['6'] },
  'life.orders': { scope: 'life', chords: ['7'] },
  'life.phone': { scope: 'life', chords: ['8'] },
  'life.address': { scope: 'life', chords: ['9'] },
  'life.callback': { scope: 'life', chords: ['c'] },
  'life.where': { scope: 'life', chords: ['a'] },
  'life.remark': { scope: 'life', chords: ['r'] },
  'life.dismiss': { scope: 'life', chords: ['w'] },
  'life.nextLine': { scope: 'life', chords: ['n'] },
} as const satisfies Keys
