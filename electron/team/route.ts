import { randomBytes } from 'node:crypto'
import { findEntry, isCommand } from '../../shared/contract/contract.ts'
import type { DoorRefusal, Entry } from '../../shared/contract/entry.ts'
import type { EarshotEvent } from '../../shared/contract/events.ts'
import { FILE_INPUT_LIMIT_BYTES } from '../../shared/contract/limits.ts'
import type { Id, Instant } from '../../shared/contract/values.ts'
import type { Log } from '../adapters/log/log-port.ts'
import type { LooseAnswer, OwnDoor } from '../door.ts'
import { isNestedTooDeep } from '../nesting.ts'
import type { Clock } from '../services/parts.ts'
import type { Named } from '../storage/team/heard-here.ts'
import type { KeptAnswer, KeptAnswers } from '../storage/team/kept-answers.ts'
import { atMost } from './at-most.ts'
import { checkedAnswer } from './checked-answer.ts'
import { HubAway, type HubLink } from './hub-link-port.ts'
import { withSessionsOfHere } from './sessions-of-here.ts'
import { CONTRACT_VERSION } from './wire.ts'

export interface RouteParts {
  /** The desk's own door. */
  readonly here: OwnDoor
  readonly link: HubLink
  readonly kept: KeptAnswers
  readonly clock: Clock
  readonly log: Log
  /** Whether this desk alone says how it is: it was heard here, and goes on or is not up. */
  isHere(named: Named): boolean
  /** Everything of these sessions is at the hub, as far as it was entered; false: it cannot be now. */
  isUp(named: Named): Promise<boolean>
  /** The copies of the tables are whole: everything was read at least once. */
  hasCopies(): boolean
  /** When the hub was here last, in an earlier run too; null: nobody knows. */
  lastHere(): Instant | null
  /** It is known here that they never were. */
  isUnread(): boolean
  /** What this call begins with is known here, or cannot be now; null where nothing is to be waited for. */
  untilKnown(call: string, input: unknown): Promise<unknown> | null
  /** The hub accepted a command of this desk. */
  noticed(call: string, input: unknown, value: unknown): void
  emit(event: EarshotEvent): void
}

/** Answered from the desk's copies of the tables while the hub is away: they are as fresh as the last moment it was here. */
const COPIED = new Set([
  ...['people.list', 'rooms.list', 'calendar.year', 'tickets.issueTypes'],
  ...['bookings.board', 'bookings.upcoming'],
  ...['masking.rules', 'lifeWords.list', 'jargon.list'],
])

/** So long a board or a picker waits for a hub that is slow: then it is drawn from the copies, and what they lacked comes with the next change. */
const LONGEST_COPIED_MS = 1_000

/** They make something that is heard here, whoever asks. */
const BEGINS_HERE = new Set(['sessions.start', 'sessions.openByReference'])

/** They quote notes that may have been written a moment ago: those are up first, and known as quoted before any is changed. */
const QUOTES = new Set(['tickets.open', 'meetings.close'])

/** So long a change of a note waits for a ticket that is being opened, perhaps from that note. */
const LONGEST_OPENING_MS = 3_000

