import type { Chord } from './chords.ts'

/** Where an action lives. Global ones work on every page; a dialog hides all others while it is open. */
export type KeyScope =
  | 'global'
  | 'today'
  | 'seats'
  | 'listen'
  | 'review'
  | 'sessions'
  | 'tickets'
  | 'exports'
  | 'dialog'

export interface KeyAction {
  scope: KeyScope
  /** Any of them acts. A second one is there where a browser tab keeps the first for itself (Mod+1, Mod+N, Mod+T). */
  chords: readonly Chord[]
  /** Shown on the sheet but part of the field itself, so it cannot be changed. */
  isFixed?: true
  /** A walking key: goes on while it is held down. Every other acts once, however long it is held. */
  repeats?: true
  /** A global action with the same chord: this one hears the key first and lets it pass when it has nothing to do. */
  before?: 'undo' | 'redo' | 'search'
  /** Undo and redo of the application: they rest while a field holds words that nobody took since the last act. */
  takesBack?: true
}

/** Every key of the console. Its words stand in locales/keys.json under `action`, by the same id. Add yours here. */
export const KEY_MAP = {
  'go.today': { scope: 'global', chords: ['Mod+1', 'g t'] },
  'go.seats': { scope: 'global', chords: ['Mod+2', 'g s'] },
  'go.listen': { scope: 'global', chords: ['Mod+3', 'g l'] },
  'go.tickets': { scope: 'global', chords: ['Mod+4', 'g k'] },
  'go.exports': { scope: 'global', chords: ['Mod+5', 'g e'] },
  'go.settings': { scope: 'global', chords: ['Mod+6', 'g ,'] },
  'go.sessions': { scope: 'global', chords: ['Mod+7', 'g h'] },
  'help.keys': { scope: 'global', chords: ['?', 'F1'] },
  'look.theme': { scope: 'global', chords: ['F9'] },
  'look.language': { scope: 'global', chords: ['F10'] },
  undo: { scope: 'global', chords: ['Mod+z'], takesBack: true },
  redo: { scope: 'global', chords: ['Mod+Shift+z', 'Mod+y'], takesBack: true },
  find: { scope: 'global', chords: ['Mod+k', '/'] },
  search: { scope: 'global', chords: ['Mod+f'] },

  'today.start': { scope: 'today', chords: ['s'] },
  'today.walkUp': { scope: 'today', chords: ['w'] },
  'today.checkIn': { scope: 'today', chords: ['c'] },
  'today.halfDone': { scope: 'today', chords: ['h'] },

  'seats.reserve': { scope: 'seats', chords: ['Enter', 'n'] },
  'seats.cancel': { scope: 'seats', chords: ['Delete', 'Backspace'] },
  'seats.edit': { scope: 'seats', chords: ['e'] },
  'seats.reschedule': { scope: 'seats', chords: ['m'] },
  'seats.checkIn': { scope: 'seats', chords: ['c'] },
  'seats.start': { scope: 'seats', chords: ['s'] },
  'seats.previous': { scope: 'seats', chords: ['['], repeats: true },
  'seats.next': { scope: 'seats', chords: [']'], repeats: true },
  'seats.today': { scope: 'seats', chords: ['t'] },
  'seats.history': { scope: 'seats', chords: ['h'] },
  'seats.pickDate': { scope: 'seats', chords: ['j'] },
  'seats.dayView': { scope: 'seats', chords: ['d'] },
  'seats.weekView': { scope: 'seats', chords: ['w'] },
  'seats.leave': { scope: 'seats', chords: ['Escape'], isFixed: true },
  'seats.move': { scope: 'seats', chords: ['←↑→↓'], isFixed: true, repeats: true },
  'seats.extend': { scope: 'seats', chords: ['Shift+↑↓'], isFixed: true, repeats: true },

  'listen.nextCall': { scope: 'listen', chords: ['Mod+n', 'Alt+n'] },
  'listen.endCall': { scope: 'listen', chords: ['Alt+e'] },
  'listen.endSession': { scope: 'listen', chords: ['Alt+q'] },
  'listen.saveNote': { scope: 'listen', chords: ['Mod+Enter'] },
  'listen.kindVoice': { scope: 'listen', chords: ['Alt+1'] },
  'listen.kindView': { scope: 'listen', chords: ['Alt+2'] },
  'listen.kindPraise': { scope: 'listen', chords: ['Alt+3'] },
  'listen.kindRisk': { scope: 'listen', chords: ['Alt+4'] },
  'listen.issueType': { scope: 'listen', chords: ['Alt+t'] },
  'listen.takeType': { scope: 'listen', chords: ['Alt+y'] },
  'listen.reference': { scope: 'listen', chords: ['Alt+r'] },
  'listen.editLast': { scope: 'listen', chords: ['Alt+ArrowUp'] },
  'listen.focusNote': { scope: 'listen', chords: ['Alt+x'] },
  'listen.undo': { scope: 'listen', chords: ['Mod+z'], before: 'undo', takesBack: true },
  'listen.redo': { scope: 'listen', chords: ['Mod+Shift+z', 'Mod+y'], before: 'redo', takesBack: true },
  'listen.cancelEdit': { scope: 'listen', chords: ['Escape'], isFixed: true },
  'listen.previousCall': { scope: 'listen', chords: ['Alt+PageUp'], repeats: true },
  'listen.followingCall': { scope: 'listen', chords: ['Alt+PageDown'], repeats: true },
  'listen.playPause': { scope: 'listen', chords: ['Alt+p'] },
  'listen.skipLine': { scope: 'listen', chords: ['Alt+l'] },
  'listen.noteLine': { scope: 'listen', chords: ['Alt+k'] },
  'listen.pace': { scope: 'listen', chords: ['Alt+o'] },
  'listen.halfDone': { scope: 'listen', chords: ['Alt+h'] },
  'listen.review': { scope: 'listen', chords: ['F7'] },

  'review.down': { scope: 'review', chords: ['j', 'ArrowDown'], repeats: true },
  'review.up': { scope: 'review', chords: ['k', 'ArrowUp'], repeats: true },
  'review.toggle': { scope: 'review', chords: ['x', 'Space'] },
  'review.toggleCall': { scope: 'review', chords: ['c'] },
  'review.clear': { scope: 'review', chords: ['Escape'] },
  'review.makeTicket': { scope: 'review', chords: ['Enter', 't'] },
  'review.saveTicket': { scope: 'review', chords: ['Mod+Enter'] },
  'review.editNote': { scope: 'review', chords: ['e'] },
  'review.priority': { scope: 'review', chords: ['p'] },
  'review.issueType': {
    scope: 'review',
    chords: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    isFixed: true,
  },

  'sessions.down': { scope: 'sessions', chords: ['j', 'ArrowDown'], repeats: true },
  'sessions.up': { scope: 'sessions', chords: ['k', 'ArrowUp'], repeats: true },
  'sessions.review': { scope: 'sessions', chords: ['r'] },
  'sessions.back': { scope: 'sessions', chords: ['Escape'] },
  'sessions.previousPage': { scope: 'sessions', chords: ['['], repeats: true },
  'sessions.nextPage': { scope: 'sessions', chords: [']'], repeats: true },

  'tickets.down': { scope: 'tickets', chords: ['j', 'ArrowDown'], repeats: true },
  'tickets.up': { scope: 'tickets', chords: ['k', 'ArrowUp'], repeats: true },
  'tickets.open': { scope: 'tickets', chords: ['Enter', 'o'] },
  'tickets.close': { scope: 'tickets', chords: ['Escape'] },
  'tickets.toggle': { scope: 'tickets', chords: ['x', 'Space'] },
  'tickets.extendDown': { scope: 'tickets', chords: ['Shift+ArrowDown', 'Shift+j'], repeats: true },
  'tickets.extendUp': { scope: 'tickets', chords: ['Shift+ArrowUp', 'Shift+k'], repeats: true },
  'tickets.pickAll': { scope: 'tickets', chords: ['a'] },
  'tickets.states': { scope: 'tickets', chords: ['1', '2', '3', '4', '5', '6', '7'], isFixed: true },
  'tickets.overdue': { scope: 'tickets', chords: ['0'] },
  'tickets.move': { scope: 'tickets', chords: ['m'] },
  'tickets.edit': { scope: 'tickets', chords: ['e'] },
  'tickets.deadline': { scope: 'tickets', chords: ['d'] },
  'tickets.confirm': { scope: 'tickets', chords: ['Mod+Enter'] },
  'tickets.export': { scope: 'tickets', chords: ['Alt+s'] },

  'exports.new': { scope: 'exports', chords: ['n'] },
  'exports.start': { scope: 'exports', chords: ['Mod+Enter'] },
  'exports.retry': { scope: 'exports', chords: ['r'] },
  'exports.showInFolder': { scope: 'exports', chords: ['o'] },
  'exports.down': { scope: 'exports', chords: ['j', 'ArrowDown'], repeats: true },
  'exports.up': { scope: 'exports', chords: ['k', 'ArrowUp'], repeats: true },

  'dialog.confirm': { scope: 'dialog', chords: ['Mod+Enter'] },
  'dialog.close': { scope: 'dialog', chords: ['Escape'], isFixed: true },
} as const satisfies Record<string, KeyAction>

export type ActionId = keyof typeof KEY_MAP

export const ACTION_IDS = Object.keys(KEY_MAP) as ActionId[]
export const actionOf = (id: ActionId): KeyAction => KEY_MAP[id]
