import { TELLING_OF_CALLS, type Topic, topics } from '../../../shared/contract/entry.ts'
import type { Id } from '../../../shared/contract/values.ts'
import type { Query } from '../engine/query.ts'
import { type FeedPlace, feedPlace, feedSince } from './feed.ts'
import { isKept } from './rows-down.ts'

/** What changed, for a hub to tell those who are connected with it. */
export interface News {
  /** What windows refresh. */
  readonly topics: readonly Topic[]
  /** Rows that desks keep copies of. */
  readonly isForCopies: boolean
  /** Desks that are new, or may not be let in any more. */
  readonly deskIds: readonly Id[]
  /** People who are new or changed: their role, or whether they are on the list. */
  readonly personIds: readonly Id[]
  /** More may have changed than is named here: every desk and person is to be looked at again. */
  readonly isEverything: boolean
}

/** What is shown of a row that changed. Counts of calls and notes stand with their session, tickets with the notes they quote. */
const SHOWN: Readonly<Record<string, readonly Topic[]>> = {
  person: ['people', 'bookings'],
  draw_window: ['draws', 'bookings'],
  draw_request: ['draws'],
  duty_record: ['passports'],
  duty_rules: ['passports'],
  duty_reminder: ['passports'],
  room: ['rooms', 'bookings'],
  seat: ['rooms', 'bookings'],
  issue_type: ['tickets'],
  calendar_year: ['calendar', 'tickets'],
  masking_rules: ['masking'],
  life_words: ['lifeChannel'],
  jargon_terms: ['silverHair'],
  retention_rules: ['retention'],
  retention_keep: ['retention'],
  retention_ledger: ['retention'],
  words_gone: ['retention', 'sessions', 'meetings', 'agents', 'search'],
  booking: ['bookings'],
  delegation: ['people'],
  booking_swap: ['bookings'],
  booking_news: ['bookings'],
  own_news: ['bookings'],
  life_case: ['lifeChannel'],
  life_event: ['lifeChannel'],
  raised_elsewhere: ['lifeChannel'],
  sealed_call: TELLING_OF_CALLS,
  life_setup: ['lifeChannel'],
  life_drill: ['lifeChannel'],
  call_agent: ['agents'],
  agent: ['agents'],
  thanks: ['agents'],
  thanks_handed: ['agents'],
  waitlist_entry: ['waitlist'],
  waitlist_offer: ['waitlist'],
  meeting: ['meetings'],
  meeting_line: ['meetings'],
  meeting_close: ['meetings'],
  ticket: ['tickets', 'notes'],
  session: ['sessions'],
  call: ['sessions'],
  note: ['notes', 'agents', 'sessions'],
  conversation: ['conversations'],
  conversation_taken: ['conversations'],
  silver_hair: ['silverHair'],
  export_record: ['exports'],
  hub_trouble: ['desks'],
}

/** What windows show of a table's rows; nothing of `desk`, which the hub itself looks at. */
export const topicsShowing = (table: string): readonly Topic[] => SHOWN[table] ?? []

/** Where it cannot be told what changed. */
export const EVERYTHING: News = { topics, isForCopies: true, deskIds: [], personIds: [], isEverything: true }

/** What is new since a place of the feed, and the next place; null where nothing is. In a question that reads one moment. */
export function* newsSince(since: FeedPlace | null): Query<{ news: News | null; place: FeedPlace; hasMore: boolean }> {
  if (since === null) return { news: null, place: yield* feedPlace(), hasMore: false }
  const lot = yield* feedSince(since)
  if (lot === null) return { news: EVERYTHING, place: yield* feedPlace(), hasMore: false }
  const { rows, place, hasMore } = lot
  if (rows.length === 0) return { news: null, place, hasMore }
  const ids = (table: string) => rows.filter(({ what }) => what === table).map(({ rowId }) => rowId)
  const shown = new Set(rows.flatMap(({ what }) => topicsShowing(what)))
  const news = {
    topics: [...shown],
    isForCopies: rows.some(({ what }) => isKept(what)),
    deskIds: ids('desk'),
    personIds: ids('person'),
    isEverything: false,
  }
  return { news, place, hasMore }
}
