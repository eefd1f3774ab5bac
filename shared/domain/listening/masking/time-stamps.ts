import { isIn } from './may-match.ts'
import { type Retelling, retelling } from './retelling.ts'

/** When a line is said, as transcripts have it in front: [00:15], 00:01:15.320. */
const CLOCK = '(?:\\d{1,2}[:：])?[0-5]?\\d[:：][0-5]\\d(?:[.,]\\d{1,3})?'
const STAMPS = new RegExp(`[\\[(（【]${CLOCK}[\\])）】]|(?<=^\\s?)${CLOCK}(?=\\s{1,2}[^\\s\\d])`, 'gm')
const BLANKS_BEHIND = /[^\S\n]{0,2}/y
const MAY_HOLD = /\d[:：]\d\d/

/** As if nobody had written down when: what is told goes on over it. Null where nothing says so. */
export function withoutStamps(folded: string): Retelling | null {
  if (!isIn(folded, MAY_HOLD)) return null
  const edits = [...folded.matchAll(STAMPS)].map(({ 0: stamp, index: start }) => {
    BLANKS_BEHIND.lastIndex = start + stamp.length
    return { start, end: start + stamp.length + (BLANKS_BEHIND.exec(folded)?.[0].length ?? 0), told: '' }
  })
  return retelling(folded, edits)
}

/** Blanks instead of them: their digits are of no number that stands around them. Places stay where they were. */
export const blankStamps = (folded: string): string =>
  isIn(folded, MAY_HOLD) ? folded.replace(STAMPS, (stamp) => ' '.repeat(stamp.length)) : folded
