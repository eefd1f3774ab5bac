import type { Evidence } from '../../../shared/contract/life-channel/danger.ts'
import type { CaseInHand, LifeCase, SealedWords } from '../../../shared/contract/life-channel/life-channel.ts'
import type { Asker, Service } from '../../../shared/contract/services.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { addMs, msOf } from '../../../shared/domain/instants.ts'
import { medianOf } from '../../../shared/domain/life-channel/case-story.ts'
import { type Changes, detailsAfter } from '../../../shared/domain/life-channel/passed-on.ts'
import { toPassOn } from '../../../shared/domain/life-channel/to-pass-on.ts'
import { mayReconsider } from '../../../shared/domain/life-channel/who-may.ts'
import { maskText } from '../../../shared/domain/listening/masking/mask-text.ts'
import type { Query } from '../../storage/engine/query.ts'
import { personName } from '../../storage/house/people.ts'
import type { CallWords } from '../../storage/life-channel/call-words.ts'
import {
  afterVerdicts,
  allCases,
  appendCaseEvent,
  caseAsItIs,
  casesSince,
  caseToChange,
  closersOf,
  eventOf,
  findCase,
  insertCase,
  joinCall,
  type RaisedCase,
  type ReadEvent,
  readingsOf,
  wasReadSince,
} from '../../storage/life-channel/cases.ts'
import { namedElsewhere } from '../../storage/life-channel/raised-elsewhere.ts'
import { keepSealed, lastDetailsAt, type SealedRow, sealedOf } from '../../storage/life-channel/sealed.ts'
import { lifeSetup, readLifeSetup } from '../../storage/life-channel/setup.ts'
import { findCall } from '../../storage/listening/calls.ts'
import { sealedCallsOf } from '../../storage/listening/sealed-calls.ts'
import type { HouseParts } from '../parts.ts'
import { accept, refuse } from '../refuse.ts'
import { rightsOf } from './rights.ts'
import type { Sealer } from './sealer.ts'
import type { Sealing } from './sealing.ts'
import { maskedEvidence } from './wrong-alarm.ts'

/** A case is gone on with after a restart for so long. */
const IN_HAND_MS = 24 * 3_600_000
/** So soon a slip of a finger is noticed; a window takes one back for less. */
const SLIP_MS = 60_000
/** Whoever does not know whether an answer came asks for it again by then. */
const ASKED_AGAIN_MS = 60_000

