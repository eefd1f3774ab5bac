import type { Keys } from '../../lib/key-map.ts'

/** In the list of tickets and beside one. */
export const ticketsKeys = {
  'tickets.down': { scope: 'tickets', chords: ['j', 'ArrowDown'], repeats: true },
  'tickets.up': { scope: 'tickets', chords: ['k', 'ArrowUp'], repeats: true },
  'tickets.open': { scope: 'tickets', chords: ['Enter', 'o'] },
  'tickets.close': { scope: 'tickets', chords: ['Escape'] },
  'tickets.toggle': { scope: 'tickets', chords: ['x', 'Space'] },
  'tickets.extendDown': { scope: 'tickets', chords: ['Shift+ArrowDown', 'Shift+j'], repeats: true },
  'tickets.extendUp': { scope: 'tickets', chords: ['Shift+ArrowUp', 'Shift+k'], repeats: true },
  'tickets.pickAll': { scope: 'tickets', chords: ['a'] },
  'tickets.states': { scope: 'tickets', chords: ['1', '2', '3', '4', '5', '6', '7'], isFixed: true },
  'tickets.overdue': { scope: 'tickets', chords: ['0'], whenThere: 'acts' },
  'tickets.move': { scope: 'tickets', chords: ['m'] },
  'tickets.issueType': { scope: 'tickets', chords: ['t'] },
  'tickets.department': { scope: 'tickets', chords: ['b'] },
  'tickets.owner': { scope: 'tickets', chords: ['w'] },
  'tickets.priority': { scope: 'tickets', chords: ['p'] },
  'tickets.print': { scope: 'tickets', chords: ['Shift+p'] },
  'tickets.edit': { scope: 'tickets', chords: ['e'] },
  'tickets.takeBack': { scope: 'tickets', chords: ['z'] },
  'tickets.deadline': { scope: 'tickets', chords: ['d'] },
  'tickets.confirm': { scope: 'tickets', chords: ['Mod+Enter'] },
  'tickets.export': { scope: 'tickets', chords: ['Alt+s'] },
} as const satisfies Keys
