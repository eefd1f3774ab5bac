import type { Keys } from '../../lib/key-map.ts'

/** While notes are made into tickets. */
export const reviewKeys = {
  'review.down': { scope: 'review', chords: ['j', 'ArrowDown'], repeats: true },
  'review.up': { scope: 'review', chords: ['k', 'ArrowUp'], repeats: true },
  'review.toggle': { scope: 'review', chords: ['x', 'Space'] },
  'review.toggleCall': { scope: 'review', chords: ['c'] },
  'review.clear': { scope: 'review', chords: ['Escape'] },
  'review.makeTicket': { scope: 'review', chords: ['Enter', 't'] },
  'review.saveTicket': { scope: 'review', chords: ['Mod+Enter'], goesWithWriting: true },
  'review.editNote': { scope: 'review', chords: ['e'] },
  'review.halfDone': { scope: 'review', chords: ['Alt+h'], whenThere: 'acts' },
  'review.next': { scope: 'review', chords: ['n'], whenThere: 'acts' },
  'review.priority': { scope: 'review', chords: ['p'] },
  'review.issueType': {
    scope: 'review',
    chords: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    isFixed: true,
  },
} as const satisfies Keys
