import type { Evidence } from '../../../../shared/contract/life-channel/danger.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import type { Danger, HeardLine } from '../../../../shared/domain/life-channel/danger.ts'

export type Hear = (lines: readonly HeardLine[]) => Danger | null

/** How much speaks for it: a danger, or what is worth a quiet question and no alarm. */
export type Loudness = 'danger' | 'faint'

/** What somebody was asked about: the words that decided it, and the whole lines they stand in. */
interface Answers {
  readonly words: Set<string>
  /** Whether as of high risk: with other lines around it, other words of a line may decide the same. */
  readonly lines: Map<string, boolean>
}

/**
 * What was asked about already, by call. Asked once, it is not asked again while somebody types on. What was asked quietly and was nothing says
 * nothing about a danger that the same words may become.
 */
const answered: Record<Loudness, Map<Id, Answers>> = { danger: new Map(), faint: new Map() }

/** The very words that decided, which are fewer than those that are shown, and the whole lines in which they stand. */
const decisive = new WeakMap<Evidence, { readonly words: readonly string[]; readonly lines: readonly string[] }>()

function toAnswer(callId: Id, loudness: Loudness): Answers {
  const known = answered[loudness].get(callId) ?? { words: new Set(), lines: new Map() }
  answered[loudness].set(callId, known)
  return known
}

/** Nobody is asked about these words of this call again, so loudly or less. */
export function answerWords(callId: Id, evidence: Evidence, loudness: Loudness = 'danger'): void {
  const { words, lines } = decisive.get(evidence) ?? { words: evidence.words, lines: [] }
  const known = toAnswer(callId, loudness)
  for (const each of words) known.words.add(each)
  // Low and medium are asked in the same way; what is high opens the card, and is news.
  for (const line of lines) known.lines.set(line, evidence.grade === 'high' || known.lines.get(line) === true)
}

export function forgetAnswers(): void {
  answered.danger.clear()
  answered.faint.clear()
}

const answersOf = (callId: Id, loudness: Loudness): readonly Answers[] =>
  [answered.danger.get(callId), loudness === 'faint' ? answered.faint.get(callId) : undefined].filter(
    (each) => each !== undefined,
  )

/**
 * What the lines of a call say that was not heard: of a line that was heard and goes on, what stands behind it, as the rest of one breath is no second
 * danger. Of what was heard before this window was there, or in another one, nobody knows how far a line went then: it was heard as it stands.
 */
export function unheardOf(
  callId: Id,
  lines: readonly HeardLine[],
  heard: readonly Evidence[] = [],
): readonly HeardLine[] {
  const known = toAnswer(callId, 'danger').lines
  const elsewhere = heard.filter((each) => !decisive.has(each)).flatMap(({ words }) => words)
  const behind = (text: string): string => {
    const begun = [...known.keys()].find((each) => text.startsWith(each))
    if (begun !== undefined) return behind(text.slice(begun.length).trim())
    if (!elsewhere.some((words) => text.includes(words))) return text
    known.set(text, false)
    return ''
  }
  return lines.map((each) => ({ ...each, text: behind(each.text.trim()) }))
}

/** As much around the words as is understood by itself: from sign to sign. */
function clauseAround(text: string, start: number, end: number): string {
  const before = text.slice(0, start).split(CLAUSE_END).at(-1) ?? ''
  const after = text.slice(end).split(CLAUSE_END)[0] ?? ''
  return `${before}${text.slice(start, end)}${after}`.trim().slice(0, 200)
}
const CLAUSE_END = /[，。！？；,.!?;\n]/u

/** The gravest that the lines of a call say so loudly and nobody was asked about yet; null where there is none. */
export function newDangerIn(
  callId: Id,
  lines: readonly HeardLine[],
  hear: Hear,
  earVersion: string,
  loudness: Loudness = 'danger',
): Evidence | null {
  const answers = answersOf(callId, loudness)
  const isHigh = ({ text }: HeardLine) => answers.some(({ lines }) => lines.get(text.trim()) === true)
  // What is known is left aside: another line may say something else. Each keeps its place, which says how much of the call is over.
  let left = lines.map((each) => (isHigh(each) ? { ...each, text: '' } : each))
  // Each look leaves a line aside, so there are no more looks than lines, whatever the ear says.
  for (let looks = 0; looks <= lines.length; looks++) {
    const danger = hear(left)
    if (danger === null) return null
    const said = danger.words.map(({ line, start, end }) => {
      const text = left[line]?.text ?? ''
      return { words: text.slice(start, end), line: text.trim(), clause: clauseAround(text, start, end) }
    })
    const isKnown = said.every(({ words, line }) =>
      answers.some((each) => each.words.has(words) || (danger.grade !== 'high' && each.lines.has(line))),
    )
    if (!isKnown) {
      const shown = new Set(said.map(({ clause }) => clause))
      const evidence = { ...danger, words: [...shown].slice(0, 20), earVersion }
      decisive.set(evidence, { words: said.map(({ words }) => words), lines: said.map(({ line }) => line) })
      return evidence
    }
    left = left.map((each, at) => (danger.words.some(({ line }) => line === at) ? { ...each, text: '' } : each))
  }
  return null
}
