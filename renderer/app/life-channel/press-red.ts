import { dismissCase, raiseCase } from '../../features/life-channel/card/card.actions.ts'
import { foldCard, isPending, showCard, useLife } from '../../features/life-channel/card/card-store.ts'
import { answerWords } from '../../features/life-channel/ear/heard-of-call.ts'
import { callerFacts } from './caller-facts.ts'

/** The red key: into the card that is open, back to one that is folded, into what the bar asks about; else a case begins. */
export function pressRed(): void {
  const { shownId, cards, suspicion } = useLife.getState()
  if (shownId !== null) {
    showCard(shownId, true)
    return
  }
  if (suspicion !== null) {
    const { facts, evidence } = suspicion
    if (facts.callId !== null && evidence !== null) answerWords(facts.callId, evidence)
    const origin = evidence === null ? 'risk_note' : 'detected'
    raiseCase({ origin, facts, evidence, isEngaged: true })
    return
  }
  const facts = callerFacts()
  const folded = cards.findLast((card) => isPending(card) && (card.isDrill || card.facts.callId === facts.callId))
  if (folded !== undefined) showCard(folded.caseId, true)
  else raiseCase({ origin: 'key', facts, evidence: null, isEngaged: true })
}

/** It was nothing. What the bar asked about aloud is a wrong alarm like any other, so that it is counted. False: nothing is asked. */
export function dismissSuspicion(): boolean {
  const { suspicion, shownId } = useLife.getState()
  if (suspicion === null || shownId !== null) return false
  const { facts, evidence, isFaint } = suspicion
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
