import { LONGEST } from '../../../shared/contract/limits.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { cardOfCall, useLife } from '../../features/life-channel/card/card-store.ts'
import { passOn, takeOutMistyped } from '../../features/life-channel/card/passed-on.ts'
import { HANDS_REST_MS } from '../../features/life-channel/ear/hands-rest.ts'
import { whenPaused } from '../../features/life-channel/ear/when-paused.ts'
import { boxOf, type NoteBox, useNoteBoxes } from '../../features/listening/notes/note-box.ts'
import { notesOfCall } from '../../features/listening/notes/notes.queries.ts'
import { typedAs, useTypedWords } from '../../features/listening/notes/typed-words.ts'
import { client } from '../../lib/client.ts'
import { queryClient } from '../../lib/query-client.ts'
import { useWordsInHand, wordsInHandOf } from '../../lib/words-in-hand.ts'
import { wasSaid } from './pass-on-what-is-said.ts'

/**
 * A number and an address that were typed in a call are masked before they are stored, and a crisis team needs them: while the call has a card they go into what is sealed with it, also those of the
 * line that opened it. They are taken from this window's memory, where they stand as they were typed. Answers the way to stop.
 */
export function passOnWhatIsTyped(): () => void {
  const pauses = new Map<Id, ReturnType<typeof whenPaused>>()
  const looked = new Map<Id, string>()
  /** The words in the box as they were last looked at: what stands in the same words no more was mistyped. */
  const boxes = new Map<Id, Pick<NoteBox, 'fieldNumber' | 'text'>>()
  /** What stood last in a field about the call, which went or was emptied since. */
  const parting = new Map<Id, string[]>()
  const look = async (callId: Id) => {
    const card = cardOfCall(callId)
    const text = [...(parting.get(callId) ?? []), typedIn(callId)].join('\n').slice(-LONGEST.draft)
    if (card === undefined || looked.get(callId) === text) return
    const answer = await client.lifeChannel.toPassOn({ text })
    if (!answer.ok) return
    looked.set(callId, text)
    const [before, now] = [boxes.get(callId), boxOf(callId)]
    boxes.set(callId, now)
    if (before?.fieldNumber === now.fieldNumber)
      takeOutMistyped(
        card.caseId,
        (value) => before.text.includes(value) && !text.includes(value) && !wasSaid(card.caseId, value),
      )
    passOn(card.caseId, 'callback', answer.value.callbacks)
    passOn(card.caseId, 'address', answer.value.addresses)
  }
  // A number that is half typed is none yet.
  const ask = (callId: Id) => {
    const pause = pauses.get(callId) ?? whenPaused(() => void look(callId), HANDS_REST_MS)
    pauses.set(callId, pause)
    pause.ask()
  }
  const askForAll = () => {
    for (const { isDrill, facts } of useLife.getState().cards) if (!isDrill && facts.callId !== null) ask(facts.callId)
  }
  const stops = [
    useWordsInHand.subscribe(({ fields }, before) => {
      for (const [field, { about, text }] of Object.entries(before.fields)) {
        const now = fields[field]
        if ([...text].length < 2 || (now !== undefined && now.text !== '' && now.about.callId === about.callId))
          continue
        // Those of the call that somebody wrote about last, whose card may be about to open.
        const others = parting.get(about.callId) ?? []
        parting.clear()
        parting.set(about.callId, [...others, text])
      }
      askForAll()
    }),
    useNoteBoxes.subscribe(askForAll),
    useTypedWords.subscribe(askForAll),
    useLife.subscribe(({ cards }, before) => {
      const isKnown = (caseId: Id) => before.cards.some((card) => card.caseId === caseId)
      for (const { caseId, facts } of cards) if (!isKnown(caseId) && facts.callId !== null) void look(facts.callId)
    }),
  ]
  return () => {
    for (const stop of stops) stop()
    for (const pause of pauses.values()) pause.stop()
  }
}

/** All that this window knows of what was typed in a call, as it was typed. */
function typedIn(callId: Id): string {
  const notes = queryClient.getQueryData(notesOfCall(callId).queryKey) ?? []
  const sending = useNoteBoxes.getState().sending.filter((note) => note.callId === callId)
  const stored = notes.map((note) => typedAs(note) ?? note.text)
  const inHand = [boxOf(callId), ...wordsInHandOf(callId)]
  return [...stored, ...[...sending, ...inHand].map(({ text }) => text)].filter((text) => text !== '').join('\n')
}
