import { dismissCase, raiseCase } from '../../features/life-channel/card/card.actions.ts'
import {
  type CallerFacts,
  foldCard,
  isForRedKey,
  isPending,
  type LifeCard,
  questionNow,
  type Suspicion,
  showCard,
  useLife,
  waitingCard,
} from '../../features/life-channel/card/card-store.ts'
import { leaveField } from '../../features/life-channel/card/leave-field.ts'
import { answerWords } from '../../features/life-channel/ear/heard-of-call.ts'
import { callerFacts, isCallOn } from './caller-facts.ts'

/**
 * The red key: into the card that is open, into what the bar asks about (quietly, only where that is about this call), back to a case that nobody took over, that has news or that is about this call; else a case
 * begins. In the card itself it leads out of a field to the number keys, else on to what waits beside it (`besideCard`).
 */
export function pressRed(): void {
  const life = useLife.getState()
  const shown = life.cards.find(({ caseId }) => caseId === life.shownId)
  if (shown !== undefined) {
    if (!life.isEngaged) showCard(shown.caseId, true)
    else if (!leaveField()) goOn(shown)
    return
  }
  const now = callerFacts()
  const question = questionNow(life)
  if (question !== null && isForRedKey(question, now.callId)) {
    takeUp(question)
    return
  }
  const waiting = waitingCard(life.cards)
  // Whoever is on the line comes before a drill.
  const isForNow = waiting?.isDrill === true && isCallOn()
  const folded = (isForNow ? undefined : waiting) ?? life.cards.findLast((card) => isAbout(card, now))
  if (folded !== undefined) showCard(folded.caseId, true)
  else raiseCase({ origin: 'key', facts: now, evidence: null, isEngaged: true })
}

/** What the bar asks about becomes a case. */
export function takeUp({ facts, evidence }: Suspicion): void {
  if (facts.callId !== null && evidence !== null) answerWords(facts.callId, evidence)
  const origin = evidence === null ? 'risk_note' : 'detected'
  raiseCase({ origin, facts, evidence, isEngaged: true })
}

/** What the red key does in a card: a case for the call that is heard meanwhile, or another case that nobody took over; null: nothing. */
export type Beside = { readonly call: CallerFacts } | { readonly next: LifeCard; readonly count: number }

export function besideCard(shown: LifeCard): Beside | null {
  if (shown.isDrill) return null
  const { cards } = useLife.getState()
  const call = callerFacts()
  if (call.callId !== null && !cards.some((card) => isAbout(card, call))) return { call }
  const at = cards.indexOf(shown)
  const others = [...cards.slice(at + 1), ...cards.slice(0, Math.max(0, at))].filter(
    (card) => !card.isDrill && isPending(card),
  )
  return others[0] === undefined ? null : { next: others[0], count: others.length }
}

export function goOn(shown: LifeCard): void {
  const beside = besideCard(shown)
  if (beside === null) return
  if ('call' in beside) raiseCase({ origin: 'key', facts: beside.call, evidence: null, isEngaged: true })
  else showCard(beside.next.caseId, true)
}

/** Where no call is known nobody can say that it is about the same caller. */
const isAbout = ({ isDrill, facts }: LifeCard, { callId }: CallerFacts): boolean =>
  !isDrill && callId !== null && facts.callId === callId

/** It was nothing. What the bar asked about aloud is a wrong alarm like any other, so that it is counted. False: nothing is asked. */
export function dismissSuspicion(): boolean {
  const question = questionNow(useLife.getState())
  if (question === null) return false
  const { facts, evidence, isFaint } = question
  if (facts.callId !== null && evidence !== null) answerWords(facts.callId, evidence, isFaint ? 'faint' : 'danger')
  if (evidence === null || isFaint) {
    useLife.setState({ suspicion: null })
    return true
  }
  const caseId = raiseCase({ origin: 'detected', facts, evidence, isEngaged: false })
  foldCard()
  dismissCase(caseId)
  return true
}
