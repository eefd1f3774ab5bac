import { hashKey } from '@tanstack/react-query'
import type { Id } from '../../../shared/contract/values.ts'
import { cardOf, type LifeCard, useLife } from '../../features/life-channel/card/card-store.ts'
import { passOn } from '../../features/life-channel/card/passed-on.ts'
import { conversationOfCall } from '../../features/listening/conversation/conversations.queries.ts'
import { playedLines, usePlayback } from '../../features/listening/conversation/playback.ts'
import { client } from '../../lib/client.ts'
import { queryClient } from '../../lib/query-client.ts'

/** As often is looked whether more lines of a conversation were played, as long as its call has a card. */
const NEXT_LINES_MS = 1_000

/** What the lines of a case told of number and address: said, it was not mistyped. Kept as long as its card is there. */
const said = new Map<Id, ReadonlySet<string>>()

export const wasSaid = (caseId: Id, value: string): boolean => said.get(caseId)?.has(value) ?? false

/**
 * A number and an address that were told in the conversation beside a call are masked before they come to a window. Main has them in its memory: those of the lines that were played go into what is
 * sealed with the card of the call, and what is played later with them. Answers the way to stop.
 */
export function passOnWhatIsSaid(): () => void {
  const asked = new Map<Id, string>()
  let later: ReturnType<typeof setTimeout> | undefined
  const look = async ({ caseId, facts: { callId } }: LifeCard, lineCount: number) => {
    const card = cardOf(caseId)
    if (card === undefined || callId === null) return
    const takenOut = takenOutOf(card)
    const question = JSON.stringify([lineCount, takenOut])
    if (asked.get(caseId) === question) return
    asked.set(caseId, question)
    const answer = await client.conversations.toPassOn({ callId, lineCount, takenOut })
    // It is asked again with the next look.
    if (!answer.ok) return void asked.delete(caseId)
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
    let isMore = false
    for (const card of useLife.getState().cards) {
      const lines = linesBeside(card)
      const lineCount = playedLines(card.facts.callId ?? '', lines, performance.now()).length
      if (lineCount > 0) void look(card, lineCount)
      isMore ||= lineCount < lines.length
    }
    if (isMore) later = setTimeout(lookAtAll, NEXT_LINES_MS)
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
    clearTimeout(later)
    for (const stop of stops) stop()
  }
}

const linesBeside = ({ isDrill, facts: { callId } }: LifeCard) =>
  isDrill || callId === null ? [] : (queryClient.getQueryData(conversationOfCall(callId).queryKey)?.lines ?? [])

/** What was put there and stands there no more. */
const takenOutOf = ({ details, metInWords }: LifeCard): string[] =>
  metInWords.filter((value) => !Object.values(details).some((told) => told.includes(value)))
