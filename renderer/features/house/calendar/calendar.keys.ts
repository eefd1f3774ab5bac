import type { Keys } from '../../../lib/key-map.ts'

/** In the year of the work calendar. */
export const calendarKeys = {
  'calendar.turn': { scope: 'calendar', chords: ['Space'] },
  'calendar.holiday': { scope: 'calendar', chords: ['h'] },
  'calendar.makeUp': { scope: 'calendar', chords: ['m'] },
  'calendar.ordinary': { scope: 'calendar', chords: ['Delete', 'Backspace'] },
  'calendar.name': { scope: 'calendar', chords: ['Enter', 'n'] },
  'calendar.previousYear': { scope: 'calendar', chords: ['['], repeats: true },
  'calendar.nextYear': { scope: 'calendar', chords: [']'], repeats: true },
  'calendar.save': { scope: 'calendar', chords: ['Mod+Enter'] },
  'calendar.undo': { scope: 'calendar', chords: ['Mod+z'], before: 'undo', takesBack: true },
  'calendar.redo': { scope: 'calendar', chords: ['Mod+Shift+z', 'Mod+y'], before: 'redo', takesBack: true },
  'calendar.move': { scope: 'calendar', chords: ['←↑→↓'], isFixed: true, repeats: true },
  'calendar.extend': { scope: 'calendar', chords: ['Shift+←↑→↓'], isFixed: true, repeats: true },
} as const satisfies Keys
