import { hashKey, type QueryKey } from '@tanstack/react-query'
import type { Evidence } from '../../../shared/contract/life-channel/danger.ts'
import type { LifeWord } from '../../../shared/contract/life-channel/life-words.ts'
import type { Note } from '../../../shared/contract/listening/notes.ts'
import type { Id } from '../../../shared/contract/values.ts'
import type { HeardLine } from '../../../shared/domain/life-channel/danger.ts'
import type { Ear } from '../../../shared/domain/life-channel/ear.ts'
import { hearDanger, hearDangers, hearFaintly } from '../../../shared/domain/life-channel/hear-danger.ts'
import { withOwnWords } from '../../../shared/domain/life-channel/own-words.ts'
import { hearMore, isGraver, raiseCase } from '../../features/life-channel/card/card.actions.ts'
import {
  askAbout,
  askNoMore,
  cardOf,
  cardOfCall,
  type LifeCard,
  questionOf,
  type Suspicion,
  useLife,
} from '../../features/life-channel/card/card-store.ts'
import { linesOfDrill, useLifeDrill } from '../../features/life-channel/drill/drill-store.ts'
import { HANDS_REST_MS } from '../../features/life-channel/ear/hands-rest.ts'
import { answerWords, type Loudness, newDangersIn } from '../../features/life-channel/ear/heard-of-call.ts'
import { whenPaused } from '../../features/life-channel/ear/when-paused.ts'
import { casesInHand, lifeWords } from '../../features/life-channel/life-channel.queries.ts'
import { boxOf, useNoteBoxes } from '../../features/listening/notes/note-box.ts'
import { typedAs } from '../../features/listening/notes/typed-words.ts'
import { callsOfSession, currentSession } from '../../lib/common-queries.ts'
import { instantNow } from '../../lib/now.ts'
import { queryClient } from '../../lib/query-client.ts'
import { useWordsInHand, wordsInHandOf } from '../../lib/words-in-hand.ts'
import { callInSight } from './call-in-sight.ts'
import { isCalledWith, isIn } from './called-with.ts'
import { callerFacts } from './caller-facts.ts'
import { earReady } from './ear-ready.ts'
import { heardIn, type Lines, linesOf } from './lines-of-call.ts'

/** A call of this seat, or one that somebody wrote about in this window. */
function isHeardHere(callId: Id): boolean {
  if (useWordsInHand.getState().calls[callId] !== undefined) return true
  // Main may be slow to begin it, or unable to: what is typed for it is heard all the same.
  if (callInSight()?.callId === callId && boxOf(callId).text !== '') return true
  const session = queryClient.getQueryData(currentSession.queryKey) ?? null
  if (session === null) return false
  return (queryClient.getQueryData(callsOfSession(session.id).queryKey) ?? []).some(({ id }) => id === callId)
}

/** A call's notes and its conversation, by the key of their query. */
const heardCall = ([topic, of, id]: QueryKey): Id | null =>
  (topic === 'notes' || topic === 'conversations') && of === 'ofCall' ? String(id) : null

/**
 * Hears the calls of this seat, and what is typed about any other: a moment after each pause; notes and lines as they come. Asks nothing of anybody,
 * and stands in no key's way. Answers the way to stop.
 */
