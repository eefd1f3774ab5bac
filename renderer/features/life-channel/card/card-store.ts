import { create } from 'zustand'
import type { CallerDetails, CheckStep, Recipient } from '../../../../shared/contract/life-channel/case-acts.ts'
import type { Evidence, Hearing } from '../../../../shared/contract/life-channel/danger.ts'
import type { Origin } from '../../../../shared/contract/life-channel/life-channel.ts'
import type { Id, Instant } from '../../../../shared/contract/values.ts'
import { msOf } from '../../../../shared/domain/instants.ts'
import { type Heading, headingOf, isOther } from '../../../../shared/domain/life-channel/heading.ts'
import { instantNow } from '../../../lib/now.ts'
import { isTextField } from '../../../lib/text-field.ts'

/** What is known of the caller without asking anybody. */
export interface CallerFacts {
  readonly callId: Id | null
  readonly callNumber: number | null
  readonly callStartedAt: Instant | null
  readonly reference: string | null
  readonly seatNumber: number | null
  /** Where that seat stands. */
  readonly roomId: Id | null
  /** The call was marked as one of somebody elderly. */
  readonly isSilver?: boolean
}

export type DetailsField = keyof LifeCard['details']

/** A case as the window has it: first, and whatever becomes of the disk. */
export interface LifeCard {
  readonly caseId: Id
  /** Never sent, never stored: it belongs to a drill. */
  readonly isDrill: boolean
  readonly origin: Origin
  /** What opened it, where words did, and what was heard since. */
  readonly heard: readonly Hearing[]
  /** How much of it had been heard when it was last in sight. */
  readonly seen: number
  readonly raisedAt: Instant
  readonly facts: CallerFacts
  /** When it was called none after all here, after it had been called wrong. */
  readonly backAt?: Instant
  /** Stored, and its call is not sealed by it yet: another desk heard that, and the hub does not know of it. */
  readonly isCallElsewhere?: boolean
  readonly steps: Readonly<Partial<Record<CheckStep, Instant>>>
  readonly handedOver: readonly { readonly to: Recipient; readonly name: string | null; readonly at: Instant }[]
  readonly details: Omit<CallerDetails, 'passedOn'>
  /** In which of them what another window wrote stands beside what was written here, as long as nobody left the field since. */
  readonly besideOthers?: readonly DetailsField[]
  /** What was put there out of the words of its call, and not taken out since. */
  readonly passedOn: readonly string[]
  /** What the words of its call told that may be put there: taken out by somebody it is not put there again. */
  readonly metInWords: readonly string[]
}

/** Words that may be a cry, or a note of risk: asked about in a bar, which takes no key from anybody. */
export interface Suspicion {
  readonly facts: CallerFacts
  /** Little speaks for it: asked quietly, gone with the words, and counted nowhere when it was nothing. */
  readonly isFaint: boolean
  /** Heard only because the hands rested amid it: gone where the whole sentence says nothing. */
  readonly isOfHalf: boolean
  /** Null: a note of risk. */
  readonly evidence: Evidence | null
}

/** Where the red key leads while no card is open: to what is asked, to a case, or to a new one for whoever is heard. */
export type RedTarget =
  | { readonly question: Suspicion }
  | { readonly card: LifeCard }
  | { readonly slip: LifeCard }
  | { readonly call: CallerFacts }

interface LifeState {
  readonly cards: readonly LifeCard[]
  /** The card that covers the window; null: none, or it is folded. */
  readonly shownId: Id | null
  /** The card has the keyboard: by the red key and by nothing else, and by its first press only from hands that stand in no field. */
  readonly isEngaged: boolean
  /** What is asked and was not answered yet: one for each call, as another one rings before anybody answers. */
  readonly questions: readonly Suspicion[]
  /** The last that was called wrong here, and when: so long as it may have been a slip. */
  readonly dismissed: { readonly card: LifeCard; readonly at: Instant } | null
  /** Of which call somebody said last that it was nothing, and of what. */
  readonly calmed: { readonly callId: Id; readonly evidence: readonly Evidence[] } | null
}

export const useLife = create<LifeState>()(() => ({
  cards: [],
  shownId: null,
  isEngaged: false,
  questions: [],
  dismissed: null,
  calmed: null,
}))

export const noDetails: CallerDetails = { callback: '', address: '', remark: '' }

export const cardOf = (caseId: Id): LifeCard | undefined =>
  useLife.getState().cards.find((card) => card.caseId === caseId)

export const cardOfCall = (callId: Id): LifeCard | undefined =>
  useLife.getState().cards.find(({ isDrill, facts }) => !isDrill && facts.callId === callId)

export function changeCard(caseId: Id, change: Partial<LifeCard>): void {
  useLife.setState(({ cards }) => ({
    cards: cards.map((card) => (card.caseId === caseId ? { ...card, ...change } : card)),
  }))
}

/** Who stands in a field may be amid a word: a card that comes leaves the keyboard there, and its keys are pressed once somebody steps onto it. */
export const areHandsFree = (): boolean => !isTextField(document.activeElement)

