const A = 65
const LETTERS = 26

/** A, B … Z, AA, AB …: as a sheet names its columns. */
export const columnLetter = (at: number): string =>
  (at < LETTERS ? '' : columnLetter(Math.floor(at / LETTERS) - 1)) + String.fromCharCode(A + (at % LETTERS))
