/** Work that can be stopped for a moment after each of its pieces, a few milliseconds at most. */
export type InPieces<Made> = Generator<undefined, Made>

/** All of it without a stop. */
export function atOnce<Made>(pieces: InPieces<Made>): Made {
  for (;;) {
    const { done, value } = pieces.next()
    if (done === true) return value
  }
}