/** The door of a desk that belongs to a hub: in front of the desk's own, and of the hub's. */
export function makeRoute(parts: RouteParts): OwnDoor {
  const { here, link, kept, clock, log } = parts
  /** Until it is known which notes they quote, none is taken away from under them. */
  const openings = new Set<Promise<unknown>>()

  /** Null: calls go to the hub. */
  const whyNot = (): DoorRefusal | null => {
    const state = link.state()
    if (state.kind === 'away' && state.isBusy === true) return { ok: false, code: 'hub_busy', detail: {} }
    if (state.kind !== 'here') return offline(state.since)
    const { contract } = state.welcome.hub
    if (contract === CONTRACT_VERSION) return null
    return { ok: false, code: 'other_version', detail: { isDeskOlder: contract > CONTRACT_VERSION } }
  }
  const offlineNow = (): DoorRefusal => {
    const state = link.state()
    return offline(state.kind === 'here' ? clock.now() : state.since)
  }
  const understood = (call: string, entry: Entry, said: unknown): LooseAnswer => {
    const answer = checkedAnswer(entry, said)
    if (answer !== null) return answer
    const reference = randomBytes(4).toString('hex').toUpperCase()
    log.error(`what the hub said to ${call} is no answer`, reference, null)
    return { ok: false, code: 'unexpected', detail: { reference } }
  }

  function change(call: string, entry: Entry, input: unknown): Promise<LooseAnswer> {
    const changed = changeAtHub(call, entry, input)
    if (QUOTES.has(call)) {
      const opening = changed.finally(() => openings.delete(opening)).catch(() => {})
      openings.add(opening)
    }
    return changed
  }
  async function changeAtHub(call: string, entry: Entry, input: unknown): Promise<LooseAnswer> {
    let answer: LooseAnswer
    try {
      if (QUOTES.has(call) && !(await parts.isUp(namedIn(input)))) return offlineNow()
      answer = understood(call, entry, await link.ask(call, input, clock.newId()))
    } catch (error) {
      if (!(error instanceof HubAway)) throw error
      // Sent, and nobody knows what became of it: nothing is repeated.
      return error.isUnknown ? { ok: false, code: 'connection_lost', detail: {} } : (whyNot() ?? offlineNow())
    }
    if (!answer.ok) return answer
    try {
      parts.noticed(call, input, answer.value)
    } catch (error) {
      // It was done all the same.
      log.error(`what the hub accepted of ${call} was not noted here`, 'NOTICED', error)
    }
    parts.emit({ kind: 'changed', topics: entry.changes })
    return answer
  }

  async function read(call: string, entry: Entry, input: unknown): Promise<LooseAnswer> {
    const isKept = !COPIED.has(call) && entry.isSecret !== true
    const keep = isKept ? kept.asked(call, input) : null
    const at = clock.now()
    try {
      const asked = link.ask(call, input)
      const said = await (COPIED.has(call) && parts.hasCopies() ? atMost(LONGEST_COPIED_MS, asked) : asked)
      if (said === undefined) return here(call, input)
      const answer = understood(call, entry, said)
      // It has too much to do; or it is here and its database is not.
      if (!answer.ok && (answer.code === 'hub_busy' || answer.code === 'offline'))
        return readWithout(call, entry, input, answer)
      if (answer.ok && keep !== null) keepLater(keep, { value: answer.value, at })
      return answer
    } catch (error) {
      if (!(error instanceof HubAway)) throw error
      return readWithout(call, entry, input, whyNot() ?? offlineNow())
    }
  }

  /** As it last was: from the copied tables, from what the hub answered then, or of what was heard here. */
  async function readWithout(call: string, entry: Entry, input: unknown, refusal: LooseAnswer): Promise<LooseAnswer> {
    // What was never read is not the same as nothing.
    if (COPIED.has(call) && !(call === 'people.list' && parts.isUnread())) return here(call, input)
    if (entry.isSecret === true) return refusal
    const found = kept.find(call, input)
    if (found !== null) return { ok: true, value: found.value, asOf: found.at }
    if (entry.where !== 'journal') return refusal
    const known = await here(call, input)
    return known.ok ? { ...known, asOf: asOfNow() } : refusal
  }
  const asOfNow = (): Instant => {
    const state = link.state()
    return state.kind === 'here' ? clock.now() : (parts.lastHere() ?? state.since)
  }
  /** Whoever asked has the answer first. */
  const keepLater = (keep: ReturnType<KeptAnswers['asked']>, answer: KeptAnswer) =>
    setImmediate(() => {
      try {
        keep(answer)
      } catch (error) {
        log.error('an answer of the hub was not kept', 'KEPT', error)
      }
    })

  const ofHub = async (call: string, entry: Entry, input: unknown): Promise<LooseAnswer> => {
    const isChange = isCommand(call)
    if (isNestedTooDeep(input)) return { ok: false, code: 'bad_input', detail: { issues: [] } }
    if (link.state().kind === 'here') {
      const refusal = whyNot()
      if (refusal !== null) return isChange ? refusal : readWithout(call, entry, input, refusal)
    }
    return isChange ? change(call, entry, input) : read(call, entry, input)
  }
  const ofJournal = async (call: string, entry: Entry, input: unknown): Promise<LooseAnswer> => {
    if (BEGINS_HERE.has(call) || parts.isHere(namedIn(input))) {
      const unknown = parts.untilKnown(call, input)
      if (unknown !== null) await unknown
      else if (openings.size > 0 && takesFromNotes(call)) await atMost(LONGEST_OPENING_MS, Promise.all(openings))
      return here(call, input)
    }
    const answer = await ofHub(call, entry, input)
    return call === 'sessions.list' ? withSessionsOfHere(parts, input, answer) : answer
  }

  return async (call, input) => {
    const entry = findEntry(call)
    // What the desk's own door refuses whatever it is, it refuses; that the desk itself asks the hub for, it has none of for windows.
    const isForDesk = entry?.where === 'desk' || /^(deskExports\.|arrivals\.|desks\.leave$)/.test(call)
    if (entry === undefined || isForDesk || !isSmallJson(input)) return here(call, input)
    try {
      return await (entry.where === 'hub' ? ofHub(call, entry, input) : ofJournal(call, entry, input))
    } catch (error) {
      const reference = randomBytes(4).toString('hex').toUpperCase()
      log.error(`${call} failed on its way to the hub`, reference, error)
      return { ok: false, code: 'unexpected', detail: { reference } }
    }
  }
}

/** A new note, and a new call, wait for nothing. */
const takesFromNotes = (call: string): boolean =>
  isCommand(call) && call !== 'notes.add' && (call.startsWith('notes.') || call === 'sessions.end')

const offline = (since: Instant): DoorRefusal => ({ ok: false, code: 'offline', detail: { since } })

function isSmallJson(input: unknown): boolean {
  try {
    return Buffer.byteLength(JSON.stringify(input) ?? '') <= FILE_INPUT_LIMIT_BYTES
  } catch {
    return false
  }
}

/** What a call names; nothing was checked yet. */
function namedIn(input: unknown): Named {
  const given = (typeof input === 'object' && input !== null ? input : {}) as Record<string, unknown>
  const text = (value: unknown): Id | undefined => (typeof value === 'string' ? value : undefined)
  const noteIds = Array.isArray(given.noteIds) ? given.noteIds : [given.noteId]
  return {
    sessionId: text(given.sessionId),
    callId: text(given.callId),
    noteIds: noteIds.filter((each) => typeof each === 'string'),
  }
}
