import { dismissCase, hearMore, raiseCase, restoreCase } from '../../features/life-channel/card/card.actions.ts'
import {
  areHandsFree,
  askNoMore,
  type CallerFacts,
  calm,
  foldCard,
  isPending,
  type LifeCard,
  questionNow,
  type RedTarget,
  type Suspicion,
  showCard,
  slipOf,
  useLife,
  waitingCard,
  waitingNow,
} from '../../features/life-channel/card/card-store.ts'
import { leaveField } from '../../features/life-channel/card/leave-field.ts'
import { answerWords } from '../../features/life-channel/ear/heard-of-call.ts'
import { callInSight } from './call-in-sight.ts'
import { callerFacts, isCallOn } from './caller-facts.ts'

/**
 * While somebody is heard or read it is about them, whatever waits of other calls; those are gone to by a key of their own (`openWaiting`). Between calls it leads to what waits, else a case begins.
 */
export function redTarget(): RedTarget {
  const life = { ...useLife.getState(), shownId: null }
  const now = callerFacts()
  const question = questionNow(life, now.callId)
  const own = life.cards.findLast((card) => isAbout(card, now))
  if (callInSight() !== null || isCallOn()) {
    if (own !== undefined) return { card: own }
    if (question !== null && question.facts.callId === now.callId) return { question }
    return newFor(now)
  }
  const waiting = waitingCard(life.cards)
  if (question !== null && !question.isFaint) return { question }
  if (waiting !== undefined) return { card: waiting }
  if (question !== null) return { question }
  return own === undefined ? newFor(now) : { card: own }
}

function newFor(call: CallerFacts): RedTarget {
  const slip = slipOf(call.callId)
  return slip === undefined ? { call } : { slip }
}

/** Over a card that has no keyboard it steps onto it; in one it leads out of a field to the number keys, else on to what waits beside it (`besideCard`). */
export function pressRed(): void {
  const { cards, shownId, isEngaged } = useLife.getState()
  const shown = cards.find(({ caseId }) => caseId === shownId)
  if (shown === undefined) goTo(redTarget())
  else if (shown.isDrill && pressedInDrill()) return
  else if (!isEngaged) showCard(shown.caseId, true)
  else if (!leaveField()) goOn(shown)
}

/** The red key is for whoever is really there: the drill goes aside. False: nobody is, and nothing waits. */
function pressedInDrill(): boolean {
  const target = redTarget()
  const isOfDrill = 'card' in target && target.card.isDrill
  const isNobody = 'call' in target && callInSight() === null && !isCallOn()
  if (isOfDrill || isNobody) return false
  foldCard()
  goTo(target)
  return true
}

function goTo(target: RedTarget): void {
  if ('question' in target) takeUp(target.question)
  else if ('card' in target) showCard(target.card.caseId, areHandsFree())
  else if ('slip' in target) restoreCase(target.slip)
  else raiseCase({ origin: 'key', facts: target.call, evidence: null, isEngaged: areHandsFree() })
}

/** What stands in the bar, of whichever call. False: nothing stands there. */
export function openWaiting(): boolean {
  const waiting = waitingNow(useLife.getState(), callerFacts().callId)
  if (waiting === null) return false
  if ('question' in waiting) takeUp(waiting.question)
  else showCard(waiting.card.caseId, areHandsFree())
  return true
}

/** What the bar asks about becomes a case; or belongs to the one of its call that was called wrong a moment ago, which it was not. */
export function takeUp({ facts, evidence }: Suspicion): void {
  if (facts.callId !== null && evidence !== null) answerWords(facts.callId, evidence)
  const slip = slipOf(facts.callId)
  if (slip !== undefined) {
    restoreCase(slip)
    if (evidence !== null) hearMore(slip.caseId, evidence)
    return
  }
  const origin = evidence === null ? 'risk_note' : 'detected'
  raiseCase({ origin, facts, evidence, isEngaged: areHandsFree() })
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
  const question = questionNow(useLife.getState(), callerFacts().callId)
  if (question === null) return false
  const { facts, evidence, isFaint } = question
  if (facts.callId !== null && evidence !== null) answerWords(facts.callId, evidence, isFaint ? 'faint' : 'danger')
  if (evidence === null || isFaint) {
    askNoMore(facts.callId)
    calm(facts.callId, evidence === null ? [] : [evidence])
    return true
  }
  const caseId = raiseCase({ origin: 'detected', facts, evidence, isEngaged: false })
  foldCard()
  dismissCase(caseId)
  return true
}
