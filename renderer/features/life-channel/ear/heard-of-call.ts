import type { DangerGrade, Evidence } from '../../../../shared/contract/life-channel/danger.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import type { Danger, HeardLine } from '../../../../shared/domain/life-channel/danger.ts'

export type Hear = (lines: readonly HeardLine[]) => Danger | null

/** How much speaks for it: a danger, or what is worth a quiet question and no alarm. */
export type Loudness = 'danger' | 'faint'

/**
 * What was asked about already, by call: the words that decided it. Asked once, they are not asked again while somebody types on. What was asked
 * quietly and was nothing says nothing about a danger that the same words may become.
 */
const answered: Record<Loudness, Map<Id, Set<string>>> = { danger: new Map(), faint: new Map() }

/** The very words that decided, which are fewer than those that are shown, and the whole lines in which they stand. */
const decisive = new WeakMap<Evidence, { readonly words: readonly string[]; readonly lines: readonly string[] }>()

const GRADES: readonly DangerGrade[] = ['high', 'medium', 'low']

/** A whole line, and how grave it was heard to be: with other lines around it, other words of it may decide the same. */
const lineKey = (grade: DangerGrade, line: string): string => `${grade}\n${line.trim()}`

/** Nobody is asked about these words of this call again, so loudly or less. */
export function answerWords(callId: Id, evidence: Evidence, loudness: Loudness = 'danger'): void {
  const { words, lines } = decisive.get(evidence) ?? { words: evidence.words, lines: [] }
  const known = answered[loudness].get(callId) ?? new Set()
  for (const each of words) known.add(each)
  // Low and medium are asked in the same way; what is high opens the card, and is news.
  for (const grade of evidence.grade === 'high' ? GRADES : GRADES.filter((each) => each !== 'high'))
    for (const line of lines) known.add(lineKey(grade, line))
  answered[loudness].set(callId, known)
}

export function forgetAnswers(): void {
  answered.danger.clear()
  answered.faint.clear()
}

const isAnswered = (callId: Id, words: string, loudness: Loudness): boolean =>
  answered.danger.get(callId)?.has(words) === true ||
  (loudness === 'faint' && answered.faint.get(callId)?.has(words) === true)

/** So many dangers of one call are passed over before it is taken to say nothing new. */
const MOST_LOOKS = 20

/** Where what is understood by itself begins and ends around the words: from sign to sign. */
function clauseBounds(text: string, start: number, end: number): readonly [number, number] {
  const before = text.slice(0, start).split(CLAUSE_END).at(-1) ?? ''
  const after = text.slice(end).split(CLAUSE_END)[0] ?? ''
  return [start - before.length, end + after.length]
}

/** As much around the words as is understood. */
const clauseAround = (text: string, start: number, end: number): string =>
  text
    .slice(...clauseBounds(text, start, end))
    .trim()
    .slice(0, 200)
const CLAUSE_END = /[，。！？；,.!?;\n]/u

/** How much of a line is left aside with words in it that are known: the whole of it, or what they say alone. */
export type Aside = 'line' | 'clause'

function without(lines: readonly HeardLine[], words: Danger['words'], aside: Aside): readonly HeardLine[] {
  return lines.map((each, at) => {
    const { text } = each
    const known = words
      .filter(({ line }) => line === at)
      .map(({ start, end }) => (aside === 'line' ? ([0, text.length] as const) : clauseBounds(text, start, end)))
    if (known.length === 0) return each
    const left = Array.from({ length: text.length }, (_, sign) => sign).filter(
      (sign) => !known.some(([from, to]) => from <= sign && sign < to),
    )
    return { ...each, text: left.map((sign) => text[sign]).join('') }
  })
}

/** The gravest that the lines of a call say so loudly and nobody was asked about yet; null where there is none. */
export function newDangerIn(
  callId: Id,
  lines: readonly HeardLine[],
  hear: Hear,
  earVersion: string,
  loudness: Loudness = 'danger',
  aside: Aside = 'line',
): Evidence | null {
  let left = lines
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    const danger = hear(left)
    if (danger === null) return null
    const words = danger.words.map(({ line, start, end }) => left[line]?.text.slice(start, end) ?? '')
    const inLines = danger.words.map(({ line }) => left[line]?.text ?? '')
    const isKnown = words.every(
      (each, at) =>
        isAnswered(callId, each, loudness) || isAnswered(callId, lineKey(danger.grade, inLines[at] ?? ''), loudness),
    )
    if (!isKnown) {
      const shown = danger.words.map(({ line, start, end }) => clauseAround(left[line]?.text ?? '', start, end))
      const evidence = { ...danger, words: [...new Set(shown)].slice(0, 20), earVersion }
      decisive.set(evidence, { words, lines: inLines })
      return evidence
    }
    // What is known is left aside: another line may say something else. Each keeps its place, which says how much of the call is over.
    left = without(left, danger.words, aside)
  }
  return null
}
