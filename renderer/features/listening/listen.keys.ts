import type { Keys } from '../../lib/key-map.ts'

/** While a call is heard: all of them beside a field that is being typed in. */
export const listenKeys = {
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
} as const satisfies Keys
