import { readFileSync } from 'node:fs'
import type { DangerGrade } from '../../shared/contract/life-channel/danger.ts'

/** What somebody may say on a call, and how grave it is; null: ordinary talk. */
export interface GradedText {
  /** A line break begins the next line of the call. */
  readonly text: string
  readonly grade: DangerGrade | null
}

/** In the files ⏎ stands for a line break, and a cry behind its grade. */
export function readLines(file: string): GradedText[] {
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.filter((line) => line !== '').map(gradedText)
}

function gradedText(line: string): GradedText {
  const [, grade, cry] = /^(high|medium|low)\t(.*)$/u.exec(line) ?? []
  return { text: (cry ?? line).replaceAll('⏎', '\n'), grade: (grade as DangerGrade | undefined) ?? null }
}
