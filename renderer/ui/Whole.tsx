import { wholePieces } from '../lib/whole-pieces.ts'

/**
 * Words of which no time, day, seat or length is broken at the end of a line: «18:30–20:00», «3号席». A line may end behind a dash or between a figure and
 * what it counts, which no style forbids; signs in the text that forbid it would go along where it is copied or looked for.
 */
export function Whole({ words }: { words: string }) {
  return wholePieces(words).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place in the words
      <span key={index} className="whole">
        {part}
      </span>
    ),
  )
}