export function listenForDanger(): () => void {
  let shipped: Ear | null = null
  let ear: Ear | null = null
  let isOn = true
  const pauses = new Map<Id, ReturnType<typeof whenPaused>[]>()
  const since = instantNow()
  /** Notes of before were asked about when they were written. */
  const known = new Map<Id, Set<Id>>()
  /** What stood there as the hands rested last: somebody who says that it is nothing was asked about no more than that. */
  const rested = new Map<Id, Lines>()
  /** Words that were in hand as somebody said that they are nothing. */
  const calmed = new Map<Id, Set<string>>()
  /** Cases that were called wrong before this window was there: what they tell was answered. */
  const calledWrong = new Set<Id>()
  /** Words whose field went, saved or not, before the hands had rested: they are heard as they stood. */
  const parting = new Map<Id, string[]>()

  const takeAsHeard = (callId: Id, before: readonly HeardLine[], by: Ear, isMeant = (_: Evidence) => true) => {
    for (const loudness of ['danger', 'faint'] as const)
      for (const old of newDangersIn(callId, before, { ...hearWith(by, loudness), told: [] }).filter(isMeant))
        answerWords(callId, old, loudness)
  }
  const meet = (callId: Id, lines: Lines, by: Ear) => {
    for (const { before } of wordsInHandOf(callId))
      if (before !== '') takeAsHeard(callId, [{ text: before, speaker: 'listener' }], by)
    if (known.has(callId)) return
    const old = lines.notes.filter(({ createdAt }) => createdAt < since)
    known.set(callId, new Set(old.map(({ id }) => id)))
    takeAsHeard(callId, heardIn({ ...lines, notes: old, unstored: [], typed: [] }, 'listener'), by)
  }
  /**
   * A line in which these words stand is answered as whatever it may be heard, typed and saved. Not the others: nobody was asked about them. Nor what was
   * typed there before the hands rested, where it is another sentence of high risk.
   */
  const takeAsCalm = (callId: Id, called: readonly Evidence[]) => {
    if (ear === null) return
    const isAsked = isIn(called.flatMap(({ words }) => words))
    const standing = heardOf(callId, linesOf(callId), 'listener').filter(isAsked)
    takeAsHeard(callId, standing, ear, isCalledWith(called, standing))
    const by = hearWith(ear, 'danger')
    const answered = standing.filter((line) => newDangersIn(callId, [line], by).length === 0)
    const lines = rested.get(callId)
    const typed = (lines?.typed ?? []).filter((text) => isAsked({ text }))
    const words = [...answered.map(({ text }) => text), ...typed].map((text) => text.trim())
    calmed.set(callId, new Set([...(calmed.get(callId) ?? []), ...words]))
    if (lines === undefined) return
    for (const typedBy of ['typing', 'listener'] as const) {
      takeAsHeard(callId, heardIn(lines, typedBy).filter(isAsked), ear)
    }
  }
  /** The same words with their masks, once they are stored. */
  const meetCalmed = (callId: Id, notes: readonly Note[], by: Ear) => {
    const words = calmed.get(callId)
    for (const note of words === undefined ? [] : notes) {
      const typed = typedAs(note)
      if (typed === null || !words?.delete(typed.trim())) continue
      takeAsHeard(callId, [{ text: note.text, speaker: 'listener' }], by)
    }
  }
  /** The lines in which it stands, too, as when it was said: half done, they are what a restart brings back. */
  const meetCalledWrong = (callId: Id, lines: Lines, by: Ear) => {
    for (const { case: one, heard } of queryClient.getQueryData(casesInHand.queryKey) ?? []) {
      if (one.callId !== callId || one.state !== 'dismissed' || one.raisedAt >= since || calledWrong.has(one.id))
        continue
      calledWrong.add(one.id)
      for (const { evidence } of heard) answerWords(callId, evidence)
      const called = heard.map(({ evidence }) => evidence)
      const standing = heardIn(lines, 'listener').filter(isIn(called.flatMap(({ words }) => words)))
      takeAsHeard(callId, standing, by, isCalledWith(called, standing))
    }
  }
  const heardOf = (callId: Id, lines: Lines, typedBy: 'listener' | 'typing'): HeardLine[] => [
    ...heardIn(lines, typedBy),
    ...(parting.get(callId) ?? []).map((text): HeardLine => ({ text, speaker: 'listener' })),
  ]
  const check = (callId: Id, typedBy: 'listener' | 'typing') => {
    if (ear === null || !isHeardHere(callId)) return
    const lines = linesOf(callId)
    meet(callId, lines, ear)
    meetCalmed(callId, lines.notes, ear)
    meetCalledWrong(callId, lines, ear)
    const heard = heardOf(callId, lines, typedBy)
    const asked = questionOf(callId)
    const card = cardOfCall(callId)
    if (card !== undefined) return hearOn(card, heard, ear, { isAmidWords: typedBy === 'typing' })
    // What is not even heard faintly is no danger: most lines are looked at once.
    const isSilent = hearFaintly(heard, ear).length === 0
    const [evidence = null] = isSilent ? [] : newDangersIn(callId, heard, hearWith(ear, 'danger'))
    if (evidence?.grade === 'high') {
      answerWords(callId, evidence)
      const caseId = raiseCase({ origin: 'detected', facts: callerFacts(callId), evidence, isEngaged: false })
      // What is heard beside it is told with it, so that a wrong alarm is one.
      const card = cardOf(caseId)
      if (card !== undefined) hearOn(card, heard, ear, { isAmidWords: false })
      return
    }
    const seen = known.get(callId)
    const risk = lines.notes.some(({ id, kind }) => kind === 'risk' && seen?.has(id) === false)
    for (const { id } of lines.notes) seen?.add(id)
    const isOfHalf = typedBy === 'listener' && lines.typed.length > 0
    if (evidence !== null && isNews(asked?.evidence?.words, evidence.words)) suspect(callId, evidence, { isOfHalf })
    else if (risk && asked?.isFaint !== false) suspect(callId, null)
    else if (asked !== undefined && hasLeft(asked, isSilent || (isOfHalf && isCalm(heard, ear)))) askNoMore(callId)
  }
  const wonder = (callId: Id) => {
    const asked = questionOf(callId)
    if (ear === null || !isHeardHere(callId) || asked?.isFaint === false) return
    if (cardOfCall(callId) !== undefined) return
    const [faint] = newDangersIn(callId, heardOf(callId, linesOf(callId), 'listener'), hearWith(ear, 'faint'))
    if (faint !== undefined && isNews(asked?.evidence?.words, faint.words)) suspect(callId, faint, { isFaint: true })
  }
  const ask = (callId: Id) => {
    const ofCall = pauses.get(callId) ?? [
      whenPaused(() => check(callId, 'typing')),
      whenPaused(() => {
        if (ear !== null) rested.set(callId, linesOf(callId))
        check(callId, 'listener')
        wonder(callId)
        if (ear !== null) parting.delete(callId)
      }, HANDS_REST_MS),
    ]
    pauses.set(callId, ofCall)
    for (const pause of ofCall) pause.ask()
  }
  let hearsBy: readonly LifeWord[] | null = null
  const hearByOwnWords = () => {
    const words = queryClient.getQueryData(lifeWords.queryKey)?.words ?? []
    if (shipped === null || words === hearsBy) return
    hearsBy = words
    ear = words.length === 0 ? shipped : withOwnWords(shipped, words)
  }
  const stopBoxes = useNoteBoxes.subscribe(({ boxes }, before) => {
    for (const [callId, { text }] of Object.entries(boxes)) if (before.boxes[callId]?.text !== text) ask(callId)
  })
  const stopFields = useWordsInHand.subscribe(({ fields }, before) => {
    for (const [field, { about, text }] of Object.entries(before.fields)) {
      const now = fields[field]
      if (now !== undefined && now.text !== '' && now.about.callId === about.callId) continue
      // A sign that was taken back alone is no word that somebody left behind.
      if ([...text].length > 1) parting.set(about.callId, [...(parting.get(about.callId) ?? []), text])
      ask(about.callId)
    }
    for (const [field, { about, text }] of Object.entries(fields))
      if (before.fields[field]?.text !== text) ask(about.callId)
  })
  const stopQueries = queryClient.getQueryCache().subscribe(({ type, query }) => {
    if (type === 'updated' && hashKey(query.queryKey) === hashKey(lifeWords.queryKey)) hearByOwnWords()
    const callId = type === 'updated' ? heardCall(query.queryKey) : null
    if (callId !== null && query.state.status === 'success') ask(callId)
  })
  const stopCalm = useLife.subscribe(({ calmed: now }, before) => {
    if (now !== null && now !== before.calmed) takeAsCalm(now.callId, now.evidence)
  })
  const stopDrill = useLifeDrill.subscribe(({ running }, before) => {
    const card = running === null ? undefined : cardOf(running.caseId)
    if (ear === null || running === null || card === undefined || running.said === before.running?.said) return
    hearOn(card, linesOfDrill(running), ear, { isAmidWords: false })
  })
  earReady().then(
    (opened) => {
      if (isOn) shipped = opened
      hearByOwnWords()
      const written = Object.values(useWordsInHand.getState().fields).map(({ about }) => about.callId)
      for (const callId of new Set([...Object.keys(useNoteBoxes.getState().boxes), ...written])) ask(callId)
    },
    // The rules did not come: the red key needs none.
    () => {},
  )
  return () => {
    isOn = false
    stopBoxes()
    stopFields()
    stopQueries()
    stopCalm()
    stopDrill()
    for (const pause of [...pauses.values()].flat()) pause.stop()
  }
}

