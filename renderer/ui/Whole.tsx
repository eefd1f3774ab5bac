const CLOCK = String.raw`\d{1,2}:\d\d(?: \(UTC[^)]*\))?`
const DAY = String.raw`(?:\d{4}年)?\d{1,2}月\d{1,2}日(?: 周.)?|(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) )?\d{1,2} (?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept|Oct|Nov|Dec)\b(?: \d{4})?`
const PIECE = new RegExp(
  String.raw`(${CLOCK}(?:[–-]${CLOCK})?|${DAY}|\d+ ?号席|\b[Ss]eats? \d+|\d+ (?:分钟|小时|天|(?:minute|hour|day)s?\b))`,
)

/**
 * Words of which no time, day, seat or length is broken at the end of a line: «18:30–20:00», «3号席». A line may end behind a dash or between a figure and
 * what it counts, which no style forbids; signs in the text that forbid it would go along where it is copied or looked for.
 */
export function Whole({ words }: { words: string }) {
  // Every second part is what the pattern holds together.
  return words.split(PIECE).map((part, index) =>
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
