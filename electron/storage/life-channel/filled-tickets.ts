import type { Id, Instant } from '../../../shared/contract/values.ts'
import { inEach } from '../engine/in-each.ts'
import { type Query, row, value, write } from '../engine/query.ts'
import { NO_WORDS } from '../no-words.ts'
import { appendTicketEvent } from '../tickets/ticket-events.ts'
import { refreshTicketSearch } from '../tickets/ticket-search.ts'
import { guarded } from '../versions.ts'
import type { CallWords } from './call-words.ts'
import { type SealedRow, sealedOf } from './sealed.ts'
import { type SealedCall, sealOf } from './sealed-calls.ts'
import { madeTitle, type TicketWords } from './sealed-tickets.ts'

interface Filling {
  readonly at: Instant
  newId(): Id
  /** Null: it cannot be opened here. */
  open(sealed: SealedRow): string | null
  /** With the seal that stands. */
  keep(seal: SealedCall, lost: TicketWords): Query<unknown>
}

/**
 * A call was a wrong alarm, and is open again: the tickets that quoted it do so again, and say what they said. What may speak of another call that they quoted stays put
 * away as long as that one is sealed, with its seal, so that they are as they were whichever is opened last. What a person changed since stands, and so does that they withdrew one.
 */
export function* fillTickets(lost: readonly TicketWords[], filling: Filling): Query<void> {
  const ids = [...new Set(lost.map(({ id }) => id))].sort()
  for (const id of ids) yield* fillTicket(asOne(lost.filter((words) => words.id === id)), filling)
}

/** What was taken from a ticket seal by seal: how it was before the first, but for what a person wrote and decided since. */
function asOne(taken: readonly TicketWords[]): TicketWords {
  const all = taken.toSorted((one, other) => one.version - other.version)
  const [first, last] = [all[0], all.at(-1)]
  if (first === undefined || last === undefined) throw new Error('nothing was taken')
  // What a seal left is no person's title to the next one: at a hub its words may be put away before it is looked at.
  const leftTitles = all.flatMap((words) => words.leftTitles ?? [])
  const written = all.findLast((words) => !words.isMade && !leftTitles.includes(words.title))
  const { title, isMade } = written ?? first
  return {
    ...{ id: first.id, version: first.version, title, isMade, ownerName: last.ownerName },
    leftTitles,
    callIds: [...new Set(all.flatMap(({ callIds }) => callIds))],
    quotes: all.flatMap(({ quotes }) => quotes),
    events: all.flatMap(({ events }) => events),
    withdrawnBy: last.withdrawnBy,
  }
}

const NOW = inEach(
  (say) => `SELECT version, withdrawn_at AS withdrawnAt, title, owner_name AS ownerName FROM ticket WHERE id = ?
    ${say({ sqlite: '', postgres: 'FOR NO KEY UPDATE' })}`,
)
const WITHDRAWN = `SELECT id AS value FROM ticket_event WHERE ticket_id = ? AND what = 'withdrawn' ORDER BY rowid DESC LIMIT 1`
const FILL =
  'UPDATE ticket SET withdrawn_at = NULL, title = ?, owner_name = ?, version = version + 1 WHERE id = ? AND version = ?'
const QUOTE = 'INSERT INTO ticket_quote (ticket_id, note_id, position) VALUES (?, ?, ?) ON CONFLICT DO NOTHING'
const UNQUOTE = 'DELETE FROM ticket_quote WHERE ticket_id = ?'
const FILL_EVENT =
  'UPDATE ticket_event SET remark = coalesce(remark, ?), before_json = coalesce(before_json, ?) WHERE id = ? AND ticket_id = ?'

interface TicketNow {
  readonly version: number
  readonly withdrawnAt: Instant | null
  readonly title: string
  readonly ownerName: string | null
}

function* fillTicket(lost: TicketWords, filling: Filling): Query<void> {
  const { id } = lost
  const now = yield* row<TicketNow>(NOW, [id])
  if (now === null) return
  const seals: SealedCall[] = []
  for (const callId of lost.callIds) {
    const seal = yield* sealOf(callId)
    if (seal !== null) seals.push(seal)
  }
  const [standing] = seals
  const withdrawnBy = now.withdrawnAt === null ? null : yield* value<Id>(WITHDRAWN, [id])
  const isBySeal = withdrawnBy === null || (yield* bySeal(lost, withdrawnBy, seals, filling))
  // Whose it is stands in words that another account sealed: they are put back with those.
  if (isBySeal === null && standing !== undefined) return void (yield* filling.keep(standing, lost))
  if (isBySeal !== true) return
  const isMade = now.withdrawnAt !== null || now.title === (yield* madeTitle(id))
  const isSealed = (callId: Id) => seals.some((seal) => seal.callId === callId)
  for (const { noteId, position, callId } of lost.quotes)
    if (!isSealed(callId)) yield* write(QUOTE, [id, noteId, position])
  const made = yield* madeTitle(id)
  // Nothing that a customer said is open of it: it stays withdrawn with what it quoted.
  if (made === null && standing !== undefined) {
    yield* write(UNQUOTE, [id])
    return void (yield* filling.keep(standing, lost))
  }
  // What was made of its quotes is made of them again: those may have been put away when it was sealed.
  const opened = lost.isMade ? (made ?? lost.title) : lost.title
  const title = standing === undefined ? opened : (made ?? NO_WORDS)
  const ownerName = now.withdrawnAt === null ? now.ownerName : lost.ownerName
  const filled = { title: isMade ? title : now.title, ownerName }
  const by = { at: filling.at, actorId: null }
  yield* guarded(id, [now, filled], by, write(FILL, [filled.title, ownerName, id, now.version]))
  const nothing = { actorName: null, action: null, from: null, to: null, remark: null, before: null }
  if (withdrawnBy !== null) {
    const event = { id: filling.newId(), at: filling.at, what: 'quote_added', undoesEventId: withdrawnBy } as const
    yield* appendTicketEvent(id, { ...event, ...nothing })
  }
  if (standing === undefined)
    for (const { id: eventId, remark, before } of lost.events) yield* write(FILL_EVENT, [remark, before, eventId, id])
  else
    yield* filling.keep(standing, {
      ...lost,
      quotes: lost.quotes.filter(({ callId }) => isSealed(callId)),
      leftTitles: [...(lost.leftTitles ?? []), title],
      withdrawnBy: null,
    })
  yield* refreshTicketSearch(id)
}

/** Whether it was by a seal that it was last withdrawn: by the one that is gone, or by one that stands. Null: it cannot be said, as some of what is sealed cannot be opened here. */
function* bySeal(
  lost: TicketWords,
  eventId: Id,
  seals: readonly SealedCall[],
  { open }: Filling,
): Query<boolean | null> {
  if (lost.withdrawnBy === eventId) return true
  let isLocked = false
  for (const { caseId } of seals)
    for (const sealed of yield* sealedOf(caseId)) {
      if (sealed.what !== 'call') continue
      const text = open(sealed)
      isLocked ||= text === null
      const { tickets = [] } = text === null ? {} : (JSON.parse(text) as Pick<CallWords, 'tickets'>)
      if (tickets.some(({ withdrawnBy }) => withdrawnBy === eventId)) return true
    }
  return isLocked ? null : false
}