/** A call that has a card goes on: what it says since stands there as well. Amid words only what is graver, as half a sentence is not worth a line of its own. */
function hearOn(
  { caseId, facts, heard: before }: LifeCard,
  heard: readonly HeardLine[],
  ear: Ear,
  { isAmidWords }: { readonly isAmidWords: boolean },
): void {
  const told = before.map(({ evidence }) => evidence)
  for (const evidence of newDangersIn(facts.callId ?? caseId, heard, { ...hearWith(ear, 'danger'), told })) {
    const card = cardOf(caseId)
    if (card === undefined || (isAmidWords && !isGraver(card, evidence))) continue
    if (facts.callId !== null) answerWords(facts.callId, evidence)
    hearMore(caseId, evidence)
  }
}

function suspect(
  callId: Id,
  evidence: Evidence | null,
  { isFaint = false, isOfHalf = false }: Partial<Pick<Suspicion, 'isFaint' | 'isOfHalf'>> = {},
): void {
  askAbout({ facts: callerFacts(callId), evidence, isFaint, isOfHalf })
}

/** What was asked quietly leaves once nothing is heard any more; so does what half a sentence said, once the whole says it no more. */
const hasLeft = ({ isFaint, isOfHalf }: Suspicion, isNothing: boolean): boolean => isNothing && (isFaint || isOfHalf)

const isCalm = (heard: readonly HeardLine[], ear: Ear): boolean => hearDanger(heard, ear) === null

const hearWith = (ear: Ear, loudness: Loudness) => ({
  hear: (lines: readonly HeardLine[]) => (loudness === 'faint' ? hearFaintly(lines, ear) : hearDangers(lines, ear)),
  earVersion: ear.version,
  loudness,
})

const isNews = (before: readonly string[] | undefined, now: readonly string[]): boolean =>
  JSON.stringify(before) !== JSON.stringify(now)
