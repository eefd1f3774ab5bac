/**
 * A number as people type it: «30», «０.5», « 7 ». Null: nothing is typed. NaN: no number, or one that could be read in two ways («1,000», «1e3»), and so
 * one that nobody said.
 */
export function readNumber(typed: string): number | null {
  const text = typed.normalize('NFKC').replace('。', '.').replace('−', '-').trim()
  if (text === '') return null
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN
}

/** Something stands there that is no number. */
export const isUnreadable = (value: number): boolean => Number.isNaN(value)