export function lifeChannelService(
  { engine, clock }: Pick<HouseParts, 'engine' | 'clock'>,
  sealing: Sealing,
  sealer: Sealer,
): Service<'lifeChannel'> {
  const keep = (sealed: Omit<SealedRow, 'isEncrypted' | 'payload'>, words: unknown) =>
    keepSealed({ ...sealed, ...sealer.seal(JSON.stringify(words)) })

  /** Of a case that the asker may see. */
  function* seen(caseId: Id, asker: Asker): Query<LifeCase | null> {
    const found = yield* findCase(caseId)
    if (found === null) return null
    const isOwn = found.raisedBy !== null && found.raisedBy === asker.personId
    return isOwn || (yield* rightsOf(asker)).seesAll ? yield* caseAsItIs(caseId) : null
  }

  /** Whoever raised it, whose session it is, who is named, or coordinates. One that nobody is known to have raised is of whoever sits there. */
  function* isInHandOf(found: Pick<RaisedCase, 'raisedBy'> & { listenerId: Id | null }, asker: Asker): Query<boolean> {
    if (found.raisedBy === null || found.raisedBy === asker.personId) return true
    if (asker.personId !== null && found.listenerId === asker.personId) return true
    return (yield* rightsOf(asker)).seesAll
  }

  /** The card is on the desk: at a desk alone a cry waits for nobody who went home, whoever sits there by now. */
  function* mayGoOn(caseId: Id, asker: Asker): Query<boolean> {
    const found = yield* findCase(caseId)
    return found !== null && (asker.role === 'trusted' || (yield* isInHandOf(found, asker)))
  }

  function* inHand(one: LifeCase): Query<CaseInHand> {
    // What was put away of its call is nobody's to go on with: it may be long, and is not opened for this.
    const sealed = (yield* sealedOf(one.id)).filter(({ what }) => what === 'details' || what === 'evidence')
    const { details, heard } = wordsOf(sealed, sealer)
    const detailsAt = sealed.findLast(({ what }) => what === 'details')?.at ?? null
    return { case: one, details, detailsAt, heard, elsewhere: yield* namedElsewhere(one.id) }
  }

  /** Nobody reads a second time unseen by asking under the id of an earlier reading. */
  function* writeDown(reading: Omit<ReadEvent, 'at'>): Query<void> {
    const at = clock.now()
    if (yield* appendCaseEvent({ ...reading, at, what: 'read' })) return
    if (yield* wasReadSince(addMs(at, -ASKED_AGAIN_MS), reading)) return
    yield* appendCaseEvent({ ...reading, id: clock.newId(), at, what: 'read' })
  }

  return {
    raise: ({ caseId, callId, origin, grade, evidence, raisedAt }, { personId }) =>
      engine.transact(function* () {
        const call = callId === null ? null : yield* findCall(callId)
        const raisedBy = (yield* personName(personId)) === null ? null : personId
        const raised = { id: caseId, origin, grade, raisedAt, raisedBy }
        const of = { sessionId: call?.sessionId ?? null, callId: call?.id ?? null }
        const isNew = yield* insertCase({ ...raised, ...of, namedCallId: call === null ? callId : null })
        if (!isNew) {
          // The call it is about could not be begun when it was raised, and is there now.
          const isJoined = call !== null && (yield* joinCall(caseId, call))
          if (isJoined && (yield* caseAsItIs(caseId))?.state !== 'dismissed') yield* sealing.seal(call.id, caseId)
          return accept({ isSealed: call !== null || (yield* namedElsewhere(caseId))?.isSealed === true })
        }
        if (evidence !== null)
          yield* keep({ id: clock.newId(), caseId, at: raisedAt, what: 'evidence' }, evidence satisfies Evidence)
        if (call !== null) yield* sealing.seal(call.id, caseId)
        return accept({ isSealed: call !== null })
      }),

    act: ({ actId, caseId, at, act }, asker) =>
      engine.transact(function* () {
        const { personId: actorId } = asker
        yield* caseToChange(caseId)
        const found = yield* findCase(caseId)
        if (found === null || !(yield* mayGoOn(caseId, asker))) return refuse('not_found')
        const one = yield* caseAsItIs(caseId)
        const { seesAll } = yield* rightsOf(asker)
        // What others took over is no slip of a finger any more.
        if (act.what === 'handed_back' && !seesAll && !isSlip(one?.handedOver.at(-1)?.at, at))
          return refuse('taken_over')
        if (act.what === 'dismissed') {
          if (one !== null && !mayReconsider(seesAll, one)) return refuse('taken_over')
          if (found.callId !== null && (yield* sealing.isLocked(found.callId))) return refuse('locked')
        }
        const isVerdict = act.what === 'dismissed' || act.what === 'restored'
        const countsAt = isVerdict ? yield* afterVerdicts(caseId, at < found.raisedAt ? found.raisedAt : at) : at
        if (!(yield* appendCaseEvent({ id: actId, caseId, at: countsAt, actorId, ...eventOf(act) }))) return accept({})
        if (act.what === 'heard') {
          const evidence = one?.state === 'dismissed' ? maskedEvidence(act.evidence) : act.evidence
          yield* keep({ id: clock.newId(), caseId, at, what: 'evidence' }, evidence)
        }
        if (act.what === 'dismissed') yield* sealing.forgetPassedOn(caseId)
        if (act.what === 'dismissed' && found.callId !== null) yield* sealing.unseal(found.callId)
        if (act.what === 'restored' && found.callId !== null) yield* sealing.seal(found.callId, caseId)
        return accept({})
      }),

    reconsider: ({ actId, caseId, sessionId, verdict }, asker) =>
      engine.transact(function* () {
        yield* caseToChange(caseId)
        const one = yield* seen(caseId, asker)
        // Whether it is answered here goes by the session that was named.
        if (one === null || one.sessionId !== sessionId) return refuse('not_found')
        if (!mayReconsider((yield* rightsOf(asker)).seesAll, one)) return refuse('taken_over')
        const { callId } = one
        const isWrong = verdict.what === 'dismissed'
        if (isWrong && callId !== null && (yield* sealing.isLocked(callId))) return refuse('locked')
        const at = yield* afterVerdicts(caseId, clock.now())
        const said = { id: actId, caseId, at, actorId: asker.personId, what: verdict.what }
        const remark = verdict.what === 'dismissed' ? maskText(verdict.reason).text : null
        if (!(yield* appendCaseEvent({ ...said, remark }))) return accept({})
        if (isWrong) yield* sealing.forgetPassedOn(caseId)
        if (callId === null) return accept({})
        if (isWrong) yield* sealing.unseal(callId)
        else yield* sealing.seal(callId, caseId)
        return accept({})
      }),

    keepDetails: ({ detailsId, caseId, at, details }, asker) =>
      engine.transact(function* () {
        yield* caseToChange(caseId)
        if (!(yield* mayGoOn(caseId, asker))) return refuse('not_found')
        // Of a wrong alarm nothing is kept for anybody; taken back, it comes again.
        if ((yield* caseAsItIs(caseId))?.state === 'dismissed') return accept({ keptAt: null })
        const lastAt = yield* lastDetailsAt(caseId)
        // What was changed: it is laid over what came before it, here and from another desk, when it is read.
        const keptAt = lastAt === null || lastAt < at ? at : addMs(lastAt, 1)
        yield* keep({ id: detailsId, caseId, at: keptAt, what: 'details' }, details)
        return accept({ keptAt })
      }),

    toPassOn: ({ text }) => accept(toPassOn(text)),

    inHand: (_, asker) =>
      engine.read(function* () {
        const since = yield* casesSince(addMs(clock.now(), -IN_HAND_MS))
        const all: CaseInHand[] = []
        for (const one of since.filter(({ state }) => state !== 'closed')) {
          const isWaiting = one.state === 'open' && asker.role === 'trusted'
          const found = isWaiting ? null : yield* findCase(one.id)
          if (found !== null && !(yield* isInHandOf(found, asker))) continue
          const words = yield* inHand(one)
          // Nobody goes on with a wrong alarm: a window that still shows it lets go of it, and asks nobody about what was heard for it again.
          all.push(one.state === 'dismissed' ? { ...words, details: null, detailsAt: null } : words)
        }
        return accept(all)
      }),

    sealedCalls: ({ sessionId }) =>
      engine.read(function* () {
        return accept(yield* sealedCallsOf(sessionId))
      }),

    list: ({ limit, offset }, asker) =>
      engine.read(function* () {
        const { seesAll, mayRead } = yield* rightsOf(asker)
        const all = seesAll || asker.personId !== null ? yield* allCases(seesAll ? null : asker.personId) : []
        const real = all.filter(({ state }) => state !== 'dismissed')
        const lengths = real.flatMap(({ handOverMs }) => (handOverMs === null ? [] : [handOverMs]))
        return accept({
          ...{ cases: all.slice(offset, offset + limit), total: all.length, seesAll, mayRead },
          figures: {
            ...{ real: real.length, wrongAlarms: all.length - real.length },
            medianHandOverMs: medianOf(lengths),
          },
        })
      }),

    readSealed: ({ caseId, readingId, reason }, asker) =>
      engine.transact(function* () {
        if (!(yield* caseToChange(caseId))) return refuse('not_found')
        if (!(yield* rightsOf(asker)).mayRead) return refuse('not_a_contact')
        const sealed = yield* sealedOf(caseId)
        if (sealed.some((each) => sealer.open(each) === null)) return refuse('locked')
        yield* writeDown({ id: readingId, caseId, actorId: asker.personId, remark: maskText(reason).text })
        return accept(wordsOf(sealed, sealer))
      }),

    readings: ({ caseId }, asker) =>
      engine.read(function* () {
        return (yield* seen(caseId, asker)) === null ? refuse('not_found') : accept(yield* readingsOf(caseId))
      }),

    followUp: ({ caseId, text }, asker) =>
      engine.transact(function* () {
        yield* caseToChange(caseId)
        const one = yield* seen(caseId, asker)
        if (one === null) return refuse('not_found')
        const at = clock.now()
        const id = clock.newId()
        yield* keep({ id, caseId, at, what: 'follow_up' }, one.state === 'dismissed' ? maskText(text).text : text)
        yield* appendCaseEvent({ id, caseId, at, actorId: asker.personId, what: 'followed_up' })
        return accept({})
      }),

    close: ({ caseId, outcome }, asker) =>
      engine.transact(function* () {
        yield* caseToChange(caseId)
        if ((yield* seen(caseId, asker)) === null) return refuse('not_found')
        const isOthers = outcome === null && (yield* closersOf(caseId)).some((id) => id !== asker.personId)
        if (isOthers && !(yield* rightsOf(asker)).seesAll) return refuse('taken_over')
        const event = { id: clock.newId(), caseId, at: clock.now(), actorId: asker.personId, what: 'closed' } as const
        yield* appendCaseEvent({ ...event, which: outcome })
        return accept({})
      }),

    contacts: (_, asker) =>
      engine.read(function* () {
        const { contacts, version, seesAll } = yield* rightsOf(asker)
        return accept({ contacts: [...contacts], version, seesAll })
      }),

    saveContacts: ({ contacts, seenVersion }, asker) =>
      engine.transact(function* () {
        if (!(yield* rightsOf(asker)).seesAll) return refuse('not_named')
        const before = yield* lifeSetup.toChange(seenVersion)
        for (const { personId } of contacts)
          if (personId !== null && (yield* personName(personId)) === null) return refuse('person_not_found')
        yield* lifeSetup.save(before, { contacts }, { at: clock.now(), actorId: asker.personId })
        return yield* contactsNow()
      }),
  }
}

