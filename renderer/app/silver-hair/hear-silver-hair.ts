import type { Conversation } from '../../../shared/contract/listening/conversations.ts'
import type { Note } from '../../../shared/contract/listening/notes.ts'
import type { HeardLine } from '../../../shared/domain/life-channel/danger.ts'
import { heardInCall } from '../../../shared/domain/silver-hair/heard-in-call.ts'
import { countJargon, type Dictionary } from '../../../shared/domain/silver-hair/jargon.ts'
import { type LensWords, openLensWords } from '../../../shared/domain/silver-hair/open-words.ts'
import { findSign } from '../../../shared/domain/silver-hair/signs.ts'
import { conversationOfCall } from '../../features/listening/conversation/conversations.queries.ts'
import { playedLines } from '../../features/listening/conversation/playback.ts'
import { boxOf, useNoteBoxes } from '../../features/listening/notes/note-box.ts'
import { notesOfCall } from '../../features/listening/notes/notes.queries.ts'
import type { CallOfSession } from '../../features/silver-hair/silver-hair.actions.ts'
import { lensesOfSession } from '../../features/silver-hair/silver-hair.queries.ts'
import { useSilverHeard } from '../../features/silver-hair/silver-store.ts'
import { client } from '../../lib/client.ts'
import { queryClient } from '../../lib/query-client.ts'
import { whenResting } from '../../lib/resting.ts'

/** As many lines as are looked at in one rest: a long conversation takes some of them. */
const LINES_AT_ONCE = 200
/** What a conversation still has to say is nobody's hint: it is looked at again when more of it was played. */
const NEXT_LINES_MS = 2_000

/**
 * Hears a call once the hands rest: whether its words say that somebody old is calling, and which words of the trade they are told. It looks at what the page
 * holds already, so that nothing of it stands between a key and the screen. Answers the way to stop.
 */
export function hearSilverHair({ id: callId, sessionId }: CallOfSession): () => void {
  let words: LensWords | null = null
  let giveUp = () => {}
  let later: ReturnType<typeof setTimeout> | undefined
  let isOn = true
  /** Texts that were looked at and say nothing. */
  const seen = new Set<string>()
  let counted: readonly [readonly Note[], Conversation | null, Dictionary] | null = null

  const propose = (lines: readonly HeardLine[]) => {
    if (words === null || useSilverHeard.getState().signs[callId] !== undefined) return
    const fresh = lines.filter(({ speaker, text }) => !seen.has(`${speaker} ${text}`))
    const now = fresh.slice(0, LINES_AT_ONCE)
    const sign = findSign(now, words.signs)
    if (sign !== null) return useSilverHeard.setState(({ signs }) => ({ signs: { ...signs, [callId]: sign } }))
    for (const { speaker, text } of now) seen.add(`${speaker} ${text}`)
    if (fresh.length > now.length) ask()
  }
  const count = (lines: readonly HeardLine[], notes: readonly Note[], conversation: Conversation | null) => {
    const { dictionary } = useSilverHeard.getState()
    if (dictionary === null) return
    const jargon = countJargon(lines, dictionary)
    if (JSON.stringify(useSilverHeard.getState().jargon[callId]) !== JSON.stringify(jargon))
      useSilverHeard.setState((heard) => ({ jargon: { ...heard.jargon, [callId]: jargon } }))
    if (counted?.[0] === notes && counted[1] === conversation && counted[2] === dictionary) return
    counted = [notes, conversation, dictionary]
    // Counted anew with whatever comes next: nobody needs to be told that it was not.
    void client.silverHair.recount({ callId })
  }
  const look = () => {
    clearTimeout(later)
    const lenses = queryClient.getQueryData(lensesOfSession(sessionId).queryKey)
    if (words === null || lenses === undefined) return
    const lens = lenses.find((each) => each.callId === callId)
    const notes = queryClient.getQueryData(notesOfCall(callId).queryKey) ?? []
    const conversation = queryClient.getQueryData(conversationOfCall(callId).queryKey) ?? null
    const typed = boxOf(callId).text
    if (lens === undefined) {
      const all = conversation?.lines ?? []
      const lines = playedLines(callId, all, performance.now())
      propose(heardInCall({ notes, conversation: { lines: [...lines] }, typed }))
      const isProposed = useSilverHeard.getState().signs[callId] !== undefined
      if (!isProposed && lines.length < all.length) later = setTimeout(ask, NEXT_LINES_MS)
    }
    if (lens?.mark === 'marked') count(heardInCall({ notes, conversation, typed }), notes, conversation)
  }
  const ask = () => {
    giveUp()
    giveUp = whenResting(look)
  }
  const stopBoxes = useNoteBoxes.subscribe(({ boxes }, before) => {
    if (boxes[callId]?.text !== before.boxes[callId]?.text) ask()
  })
  const stopDictionary = useSilverHeard.subscribe(({ dictionary }, before) => {
    if (dictionary !== before.dictionary) ask()
  })
  const stopQueries = queryClient.getQueryCache().subscribe(({ type, query }) => {
    const [topic, of, id] = query.queryKey
    const isOfCall = (topic === 'notes' || topic === 'conversations') && of === 'ofCall' && id === callId
    if (type === 'updated' && (isOfCall || (topic === 'silverHair' && of === 'ofSession' && id === sessionId))) ask()
  })
  openLensWords().then(
    (opened) => {
      if (!isOn) return
      words = opened
      ask()
    },
    // The words did not come: the key needs none.
    () => {},
  )
  return () => {
    isOn = false
    giveUp()
    clearTimeout(later)
    stopBoxes()
    stopDictionary()
    stopQueries()
  }
}
