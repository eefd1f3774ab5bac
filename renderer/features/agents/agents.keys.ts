import type { Keys } from '../../lib/key-map.ts'

/** The agent of a call, and thanks for agents. */
export const agentsKeys = {
  'agents.name': { scope: 'listen', chords: ['Alt+z'] },
  'agents.thanks': { scope: 'global', chords: ['g a'] },
  'agents.collect': { scope: 'review', chords: ['y'] },
  'agents.writePage': { scope: 'thanks', chords: ['n'] },
  'agents.down': { scope: 'thanks', chords: ['j', 'ArrowDown'], repeats: true },
  'agents.up': { scope: 'thanks', chords: ['k', 'ArrowUp'], repeats: true },
  'agents.state': { scope: 'thanks', chords: ['v'], whenThere: 'acts' },
} as const satisfies Keys
