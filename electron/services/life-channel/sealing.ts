import { TELLING_OF_CALLS } from '../../../shared/contract/entry.ts'
import type { EarshotEvent } from '../../../shared/contract/events.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { afterwards, type Query } from '../../storage/engine/query.ts'
import { makeAllAnew } from '../../storage/exports/exports.ts'
import { forgetLookedFor } from '../../storage/exports/forgotten-words.ts'
import { type CallWords, emptyCall, fillCall, onlyTickets, wordsOfCall } from '../../storage/life-channel/call-words.ts'
import { allCases, casesOfCall, casesToChange } from '../../storage/life-channel/cases.ts'
import { fillTickets } from '../../storage/life-channel/filled-tickets.ts'
import { dropSealed, encryptSealed, keepSealed, plainlySealed, sealedOf } from '../../storage/life-channel/sealed.ts'
import {
  callsToEmpty,
  everySealedCall,
  markEmptied,
  openCallAgain,
  type SealedCall,
  sealCall,
  sealOf,
} from '../../storage/life-channel/sealed-calls.ts'
import { sealTicketsOf, type TicketWords } from '../../storage/life-channel/sealed-tickets.ts'
import { holdCall } from '../../storage/listening/calls.ts'
import { forgetInSearch } from '../../storage/listening/sealed-calls.ts'
import type { HouseParts } from '../parts.ts'
import type { Sealer } from './sealer.ts'
import { type HalfDoneOf, takingOut } from './taking-out.ts'
import { ofWrongAlarm } from './wrong-alarm.ts'

type Parts = Pick<HouseParts, 'engine' | 'clock' | 'log' | 'emit' | 'forgetDrafts'>

export interface Sealing {
  /** From this transaction on nothing tells of the call; its words are put away in it where it is over already. */
  seal(callId: Id, caseId: Id): Query<void>
  /** A wrong alarm: the call is as it was, unless another case of it stands. What tickets said of it does not come back. */
  unseal(callId: Id): Query<void>
  /** A wrong alarm: number and address that somebody told who was in no danger go, from the log of the file as well; what a person wrote of them on the card stays sealed. */
  forgetPassedOn(caseId: Id): Query<void>
  /** Words of the call are put away that cannot be opened here: opening the call again would lose them. */
  isLocked(callId: Id): Query<boolean>
  /** Puts away what of sealed calls lies where it may be read: of those that are over. */
  putAway(): void
  /** Something happened: what of a sealed call was written since is put away. */
  heard(event: EarshotEvent): void
  /** Words of a call are half done on the disk: they are put away once no more of them come. */
  halfDone(draft: HalfDoneOf): void
  /** They are half done no more: given up, taken out again, or a note by now. They go from what was put away of them, too. */
  takenOut(draft: HalfDoneOf): void
  /** What waited for the key or for an earlier end. */
  begin(): Promise<void>
  stop(): void
}

/** Whoever writes goes on: what is half done is put away when they rest, not letter by letter. */
const HALF_DONE_REST_MS = 1000

/** Nothing else may happen that would have it looked for again; what fails for a reason of its own may fail for days. */
const AGAIN_MS = 10_000
const LONGEST_AGAIN_MS = 600_000

/** What may put words into a call, or end it. What is half done tells nobody: see `halfDone`. */
const TOUCHES = ['sessions', 'notes', 'conversations', 'meetings', 'lifeChannel'] as const

/** What a hub does besides: it answered others, and holds what its people made of a call beside what its desk put away. */
export interface HubSeals {
  /** Before its tickets lose what they quote. */
  sealed(callId: Id, at: Instant): Query<void>
  /** In the place of what a desk does. */
  open(callId: Id, made: { readonly at: Instant; newId(): Id }): Query<void>
  /** Of these cases those that are the hub's by now: of the others their desks do what is to be done, and tell. */
  itsOwn(caseIds: readonly Id[]): Query<Id[]>
}

