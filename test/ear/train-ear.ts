import {
  type ListeningParts,
  listeningPartsOf,
  type WrittenEar,
  type WrittenWords,
} from '../../shared/domain/life-channel/ear.ts'
import type { GradedText } from './lines.ts'
import { BITS, type Learned, type Lesson, learn, lessonOf, makeDice, written } from './train.ts'

/** Lines of one writer, or of one source. */
export type Group = readonly GradedText[]

/** So many ordinary lines may be heard as a cry, and faintly. */
const FALSE_ALARMS = { danger: 0.002, faint: 0.02 }
/** What a cry weighs beside an ordinary line: a false alarm is to be rarer by far than a cry that is missed. */
const OF_A_CRY = 0.5
/** What says of a grade is asked of cries alone: what weighs this little there is left out. */
const TOO_LITTLE = 2
/** Writers are put into so many heaps; each is asked of what all others teach. */
const HEAPS = 5
/** Every so many lines, one is learned once more behind others, as it comes in a call. */
const IN_A_CALL = 3

/**
 * Learns from lines in groups. Where the threshold lies is asked of each heap of groups by what was learned from the others, since what a model
 * has seen says nothing about what it has not.
 */
export function trainEar(groups: readonly Group[], words: WrittenWords, version: string, bits = BITS): WrittenEar {
  const parts = listeningPartsOf(words)
  const lessons = groups.map((group) => lessonsOf(group, parts, bits))
  const unseen =
    groups.length < 2
      ? []
      : heapsOf(lessons).flatMap((heap) => {
          const learned = learn(withCalls(lessons, heap), bits, OF_A_CRY)
          return heap.flatMap((own) => ordinaryScores(own, learned))
        })
  const all = groups.flat()
  const cries = all.filter(({ grade }) => grade !== null)
  const byGrade = (wanted: string) => cries.map(({ text, grade }) => lessonOf(text, grade === wanted, parts, bits))
  return {
    version,
    cry: written(learn(withCalls(lessons), bits, OF_A_CRY)),
    high: written(learn(byGrade('high'), bits), TOO_LITTLE),
    low: written(learn(byGrade('low'), bits), TOO_LITTLE),
    thresholds: { danger: thresholdOf(unseen, FALSE_ALARMS.danger), faint: thresholdOf(unseen, FALSE_ALARMS.faint) },
  }
}

interface Lessons {
  readonly plain: readonly Lesson[]
  readonly calls: readonly Lesson[]
}

function lessonsOf(group: Group, parts: ListeningParts, bits: number): Lessons {
  const plain = group.map(({ text, grade }) => lessonOf(text, grade !== null, parts, bits))
  const calls = callsOf(group).map(({ text, grade }) => lessonOf(text, grade !== null, parts, bits))
  return { plain, calls }
}

/** Lines as they come in a call, behind ordinary ones: what was said before must neither hide a cry nor make one. */
function callsOf(group: Group): GradedText[] {
  const dice = makeDice(group.length)
  const ordinary = group.filter(({ grade }) => grade === null)
  const any = () => ordinary[Math.floor(dice() * ordinary.length)]?.text ?? ''
  return group.flatMap(({ text, grade }, index) =>
    index % IN_A_CALL === 0 ? [{ text: [any(), ...(dice() < 0.5 ? [any()] : []), text].join('\n'), grade }] : [],
  )
}

/** Groups in a few heaps, none empty, so that all are asked by few trainings. */
export const heapsOf = <T>(groups: readonly T[]): T[][] =>
  Array.from({ length: Math.min(HEAPS, groups.length) }, (_, heap) =>
    groups.filter((_group, index) => index % HEAPS === heap),
  )

const withCalls = (lessons: readonly Lessons[], without: readonly Lessons[] = []): Lesson[] =>
  lessons.flatMap((each) => (without.includes(each) ? [] : [...each.plain, ...each.calls]))

function ordinaryScores({ plain }: Lessons, { weights, bias }: Learned): number[] {
  return plain.flatMap(({ places, values, isSo }) =>
    isSo ? [] : [places.reduce((sum, place, at) => sum + (weights[place] ?? 0) * (values[at] ?? 0), bias)],
  )
}

function thresholdOf(scores: readonly number[], rate: number): number {
  const sorted = scores.toSorted((one, other) => other - one)
  return Math.round((sorted[Math.floor(sorted.length * rate)] ?? 0) * 100) / 100
}
