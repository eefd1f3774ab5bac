import { afterEach, beforeEach, expect, test } from 'vitest'
import { lifeChannelService } from '../../electron/services/life-channel/life-channel.ts'
import { plainSealer } from '../../electron/services/life-channel/sealer.ts'
import { makeSealing } from '../../electron/services/life-channel/sealing.ts'
import { halfDoneWords } from '../../electron/storage/retention/due.ts'
import { eraseConversations, eraseHalfDone, eraseNotes } from '../../electron/storage/retention/erase.ts'
import { advanceNoteSearch } from '../../electron/storage/search/note-search.ts'
import { makeJournal } from '../../electron/storage/team/journal-tables.ts'
import { makeMirrorTables } from '../../electron/storage/team/mirror.ts'
import { type TableOfWords, wordsOfCalls } from '../../electron/storage/words-of-calls.ts'
import { isOnPostgres } from '../builders/engine.ts'
import { someoneListening } from '../builders/listening.ts'
import { accepted } from '../builders/outcomes.ts'
import {
  columnNames,
  heardHere,
  placesOf,
  tablesHere,
  textColumns,
  whereTheyStand,
  wordsEverywhere,
} from '../builders/words-everywhere.ts'

// Asked of both engines: which columns carry words of a call, and whether a seal, a wrong alarm and the rules of retention know all of them.

let desk: Awaited<ReturnType<typeof someoneListening>>
beforeEach(async () => {
  desk = await someoneListening()
})
afterEach(() => desk.close())

/** Why no words of a call stand in these columns of text. */
const NO_WORDS: readonly (readonly [why: string, columns: string])[] = [
  [
    'one of a closed list',
    `booking.purpose booking.state booking_event.what booking_news.state booking_swap.state conversation.pace draw_event.what
    draw_request.purpose draw_window.state duty_record.duty duty_record.trip_kind export_record.format export_record.kind export_record.language
    export_record.reason export_record.state issue_type.limit_unit list_import.kind list_import.state life_case.grade life_case.origin life_event.what life_event.which life_sealed.what
    listening_gap.reason meeting_outcome.what note.kind note_event.what own_news.kind person.role raised_elsewhere.grade raised_elsewhere.origin raised_elsewhere.verdict retention_ledger.kind session.purpose silver_hair.dialect
    silver_hair.help silver_hair.mark silver_hair.operation silver_hair.origin silver_hair.pace silver_hair.tone silver_hair.volume ticket.limit_unit
    ticket.state ticket_event.action ticket_event.from_state ticket_event.to_state ticket_event.what ticket_tally.state told_seat.kind
    waitlist_entry.purpose waitlist_entry.state waitlist_offer.state words_gone.kind`,
  ],
  [
    'a day or a moment',
    `agent.day agent_key.day call_agent.day clock_run.first_day clock_run.last_day counted_day.day draw_place.held_from draw_place.held_to
    duty_record.date no_show_watch.since retention_keep.until room.closed_from words_gone.kept_until`,
  ],
  [
    'made by chance, or a hash',
    'agent_key.key draw_outcome.file_digest draw_window.commitment draw_window.seed export_record.sha256',
  ],
  ['a hash', 'thanks_page.sha256'],
  ['names a row', 'booking.walk_up_of person.merged_into'],
  ['ids alone', 'meeting.note_ids_json person_merge.moved_json'],
  ['a state, or ids, times and a purpose', 'own_news.known'],
  ['which fields were changed, by name', 'row_change.fields_json'],
  ['terms of our own list, by id, and how often', 'silver_hair.jargon_json'],
  ['who somebody is', 'person.department person.email person.employee_number person.name'],
  [
    'set for the whole house',
    `calendar_year.days_json duty_rules.rules_json issue_type.department issue_type.name_en issue_type.name_zh jargon_terms.terms_json life_setup.contacts_json
    life_words.words_json masking_rules.rules_json retention_rules.rules_json room.name room.rules_json room.site room.time_zone`,
  ],
  [
    'why a place was changed or a draw cancelled',
    'booking_event.reason booking_swap.reason draw_event.reason draw_window.reason',
  ],
  [
    'places, people and times',
    `booking_event.after_json draw_event.after_json draw_outcome.file_text draw_request.together_json draw_request.wishes_json
    draw_result.result_json draw_window.plan_json draw_window.slots_json waitlist_entry.windows_json`,
  ],
  ['people and bookings of a list, as it found them and made them', 'list_import.back_json list_import.todo_json'],
  ['a trip, and what shows it', 'duty_record.evidence duty_record.place'],
  ['why a session is kept, which is said of all of it', 'retention_keep.reason'],
  ['whose a ticket is', 'ticket.department ticket.owner_name ticket_event.actor_name ticket_tally.department'],
  [
    'where a file lies, and its name: of a department, the number of a call, a day; one that was typed is forgotten with a seal',
    'export_record.file_name export_record.folder export_record.scope thanks_page.file_name thanks_page.folder',
  ],
  [
    'which rows are in a file, by number and id; what somebody looked for is forgotten with a seal (forgotten-words.ts)',
    'export_record.choice_json export_record.selection_json',
  ],
]
/** At one engine alone. */
const OWN: Readonly<Record<'desk' | 'hub', typeof NO_WORDS>> = {
  desk: [
    ['one of a closed list', 'draft.kind'],
    ['where a drive is', 'export_folder.folder export_folder.mount_point'],
    ['which table', 'journal.what mirror_later.what mirror_sent.what'],
    ['what is still to be asked of a hub', 'mirror_owed.what'],
    ['a row of what all desks share: people, rooms, rules', 'mirror_later.row_json'],
    ['what was done from here: of which kind, whose booking, which ticket by its number', 'changed_here.change_json'],
    ['a place in the feed of the hub', 'mirror.cursor'],
    ['by what it is told whether a hub still has a lot that went up', 'lot_mark.mark'],
  ],
  hub: [
    ['who may join or ask', 'desk.name desk.token_hash join_code.hash join_code.role'],
    [
      'what was done from desks: of which kind, whose booking, which ticket by its number, and ids of that',
      'hub_trouble.told_json hub_trouble.seen_json',
    ],
    ['one of a closed list', 'hub_command.call hub_feed.what known_gone.counted_as note_search.kind'],
  ],
}