/** A call is sealed at once. As long as somebody hears it its notes are theirs to go on with; at its end the words are put away. `keepsTickets`: not at a desk of a hub, which keeps them. */
export function makeSealing(
  parts: Parts,
  sealer: Sealer,
  hub: HubSeals | null = null,
  { keepsTickets = true, againMs = AGAIN_MS }: { readonly keepsTickets?: boolean; readonly againMs?: number } = {},
): Sealing {
  const { engine, clock, log, emit, forgetDrafts } = parts
  /** Few in years: whether there is one is known without a question. */
  let known: ReadonlySet<Id> | null = null
  /** Since this was made, whether or not the others were read yet. */
  const added = new Set<Id>()
  const isNone = () => known?.size === 0 && added.size === 0
  const isOther = (callId: Id) => known?.has(callId) === false && !added.has(callId)
  let isPuttingAway = false
  /** At a hub: what is on its way. */
  let puttingAway: Promise<void> | null = null
  /** Something happened meanwhile. */
  let isDueAgain = false
  let resting: ReturnType<typeof setTimeout> | undefined
  let again: ReturnType<typeof setTimeout> | undefined
  let pauseMs = againMs
  let isStopped = false

  const keepOfCall = (caseId: Id, words: CallWords, at: Instant) =>
    keepSealed({ id: clock.newId(), caseId, at, what: 'call', ...sealer.seal(JSON.stringify(words)) })
  function* empty({ callId, caseId }: SealedCall): Query<void> {
    const words = yield* wordsOfCall(callId)
    const at = clock.now()
    yield* keepOfCall(caseId, words, at)
    yield* emptyCall(callId, words, { at, newId: clock.newId })
    // What was asked for while it was still heard.
    yield* forgetLookedFor(callId, at)
    yield* markEmptied(callId, at)
  }
  function* emptyAll(): Query<number> {
    const due = yield* callsToEmpty()
    for (const each of due) yield* empty(each)
    return due.length
  }
  function* forgetPassedOn(caseId: Id): Query<void> {
    const { dropped, kept } = ofWrongAlarm(yield* sealedOf(caseId), caseId, sealer)
    for (const id of dropped) yield* dropSealed(id)
    for (const { words, ...row } of kept)
      yield* keepSealed({ ...row, id: clock.newId(), caseId, ...sealer.seal(JSON.stringify(words)) })
    if (dropped.length > 0) yield* afterwards(forgetDrafts.veiled)
  }
  /** Said to an Earshot that did not know yet what a wrong alarm owes, or while the key of what is sealed was away. */
  function* forgetWhatIsOwed(): Query<void> {
    const wrong = (yield* allCases(null)).filter(({ state }) => state === 'dismissed').map(({ id }) => id)
    const due = hub === null ? wrong : yield* hub.itsOwn(wrong)
    yield* casesToChange(due)
    for (const id of due) yield* forgetPassedOn(id)
  }
  const taking = takingOut(parts, sealer)
  const tellAll = () => emit({ kind: 'changed', topics: TELLING_OF_CALLS })
  const surprised = (error: unknown) => {
    log.error('the words of a sealed call were not put away', 'SEAL', error)
    clearTimeout(again)
    if (isStopped) return
    again = setTimeout(putAway, pauseMs).unref()
    pauseMs = Math.min(2 * pauseMs, LONGEST_AGAIN_MS)
  }
  const done = (count: number) => {
    if (count === 0) return
    forgetDrafts.veiled()
    tellAll()
  }
  const emptied = (count: number) => {
    pauseMs = againMs
    done(count)
  }
  const takeOut = () => {
    try {
      done(taking.takeOut())
    } catch (error) {
      surprised(error)
    }
  }
  const putAway = () => {
    if (isNone()) return
    takeOut()
    isDueAgain = isPuttingAway
    if (isPuttingAway) return
    isPuttingAway = true
    const over = () => {
      isPuttingAway = false
      puttingAway = null
      if (isDueAgain) putAway()
    }
    try {
      const count = engine.transact(emptyAll)
      if (count instanceof Promise) {
        puttingAway = count.then(emptied).catch(surprised).finally(over)
        return
      }
      emptied(count)
    } catch (error) {
      // A disk that is full takes it as soon as it can: it is looked for again with whatever happens next, and by itself.
      surprised(error)
    }
    over()
  }
  return {
    *seal(callId, caseId) {
      added.add(callId)
      yield* holdCall(callId)
      const at = clock.now()
      if (hub !== null) yield* hub.sealed(callId, at)
      yield* sealCall(callId, caseId, at)
      yield* forgetInSearch(callId)
      const lost = yield* sealTicketsOf(callId, { at, actorId: null }, clock.newId)
      if (lost.length > 0 && keepsTickets) yield* keepOfCall(caseId, onlyTickets(lost), at)
      yield* makeAllAnew()
      yield* forgetLookedFor(callId, at)
      if ((yield* emptyAll()) > 0) yield* afterwards(forgetDrafts.veiled)
    },
    *unseal(callId) {
      // Whoever says something else of another case of it meanwhile comes before this, or after.
      yield* holdCall(callId)
      const seal = yield* sealOf(callId)
      const cases = yield* casesOfCall(callId)
      if (seal === null || cases.some(({ state }) => state !== 'dismissed')) return
      const made = { at: clock.now(), newId: clock.newId }
      if (hub !== null) return yield* hub.open(callId, made)
      // What was not put away yet is found again, too.
      yield* fillCall(callId, yield* wordsOfCall(callId), made)
      const tickets: TicketWords[] = []
      for (const sealed of yield* sealedOf(seal.caseId)) {
        if (sealed.what !== 'call') continue
        const text = sealer.open(sealed)
        if (text === null) throw new Error('the words of a call are locked')
        const words = JSON.parse(text) as CallWords
        yield* fillCall(callId, words, made)
        tickets.push(...(words.tickets ?? []))
        yield* dropSealed(sealed.id)
      }
      yield* openCallAgain(callId)
      const keep = (standing: SealedCall, one: TicketWords) => keepOfCall(standing.caseId, onlyTickets([one]), made.at)
      yield* fillTickets(tickets, { ...made, open: sealer.open, keep })
    },
    forgetPassedOn,
    *isLocked(callId) {
      const seal = yield* sealOf(callId)
      if (seal === null) return false
      return (yield* sealedOf(seal.caseId)).some((each) => each.what === 'call' && sealer.open(each) === null)
    },
    putAway,
    heard: (event) => {
      if (isNone() || (event.kind === 'noteAdded' && isOther(event.callId))) return
      if (event.kind === 'noteAdded') putAway()
      else if (event.kind === 'changed' && TOUCHES.some((topic) => event.topics.includes(topic))) putAway()
    },
    halfDone: (draft) => {
      if (isNone() || (draft.callId !== undefined && isOther(draft.callId))) return
      taking.writtenAgain(draft)
      clearTimeout(resting)
      resting = setTimeout(putAway, HALF_DONE_REST_MS)
      resting.unref()
    },
    takenOut: (draft) => {
      if (isNone() || (draft.callId !== undefined && isOther(draft.callId))) return
      taking.begin(draft)
      takeOut()
    },
    stop: () => {
      isStopped = true
      clearTimeout(resting)
      clearTimeout(again)
    },
    begin: async () => {
      // At a hub others seal, too: desks, and other hubs of its database.
      if (hub === null) known = new Set(await engine.read(everySealedCall))
      putAway()
      while (puttingAway !== null) await puttingAway
      if ((await sealer.ready()) && (await engine.transact(() => encryptAll(sealer))) > 0) forgetDrafts.veiled()
      // What was given up while the key was away.
      takeOut()
      await engine.transact(forgetWhatIsOwed)
    },
  }
}

/** Sealed before the key was at hand; answers how many. */
function* encryptAll(sealer: Sealer): Query<number> {
  const plain = yield* plainlySealed()
  for (const { id, payload } of plain) {
    const sealed = sealer.seal(payload)
    if (sealed.isEncrypted === 1) yield* encryptSealed(id, sealed.payload)
  }
  return plain.length
}
