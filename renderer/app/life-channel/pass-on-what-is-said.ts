import { hashKey } from '@tanstack/react-query'
import type { Id } from '../../../shared/contract/values.ts'
import { cardOf, type LifeCard, useLife } from '../../features/life-channel/card/card-store.ts'
import { isTold, passOn } from '../../features/life-channel/card/passed-on.ts'
import { conversationOfCall } from '../../features/listening/conversation/conversations.queries.ts'
import { playedLines, untilPlayedMs, usePlayback } from '../../features/listening/conversation/playback.ts'
import { client } from '../../lib/client.ts'
import { queryClient } from '../../lib/query-client.ts'

/** What was not answered is asked again so soon, also once every line was played. */
const AGAIN_MS = 1_000

/** What the lines of a case told of number and address: said, it was not mistyped. Kept as long as its card is there. */
const said = new Map<Id, ReadonlySet<string>>()

export const wasSaid = (caseId: Id, value: string): boolean => said.get(caseId)?.has(value) ?? false

/**
 * A number and an address that were told in the conversation beside a call are masked before they come to a window. Main has them in its memory: those of the lines that were played go into what is
 * sealed with the card of the call, and what is played later with them: each line as it is played, as main forgets them with the end of the call. Answers the way to stop.
 */
export function passOnWhatIsSaid(): () => void {
  const asked = new Map<Id, string>()
  let later: ReturnType<typeof setTimeout> | undefined
  let soonest = Number.POSITIVE_INFINITY
  let isStopped = false
  const look = async ({ caseId, facts: { callId } }: LifeCard, lineCount: number) => {
    const card = cardOf(caseId)
    if (card === undefined || callId === null) return
    const takenOut = takenOutOf(card)
    const question = JSON.stringify([lineCount, takenOut])
    if (asked.get(caseId) === question) return
    asked.set(caseId, question)
    const answer = await client.conversations.toPassOn({ callId, lineCount, takenOut })
    if (!answer.ok) {
      asked.delete(caseId)
      return lookAgain(AGAIN_MS)
    }
    // Answered once the card is gone, it is nobody's.
    if (cardOf(caseId) === undefined) return forget(caseId)
    const { callbacks, addresses } = answer.value
    said.set(caseId, new Set([...(said.get(caseId) ?? []), ...callbacks, ...addresses]))
    passOn(caseId, 'callback', callbacks)
    passOn(caseId, 'address', addresses)
  }
  const forget = (caseId: Id) => {
    said.delete(caseId)
    asked.delete(caseId)
  }
  const lookAtAll = () => {
    clearTimeout(later)
    soonest = Number.POSITIVE_INFINITY
    const nowMs = performance.now()
    for (const card of useLife.getState().cards) {
      const [callId, lines] = [card.facts.callId ?? '', linesBeside(card)]
      const lineCount = playedLines(callId, lines, nowMs).length
      if (lineCount > 0) void look(card, lineCount)
      const next = lines[lineCount]
      if (next !== undefined) lookAgain(untilPlayedMs(callId, next, nowMs))
    }
  }
  const lookAgain = (inMs: number) => {
    const at = performance.now() + inMs
    if (isStopped || at >= soonest) return
    clearTimeout(later)
    soonest = at
    later = setTimeout(lookAtAll, inMs)
  }
  const stops = [
    usePlayback.subscribe(lookAtAll),
    useLife.subscribe(({ cards }, before) => {
      if (cards === before.cards) return
      for (const { caseId } of before.cards) if (cardOf(caseId) === undefined) forget(caseId)
      lookAtAll()
    }),
    queryClient.getQueryCache().subscribe(({ type, query }) => {
      const isBeside = ({ facts: { callId } }: LifeCard) =>
        callId !== null && query.queryHash === hashKey(conversationOfCall(callId).queryKey)
      if (type === 'updated' && useLife.getState().cards.some(isBeside)) lookAtAll()
    }),
  ]
  return () => {
    isStopped = true
    clearTimeout(later)
    for (const stop of stops) stop()
  }
}

const linesBeside = ({ isDrill, facts: { callId } }: LifeCard) =>
  isDrill || callId === null ? [] : (queryClient.getQueryData(conversationOfCall(callId).queryKey)?.lines ?? [])

/** What was put there and stands there no more. */
const takenOutOf = (card: LifeCard): string[] => card.metInWords.filter((value) => !isTold(card, value))
