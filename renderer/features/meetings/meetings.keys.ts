import type { Keys } from '../../lib/key-map.ts'

/** `meetings.open` is heard wherever a call is on screen; the others at the meeting, in its closing and in the list. */
export const meetingsKeys = {
  'meetings.open': { scope: 'global', chords: ['F8'] },
  'meetings.saveLine': { scope: 'meetings', chords: ['Mod+Enter'], goesWithWriting: true },
  'meetings.focusLine': { scope: 'meetings', chords: ['Alt+x'], whenThere: 'acts' },
  'meetings.editLast': { scope: 'meetings', chords: ['Alt+ArrowUp'] },
  'meetings.plainly': { scope: 'meetings', chords: ['Alt+d'] },
  'meetings.attendees': { scope: 'meetings', chords: ['Alt+i'] },
  'meetings.solved': { scope: 'meetings', chords: ['Alt+s'] },
  'meetings.close': { scope: 'meetings', chords: ['Alt+c'] },
  'meetings.undo': { scope: 'meetings', chords: ['Mod+z'], before: 'undo', takesBack: true },
  'meetings.redo': { scope: 'meetings', chords: ['Mod+Shift+z', 'Mod+y'], before: 'redo', takesBack: true },
  'meetings.back': { scope: 'meetings', chords: ['Escape'], isFixed: true },
  'meetings.down': { scope: 'meetings', chords: ['j', 'ArrowDown'], repeats: true },
  'meetings.up': { scope: 'meetings', chords: ['k', 'ArrowUp'], repeats: true },
  'meetings.asTicket': { scope: 'meetings', chords: ['t'] },
  'meetings.asDecision': { scope: 'meetings', chords: ['d'] },
  'meetings.quote': { scope: 'meetings', chords: ['1', '2', '3', '4', '5', '6', '7', '8', '9'], isFixed: true },
  'meetings.previousPage': { scope: 'meetings', chords: ['['], repeats: true },
  'meetings.nextPage': { scope: 'meetings', chords: [']'], repeats: true },
} as const satisfies Keys
