const CLOCK = String.raw`\d{1,2}:\d\d(?: \(UTC[^)]*\))?`
const DAY = String.raw`(?:\d{4}年)?\d{1,2}月\d{1,2}日(?: 周.)?|(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) )?\d{1,2} (?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept|Oct|Nov|Dec)\b(?: \d{4})?`
const PIECE = new RegExp(
  String.raw`(${CLOCK}(?:[–-]${CLOCK})?|${DAY}|\d+ ?号席|\b[Ss]eats? \d+|\d+ (?:分钟|小时|天|(?:minute|hour|day)s?\b))`,
)

/** Words cut up: every second part is a time, a day, a seat or a length, which no line should break. */
export const wholePieces = (words: string): string[] => words.split(PIECE)
