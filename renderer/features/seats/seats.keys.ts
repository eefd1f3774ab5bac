import type { Keys } from '../../lib/key-map.ts'

/** On the boards. */
export const seatsKeys = {
  'seats.reserve': { scope: 'seats', chords: ['Enter', 'n'] },
  'seats.find': { scope: 'seats', chords: ['f'] },
  'seats.cancel': { scope: 'seats', chords: ['Delete', 'Backspace'] },
  'seats.edit': { scope: 'seats', chords: ['e'] },
  'seats.reschedule': { scope: 'seats', chords: ['m'] },
  'seats.checkIn': { scope: 'seats', chords: ['c'] },
  'seats.start': { scope: 'seats', chords: ['s'] },
  'seats.previous': { scope: 'seats', chords: ['['], repeats: true },
  'seats.next': { scope: 'seats', chords: [']'], repeats: true },
  'seats.today': { scope: 'seats', chords: ['t'], whenThere: 'acts' },
  'seats.history': { scope: 'seats', chords: ['h'], whenThere: 'acts' },
  'seats.calendarFile': { scope: 'seats', chords: ['i'] },
  'seats.pickDate': { scope: 'seats', chords: ['j'], whenThere: 'acts' },
  'seats.pickRoom': { scope: 'seats', chords: ['r'], whenThere: 'acts' },
  'seats.dayView': { scope: 'seats', chords: ['d'], whenThere: 'acts' },
  'seats.weekView': { scope: 'seats', chords: ['w'], whenThere: 'acts' },
  'seats.swap': { scope: 'seats', chords: ['x'] },
  'seats.agree': { scope: 'seats', chords: ['y'] },
  'seats.walkUp': { scope: 'seats', chords: ['u'] },
  'seats.standIn': { scope: 'seats', chords: ['b'] },
  'seats.leave': { scope: 'seats', chords: ['Escape'], isFixed: true },
  'seats.move': { scope: 'seats', chords: ['←↑→↓'], isFixed: true, repeats: true },
  'seats.moveDay': { scope: 'seats', chords: ['Ctrl+←→'], isFixed: true, repeats: true },
  'seats.extend': { scope: 'seats', chords: ['Shift+↑↓'], isFixed: true, repeats: true },
} as const satisfies Keys