const columnsHere = () =>
  desk.engine.read(function* () {
    const found: string[] = []
    for (const table of yield* tablesHere()) found.push(...(yield* textColumns(table)))
    return found
  })

test('every column of text is declared as carrying words of a call, or as carrying none, and why', async () => {
  if (!isOnPostgres()) {
    // What a desk of a hub has besides.
    makeJournal(desk.db, desk.clock.now, () => {})
    makeMirrorTables(desk.db)
  }
  const here = await columnsHere()
  const declared = new Set(placesOf(Object.keys(wordsOfCalls) as TableOfWords[]))
  const reasons = [...NO_WORDS, ...OWN[isOnPostgres() ? 'hub' : 'desk']].flatMap(([, columns]) => columns.split(/\s+/))
  expect(here.filter((column) => !declared.has(column) && !reasons.includes(column))).toEqual([])
  expect(reasons.filter((column) => !here.includes(column) || declared.has(column))).toEqual([])
})

test('what is declared is there, with the column by which it is known what it is of', async () => {
  const lacking = await desk.engine.read(function* () {
    const tables = yield* tablesHere()
    const found: string[] = []
    for (const table of Object.keys(wordsOfCalls) as TableOfWords[]) {
      const [columns, { by }] = [new Set(yield* columnNames(table)), wordsOfCalls[table]]
      if (tables.includes(table) && by !== null && !columns.has(by)) found.push(`${table}.${by}`)
    }
    return found
  })
  expect(lacking).toEqual([])
  const here = await columnsHere()
  const known = (Object.keys(wordsOfCalls) as TableOfWords[]).filter((table) =>
    placesOf([table]).some((place) => here.includes(place)),
  )
  const elsewhere = isOnPostgres()
    ? ['draft', 'meeting_draft', 'searched_reference', 'reference_search', 'changed_elsewhere']
    : ['changed_elsewhere', 'hub_command']
  expect(Object.keys(wordsOfCalls).filter((table) => !known.includes(table as TableOfWords))).toEqual(elsewhere)
})

const all = heardHere()
const stand = () => desk.engine.read(() => whereTheyStand(all))
const standing = (where: (table: string) => string[]) =>
  Object.fromEntries(placesOf(all).map((place) => [place, where(place.split('.')[0] ?? '')]))
/** Each in its own table; a desk finds references by a list of them. */
const atHome = (table: string) =>
  table === 'call' && !isOnPostgres() ? ['call', 'reference_search', 'searched_reference'] : [table]
/** How many notes the search of a desk finds by what they say. */
const searched = () => {
  while (!advanceNoteSearch(desk.db, 100));
  return desk.db.prepare(`SELECT count(*) FROM note_search WHERE note_search MATCH '"言"'`).pluck().get()
}

/** A session that is over, with words in every column that may hold any. */
async function saysEverything() {
  await accepted(desk.sessions.end({ sessionId: desk.session.id }, desk.asker))
  const { newId } = desk.clock
  await desk.engine.transact(() => wordsEverywhere(all, { callId: desk.call.id, newId }))
}

test('a seal puts every word away, and a wrong alarm puts every word back where it was', async () => {
  await saysEverything()
  const found = [isOnPostgres() ? 1 : searched()]
  expect(await stand()).toEqual(standing(atHome))
  const life = lifeChannelService(desk.parts, makeSealing(desk.parts, plainSealer), plainSealer)
  const caseId = desk.clock.newId()
  const raised = { caseId, callId: desk.call.id, origin: 'key', grade: null, evidence: null } as const
  await accepted(life.raise({ ...raised, raisedAt: desk.clock.now() }, desk.asker))
  expect(await stand()).toEqual(standing(() => ['life_sealed']))
  found.push(isOnPostgres() ? 0 : searched())
  const act = { what: 'dismissed' } as const
  await accepted(life.act({ actId: desk.clock.newId(), caseId, at: desk.clock.now(), act }, desk.asker))
  expect(await stand()).toEqual(standing(atHome))
  found.push(isOnPostgres() ? 1 : searched())
  expect(found).toEqual([1, 0, 1])
})

test('the rules of retention take every word, and what the search finds of them', async ({ skip }) => {
  await saysEverything()
  await desk.engine.transact(function* () {
    yield* eraseNotes(desk.session.id)
    yield* eraseConversations(desk.session.id)
    for (const words of yield* halfDoneWords()) yield* eraseHalfDone(words)
  })
  expect(await stand()).toEqual(standing(() => []))
  skip(isOnPostgres(), 'a hub’s search is asked in test/postgres/search.test.ts')
  expect(searched()).toBe(0)
})
