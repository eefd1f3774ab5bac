import type { DangerGrade, DangerKind, Evidence } from '../../contract/life-channel/danger.ts'
import type { Origin } from '../../contract/life-channel/life-channel.ts'
import { byGravity } from './danger.ts'

/** What stands over a case: how grave, and which kinds of danger. */
export interface Heading {
  /** Null: a person opened it, and nothing of high risk was heard. */
  readonly grade: DangerGrade | null
  /** The gravest first; of the same gravity what was heard first, as the rest of a sentence says less than what decided it. */
  readonly kinds: readonly DangerKind[]
}

/** How grave a case is. What a person opened is as grave as can be: a grade below high would make less of it. */
export function gradeOf(opened: DangerGrade | null, heard: readonly DangerGrade[]): DangerGrade | null {
  if (opened === null) return heard.includes('high') ? 'high' : null
  return heard.toSorted(byGravity).find((grade) => byGravity(grade, opened) < 0) ?? opened
}

/** By all that was heard of a call, in its order. What is heard later adds to it and takes nothing back: only somebody says that it was nothing. */
export function headingOf(origin: Origin, heard: readonly Pick<Evidence, 'grade' | 'kind'>[]): Heading {
  const opened = origin === 'detected' ? (heard[0]?.grade ?? null) : null
  const kinds = new Map<DangerKind, DangerGrade>()
  for (const { kind, grade } of heard) {
    const known = kinds.get(kind) ?? null
    if (known !== null && byGravity(grade, known) >= 0) continue
    kinds.delete(kind)
    kinds.set(kind, grade)
  }
  const all = [...kinds].toSorted(([, one], [, other]) => byGravity(one, other))
  const grades = heard.map(({ grade }) => grade)
  return { grade: gradeOf(opened, grades), kinds: all.map(([kind]) => kind) }
}

/** Whether it stands there otherwise than before. */
export const isOther = (one: Heading, other: Heading): boolean =>
  one.grade !== other.grade || one.kinds.join() !== other.kinds.join()