/** Over everything; with the keyboard where somebody steps onto it. */
export function showCard(caseId: Id, isEngaged: boolean): void {
  const card = cardOf(caseId)
  if (card !== undefined && card.seen < card.heard.length) changeCard(caseId, { seen: card.heard.length })
  useLife.setState({ shownId: caseId, isEngaged })
}

/** Out of sight, and nothing of it is lost. */
export const foldCard = (): void => useLife.setState({ shownId: null, isEngaged: false })

export const removeCard = (caseId: Id): void =>
  useLife.setState(({ cards, shownId }) => ({
    cards: cards.filter((card) => card.caseId !== caseId),
    shownId: shownId === caseId ? null : shownId,
    isEngaged: shownId !== caseId && useLife.getState().isEngaged,
  }))

/** It was nothing, whatever else the lines of these words may be heard as. */
export function calm(callId: Id | null, evidence: readonly Evidence[]): void {
  if (callId !== null) useLife.setState({ calmed: { callId, evidence } })
}

const SLIP_MS = 60_000

/** The case that was called wrong a moment ago: whoever asks for a card of its call now wants it back. */
export function slipOf(callId: Id | null): LifeCard | undefined {
  const { dismissed } = useLife.getState()
  if (dismissed === null || msOf(instantNow()) - msOf(dismissed.at) > SLIP_MS) return undefined
  return dismissed.card.facts.callId === callId ? dismissed.card : undefined
}

/** Nobody took over yet. */
export const isPending = ({ handedOver }: LifeCard): boolean => handedOver.length === 0

/** What stands over it. In a drill only once somebody took over: before, it would tell the cry. */
export const headingOfCard = (card: LifeCard): Heading =>
  headingOf(card.origin, card.isDrill && isPending(card) ? [] : card.heard.map(({ evidence }) => evidence))

/** What its heading says since it was out of sight that it did not say before; null: nothing. */
export function newsOf({ isDrill, origin, heard, seen }: LifeCard): Heading | null {
  if (isDrill || seen >= heard.length) return null
  const said = heard.map(({ evidence }) => evidence)
  const [before, now] = [headingOf(origin, said.slice(0, seen)), headingOf(origin, said)]
  if (!isOther(before, now)) return null
  const kinds = now.kinds.filter((kind) => !before.kinds.includes(kind))
  // Another danger of less gravity takes no grade from what stood there.
  return { grade: now.grade === before.grade ? null : now.grade, kinds: kinds.length > 0 ? kinds : now.kinds }
}

/** The last case that nobody took over; only where there is none one of which something else was heard since it was folded; at last a drill. */
export const waitingCard = (cards: readonly LifeCard[]): LifeCard | undefined =>
  cards.findLast((card) => !card.isDrill && isPending(card)) ??
  cards.findLast((card) => newsOf(card) !== null) ??
  cards.findLast(isPending)

export const questionOf = (callId: Id | null): Suspicion | undefined =>
  useLife.getState().questions.find(({ facts }) => facts.callId === callId)

/** In the place of what was asked about the same call. */
export const askAbout = (question: Suspicion): void =>
  useLife.setState(({ questions }) => ({ questions: [...without(questions, question.facts.callId), question] }))

export const askNoMore = (callId: Id | null): void =>
  useLife.setState(({ questions }) => ({ questions: without(questions, callId) }))

/** A quiet question is of its moment: as another call is heard it leaves. One that was asked aloud stays until somebody answers it. */
export const dropQuietQuestions = (): void =>
  useLife.setState(({ questions }) => ({ questions: questions.filter(({ isFaint }) => !isFaint) }))

export const without = (questions: readonly Suspicion[], callId: Id | null): readonly Suspicion[] =>
  questions.filter(({ facts }) => facts.callId !== callId)

/**
 * What the bar asks now: about the call that is heard, else what was left over from an earlier one. While nobody took over a case, nothing is asked quietly. A drill is
 * none, and may lie folded for hours.
 */
export function questionNow(
  { questions, cards, shownId }: Pick<LifeState, 'questions' | 'cards' | 'shownId'>,
  heardId: Id | null,
): Suspicion | null {
  if (shownId !== null) return null
  const isPressing = cards.some((card) => !card.isDrill && isPending(card))
  const asked = questions.filter(({ isFaint }) => !isFaint || !isPressing)
  return asked.find(({ facts }) => facts.callId === heardId) ?? asked.at(-1) ?? null
}

/** What the key for whatever waits leads to: a case that nobody took over goes before a question, which may be nothing. */
export function waitingNow(
  life: Pick<LifeState, 'questions' | 'cards' | 'shownId'>,
  heardId: Id | null,
): { readonly question: Suspicion } | { readonly card: LifeCard } | null {
  const question = questionNow(life, heardId)
  const card = life.shownId === null ? waitingCard(life.cards) : undefined
  if (card !== undefined && (question === null || (!card.isDrill && isPending(card)))) return { card }
  return question === null ? null : { question }
}
