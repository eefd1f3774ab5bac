import {
  type Ear,
  type ListeningParts,
  listeningPartsOf,
  makeEar,
  type Thresholds,
  type WrittenEar,
  type WrittenWords,
} from '../../shared/domain/life-channel/ear.ts'
import { loudnessOf } from '../../shared/domain/life-channel/hear-danger.ts'
import type { WrittenModel } from '../../shared/domain/life-channel/model.ts'
import type { GradedText } from './lines.ts'
import { callOf } from './measure.ts'
import { BITS, type Lesson, learn, learnAgain, lessonOf, makeDice, written } from './train.ts'

/** Lines of one writer, or of one source. */
export type Group = readonly GradedText[]

/** So many ordinary texts of all writers, of one line and of several, may be heard as a cry, and faintly: of one line alone, some two in three of these. */
const FALSE_ALARMS = { danger: 0.0028, faint: 0.035 }
/**
 * Of ordinary texts of one line, while they are typed and as they are noted. Most writers were asked for lines that sound like a cry: of those who wrote
 * what callers say, as a test of what is promised, less than a fifth of it alarms. The more of them teach, the less is to be let through; the more
 * twins of cries, the more.
 */
const FALSE_ALARMS_OF_ONE_LINE = { typing: 0.0061, lone: 0.0168 }
/** What a cry weighs beside an ordinary line: a false alarm is to be rarer by far than a cry that is missed. */
const OF_A_CRY = 0.8
/** What is a cry is learned so many times. */
const TIMES = 3
/** What tells where the thresholds lie is learned once, in a third of the time: the rates above are set beside that. */
const ONCE = 1
/** What says of a grade is asked of cries alone: a smaller table will do, and what weighs this little there is left out. */
const GRADE = { bits: 19, tooLittle: 2 }
/** Writers are put into so many heaps; each is asked of what all others teach. */
const HEAPS = 5
/** While they are sought: above what any score reaches, so that what is said plainly counts among the loudest. */
const WITHOUT_THRESHOLDS = { danger: 10, typing: 10, lone: 10, faint: 10 }
const NOTHING: WrittenModel = { bits: 0, bias: 0, scale: 0, distances: '', weights: '' }
/** Of so many ordinary lines the beginning is learned, too. */
const BEGUN = 0.5
/** Every so many lines, one is learned once more behind others, as it comes in a call. */
const IN_A_CALL = 3

/**
 * Learns from lines in groups. Where the thresholds lie is asked of each heap of groups by what was learned from the others, since what a model
 * has seen says nothing about what it has not.
 */
export function trainEar(groups: readonly Group[], words: WrittenWords, version: string, bits = BITS): WrittenEar {
  const parts = listeningPartsOf(words)
  const lessons = groups.map((group) => lessonsOf(group, parts, bits))
  const unseen =
    groups.length < 2 ? [] : heapsOf(lessons).flatMap((heap) => heardBy(heap, lessons, words, bits).loudness)
  return {
    version,
    cry: cryOf(lessons, bits, TIMES),
    ...gradesOf(groups, parts, bits),
    thresholds: thresholdsOf(unseen),
  }
}

/**
 * For measuring: the groups of each heap with an ear that the other heaps taught, its thresholds set on their lines alone. (What tells where those
 * lie has read the lines that are measured, and nothing that hears them has.)
 */
export function earsByOthers(groups: readonly Group[], words: WrittenWords, bits = BITS): { group: Group; ear: Ear }[] {
  const parts = listeningPartsOf(words)
  const lessons = groups.map((group) => lessonsOf(group, parts, bits))
  const heard = heapsOf(lessons).map((heap) => ({ heap, ...heardBy(heap, lessons, words, bits) }))
  return heard.flatMap(({ heap, cry }) => {
    const others = heard.filter((each) => each.heap !== heap)
    const thresholds = thresholdsOf(others.flatMap(({ loudness }) => loudness))
    const grades = gradesOf(
      others.flatMap((each) => each.heap.map(({ group }) => group)),
      parts,
      bits,
    )
    const ear = makeEar(words, { version: 'measured', cry, ...grades, thresholds })
    return heap.map(({ group }) => ({ group, ear }))
  })
}

