import type { DangerGrade } from '../../shared/contract/life-channel/danger.ts'
import type { HeardLine } from '../../shared/domain/life-channel/danger.ts'
import type { Ear } from '../../shared/domain/life-channel/ear.ts'
import { hearDangers, hearFaintly } from '../../shared/domain/life-channel/hear-danger.ts'
import type { GradedText } from './lines.ts'

export type Heard = DangerGrade | 'none'
export type Meant = DangerGrade | 'ordinary'

/** How many lines of each grade were heard as what. */
export type Confusion = Record<Meant, Record<Heard, number>>

const nothingHeard = (): Record<Heard, number> => ({ high: 0, medium: 0, low: 0, none: 0 })

export const callOf = (text: string): HeardLine[] =>
  text.split('\n').map((line) => ({ text: line, speaker: 'unknown' }))

const emptyTable = (): Confusion => ({
  high: nothingHeard(),
  medium: nothingHeard(),
  low: nothingHeard(),
  ordinary: nothingHeard(),
})

function confusionOf(lines: readonly GradedText[], ear: Ear, hear: typeof hearDangers): Confusion {
  const table = emptyTable()
  for (const { text, grade } of lines) table[grade ?? 'ordinary'][hear(callOf(text), ear)[0]?.grade ?? 'none']++
  return table
}

/** What is heard as danger. */
export const dangersOf = (lines: readonly GradedText[], ear: Ear): Confusion => confusionOf(lines, ear, hearDangers)

/** What is heard faintly: each line once more. */
export const faintOf = (lines: readonly GradedText[], ear: Ear): Confusion => confusionOf(lines, ear, hearFaintly)

const countOf = (row: Record<Heard, number>): number => row.high + row.medium + row.low + row.none

/** Of cries of these grades, how many are heard at all; 0 to 1. */
export function recallOf(table: Confusion, grades: readonly DangerGrade[]): number {
  const all = grades.reduce((sum, grade) => sum + countOf(table[grade]), 0)
  return 1 - grades.reduce((sum, grade) => sum + table[grade].none, 0) / all
}

/** Ordinary lines that are heard as a cry, of a thousand. */
export const falseAlarmsOf = ({ ordinary }: Confusion): number => 1000 * (1 - ordinary.none / countOf(ordinary))
