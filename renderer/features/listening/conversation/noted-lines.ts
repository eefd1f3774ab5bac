import type { Line } from '../../../../shared/contract/listening/conversations.ts'
import { wordsOfLine } from '../../../../shared/domain/listening/words-of-line.ts'

/** A note as far as it tells which line it was made of: stored, or on its way. */
export interface NoteOfLine {
  readonly text: string
  readonly offsetMs: number
  readonly editedAt?: string | null
}

/**
 * Which lines are notes already, told by the notes themselves, so that it is known after the page was left and forgotten once the note is
 * gone. A note is of the line whose words it bears, of several such the one nearest in time; one that was reworded of the line at its second.
 */
export function notedLines(lines: readonly Line[], notes: readonly NoteOfLine[]): ReadonlySet<number> {
  const byWords = new Map<string, number[]>()
  for (const [index, line] of lines.entries()) {
    const words = line.text.trim()
    const alike = byWords.get(words)
    if (alike === undefined) byWords.set(words, [index])
    else alike.push(index)
  }
  const noted = new Set<number>()
  for (const { text, offsetMs, editedAt } of notes) {
    const away = (index: number) => Math.abs((lines[index]?.atMs ?? 0) - offsetMs)
    const alike =
      wordsOfLine(text)
        .map((words) => byWords.get(words))
        .find((found) => found !== undefined) ?? []
    const free = alike.filter((index) => !noted.has(index)).sort((a, b) => away(a) - away(b))
    const index = free[0] ?? (editedAt ? lines.findIndex(({ atMs }) => atMs === offsetMs) : -1)
    if (index >= 0) noted.add(index)
  }
  return noted
}