const cryOf = (
  lessons: readonly Lessons[],
  bits: number,
  times: number,
  without: readonly Lessons[] = [],
): WrittenModel => written(learnAgain(withCalls(lessons, without), times, bits, OF_A_CRY))

function gradesOf(groups: readonly Group[], parts: ListeningParts, most: number): Pick<WrittenEar, 'high' | 'low'> {
  const bits = Math.min(most, GRADE.bits)
  const cries = groups.flat().filter(({ grade }) => grade !== null)
  const of = (wanted: string) => {
    const lessons = cries.map(({ text, grade }) => lessonOf(text, grade === wanted, parts, bits))
    return written(learn(lessons, bits), GRADE.tooLittle)
  }
  return { high: of('high'), low: of('low') }
}

interface Lessons {
  readonly group: Group
  readonly plain: readonly Lesson[]
  readonly calls: readonly Lesson[]
}

function lessonsOf(group: Group, parts: ListeningParts, bits: number): Lessons {
  const plain = group.map(({ text, grade }) => lessonOf(text, grade !== null, parts, bits))
  const calls = callsOf(group).map(({ text, grade }) => lessonOf(text, grade !== null, parts, bits))
  const asHeard = group.flatMap(({ text, grade }) => (grade === null ? stepsOf(text) : []))
  asHeard.push(...begunOf(group))
  return { group, plain, calls: [...calls, ...asHeard.map((text) => lessonOf(text, false, parts, bits))] }
}

/**
 * An ordinary call of several lines as it is heard: each line alone, and with all that came before. None of it is a cry, though its first lines may
 * sound like one. Of a cry over several lines nobody knows which line says it.
 */
function stepsOf(text: string): string[] {
  const lines = text.split('\n')
  if (lines.length === 1) return []
  const together = lines.slice(1, -1).map((_, index) => lines.slice(Math.max(0, index - 2), index + 2).join('\n'))
  return [...lines, ...together]
}

/** Ordinary lines as they stand while they are typed: half of one is no cry either, though it may sound like one. */
function begunOf(group: Group): string[] {
  const dice = makeDice(group.length + 1)
  return group.flatMap(({ text, grade }) => {
    if (grade !== null || text.includes('\n') || text.length < 6) return []
    return dice() < BEGUN ? [text.slice(0, 3 + Math.floor(dice() * (text.length - 3)))] : []
  })
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

/** How loud an ordinary text is. */
interface Loudness {
  readonly isOneLine: boolean
  readonly score: number
}

/** These writers' ordinary talk as the product hears it, line by line, by what the others taught. */
function heardBy(
  heap: readonly Lessons[],
  lessons: readonly Lessons[],
  words: WrittenWords,
  bits: number,
): { cry: WrittenModel; loudness: Loudness[] } {
  const cry = cryOf(lessons, bits, ONCE, heap)
  const ear = makeEar(words, { version: '', cry, high: NOTHING, low: NOTHING, thresholds: WITHOUT_THRESHOLDS })
  const ordinary = heap.flatMap(({ group }) => group.filter(({ grade }) => grade === null))
  return {
    cry,
    loudness: ordinary.map(({ text }) => ({ isOneLine: !text.includes('\n'), score: loudnessOf(callOf(text), ear) })),
  }
}

function thresholdsOf(loudness: readonly Loudness[]): Thresholds {
  const ofOneLine = loudness.filter(({ isOneLine }) => isOneLine)
  return {
    danger: thresholdOf(loudness, FALSE_ALARMS.danger),
    typing: thresholdOf(ofOneLine, FALSE_ALARMS_OF_ONE_LINE.typing),
    lone: thresholdOf(ofOneLine, FALSE_ALARMS_OF_ONE_LINE.lone),
    faint: thresholdOf(loudness, FALSE_ALARMS.faint),
  }
}

function thresholdOf(loudness: readonly Loudness[], rate: number): number {
  const sorted = loudness.map(({ score }) => score).sort((one, other) => other - one)
  return Math.round((sorted[Math.floor(sorted.length * rate)] ?? 0) * 100) / 100
}