function isSlip(handedOverAt: Instant | undefined, backAt: Instant): boolean {
  if (handedOverAt === undefined) return true
  const ms = msOf(backAt) - msOf(handedOverAt)
  return ms >= 0 && ms <= SLIP_MS
}

function* contactsNow() {
  const { contacts, version } = yield* readLifeSetup()
  return accept({ contacts: [...contacts], version })
}

/** What is sealed of a case, put together; what cannot be opened is left out. */
function wordsOf(sealed: readonly SealedRow[], sealer: Sealer): SealedWords & Pick<CaseInHand, 'heard'> {
  const all = sealed.map(({ what, at, ...row }) => ({ what, at, text: sealer.open(row) }))
  const of = (what: SealedRow['what']) =>
    all.flatMap((each) =>
      each.what === what && each.text !== null ? [{ at: each.at, said: JSON.parse(each.text) as unknown }] : [],
    )
  const calls = of('call').map(({ said }) => said as CallWords)
  const meetings = calls.flatMap(({ meeting }) => meeting ?? [])
  return {
    details: detailsAfter(of('details').map(({ said }) => said as Changes)),
    heard: of('evidence').map(({ at, said }) => ({ at, evidence: said as Evidence })),
    reference: calls.find(({ reference }) => reference !== null)?.reference ?? null,
    notes: [...new Map(calls.flatMap(({ notes }) => notes.map((note) => [note.id, note] as const))).values()].map(
      ({ kind, text, offsetMs }) => ({ kind, text, offsetMs }),
    ),
    // Put away more than once while somebody wrote on: as it was last.
    halfDone: [
      ...new Map(
        [...calls, ...meetings].flatMap(({ drafts }) =>
          drafts.map(({ id, text }) => [id, String(text ?? '')] as const),
        ),
      ).values(),
    ],
    lines: calls.find(({ conversation }) => conversation !== null)?.conversation?.lines ?? [],
    meeting: {
      attendees: [...new Set(meetings.flatMap(({ attendees }) => attendees))],
      lines: [...new Map(meetings.flatMap(({ lines }) => lines.map((line) => [line.id, line] as const))).values()].map(
        ({ ownerName, text }) => ({ ownerName, text }),
      ),
    },
    followUps: of('follow_up').map(({ at, said }) => ({ at, text: String(said) })),
  }
}
