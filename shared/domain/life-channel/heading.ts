import type { DangerGrade, DangerKind, Evidence } from '../../contract/life-channel/danger.ts'
import { byGravity } from './danger.ts'

/** What stands over a case: how grave, and which kinds of danger. */
export interface Heading {
  /** Null: nothing was heard. */
  readonly grade: DangerGrade | null
  /** The gravest first; of the same gravity what was heard last, as a call goes on. */
  readonly kinds: readonly DangerKind[]
}

/** By all that was heard of a call, in its order. What is heard later adds to it and takes nothing back: only somebody says that it was nothing. */
export function headingOf(heard: readonly Pick<Evidence, 'grade' | 'kind'>[]): Heading {
  const kinds = new Map<DangerKind, DangerGrade>()
  for (const { kind, grade } of heard) {
    const known = kinds.get(kind) ?? null
    if (known !== null && byGravity(grade, known) >= 0) continue
    kinds.delete(kind)
    kinds.set(kind, grade)
  }
  const all = [...kinds].toReversed().toSorted(([, one], [, other]) => byGravity(one, other))
  return { grade: all[0]?.[1] ?? null, kinds: all.map(([kind]) => kind) }
}

/** Whether it stands there otherwise than before. */
export const isOther = (one: Heading, other: Heading): boolean =>
  one.grade !== other.grade || one.kinds.join() !== other.kinds.join()
