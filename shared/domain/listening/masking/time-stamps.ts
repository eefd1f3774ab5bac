const CLOCK = '(?:\\d{1,2}[:：])?[0-5]?\\d[:：][0-5]\\d(?:[.,]\\d{1,3})?'
const IN_BRACKETS = `[\\[(（【]${CLOCK}[\\])）】]`

/** When a line is said, as transcripts have it in front: [00:15], 00:01:15.320. */
export const STAMP = `(?:${IN_BRACKETS}\\s{0,2}|${CLOCK}\\s{1,2}(?!\\s|\\d))`

const MAY_HOLD = /\d[:：]\d\d/
const STAMPS = new RegExp(`${IN_BRACKETS}|(?<=^\\s?)${CLOCK}(?=\\s{1,2}[^\\s\\d])`, 'gm')

/** Blanks instead of them: their digits are of no number that is told around them. Places stay where they were. */
export const blankStamps = (folded: string): string =>
  MAY_HOLD.test(folded) ? folded.replace(STAMPS, (stamp) => ' '.repeat(stamp.length)) : folded
