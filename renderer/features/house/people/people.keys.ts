import type { Keys } from '../../../lib/key-map.ts'

/** On the list of people. */
export const peopleKeys = {
  'people.merge': { scope: 'people', chords: ['m'] },
  'people.twins': { scope: 'people', chords: ['d'], whenThere: 'acts' },
} as const satisfies Keys
