import { raiseCase } from '../../features/life-channel/card/card.actions.ts'
import { isPending, showCard, useLife } from '../../features/life-channel/card/card-store.ts'
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
