import type { Keys } from '../../../lib/key-map.ts'

/** On the list of people. */
export const peopleKeys = {
  'people.down': { scope: 'people', chords: ['j', 'ArrowDown'], repeats: true, whenThere: 'acts' },
  'people.up': { scope: 'people', chords: ['k', 'ArrowUp'], repeats: true },
  'people.choose': { scope: 'people', chords: ['x'] },
  'people.edit': { scope: 'people', chords: ['e'] },
  'people.merge': { scope: 'people', chords: ['m'] },
  'people.twins': { scope: 'people', chords: ['d'], whenThere: 'acts' },
} as const satisfies Keys
