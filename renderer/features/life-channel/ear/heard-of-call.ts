import type { DangerKind, Evidence } from '../../../../shared/contract/life-channel/danger.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import {
  byGravity,
  type Danger,
  type HeardLine,
  type HeardWords,
} from '../../../../shared/domain/life-channel/danger.ts'

export type Hear = (lines: readonly HeardLine[]) => readonly Danger[]

/** How much speaks for it: a danger, or what is worth a quiet question and no alarm. */
export type Loudness = 'danger' | 'faint'

/**
 * What was asked about already, by call. Asked once, it is not asked again while somebody types on. What was asked quietly and was nothing says
 * nothing about a danger that the same words may become.
 */
const answered: Record<Loudness, Map<Id, readonly Evidence[]>> = { danger: new Map(), faint: new Map() }

const answersOf = (callId: Id, loudness: Loudness): readonly Evidence[] => answered[loudness].get(callId) ?? []

/** Nobody is asked about these words of this call again, so loudly or less. */
export function answerWords(callId: Id, evidence: Evidence, loudness: Loudness = 'danger'): void {
  answered[loudness].set(callId, [...answersOf(callId, loudness), evidence])
}

export function forgetAnswers(): void {
  answered.danger.clear()
  answered.faint.clear()
}

interface Heard {
  readonly hear: Hear
  readonly earVersion: string
  readonly loudness?: Loudness
  /** What the card of the call tells, from wherever: it tells another kind of danger too. Left out where there is no card. */
  readonly told?: readonly Evidence[]
}

/** What the lines of a call say that was not told or asked yet: one for each kind of danger, the gravest first, by the clauses that say it. */
export function newDangersIn(callId: Id, lines: readonly HeardLine[], heard: Heard): Evidence[] {
  const { hear, earVersion, loudness = 'danger', told } = heard
  const faint = loudness === 'faint' ? answersOf(callId, 'faint') : []
  const before = [...answersOf(callId, 'danger'), ...faint, ...(told ?? [])]
  const isKnown = (clause: string) => before.some(({ words }) => words.some((known) => clause.includes(known)))
  const news = new Map<DangerKind, Evidence>()
  for (const { grade, kind, words } of dangersIn(lines, hear, before, isKnown)) {
    const ofCaller = words.filter(({ line }) => lines[line]?.speaker !== 'agent')
    const places = ofCaller.length > 0 ? ofCaller : words
    const clauses = places.map(({ line, start, end }) => clauseAround(lines[line]?.text ?? '', start, end))
    const now = { grade, kind, words: [...new Set(clauses)], earVersion }
    const known = [...before, ...news.values()]
    if (isTold(now, known, told === undefined && grade !== 'high')) continue
    const [same, fresh] = [news.get(kind), now.words.filter((each) => !isTold({ ...now, words: [each] }, known, true))]
    const said = fresh.length > 0 ? fresh : now.words
    news.set(kind, { ...now, ...same, words: [...(same?.words ?? []), ...said].slice(0, 20) })
  }
  return [...news.values()]
}

/**
 * With the lines that were told and without them: those may make an ordinary line a danger, and a cry less of one. What lines say together with such
 * a one is news only where it is of high risk, nothing that was told is, and a line that was not told decides it too.
 */
function dangersIn(
  lines: readonly HeardLine[],
  hear: Hear,
  before: readonly Evidence[],
  isKnown: (clause: string) => boolean,
): readonly Danger[] {
  const all = hear(lines)
  if (before.length === 0) return all
  const isFresh = ({ line }: HeardWords) => !isKnown(lines[line]?.text ?? '')
  const isGraver = ({ grade, words }: Danger) =>
    grade === 'high' && before.every((each) => each.grade !== 'high') && words.some(isFresh)
  const others = lines.map((each) => (isKnown(each.text) ? { ...each, text: '' } : each))
  return [...all.filter((each) => each.isOverLines !== true || isGraver(each)), ...hear(others)].sort((one, other) =>
    byGravity(one.grade, other.grade),
  )
}

/** As gravely, in words that grew or were said again: as the same kind by one of the clauses, or as whatever kind by all of them. */
function isTold({ grade, kind, words }: Evidence, before: readonly Evidence[], isOfAnyKind: boolean): boolean {
  const asGrave = before.filter((each) => byGravity(each.grade, grade) <= 0)
  const isIn = (some: readonly Evidence[]) => (now: string) =>
    some.some((each) => each.words.some((known) => now.includes(known) || known.includes(now)))
  if (words.length !== 1 && words.every(isIn(asGrave))) return true
  return words.some(isIn(asGrave.filter((each) => isOfAnyKind || each.kind === kind)))
}

/** As much around the words as is understood by itself: from sign to sign. */
function clauseAround(text: string, start: number, end: number): string {
  const before = text.slice(0, start).split(CLAUSE_END).at(-1) ?? ''
  const after = text.slice(end).split(CLAUSE_END)[0] ?? ''
  return `${before}${text.slice(start, end)}${after}`.trim().slice(0, 200)
}
const CLAUSE_END = /[，。！？；,.!?;\n]/u
