import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { v7 } from 'uuid'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { OpenConsole } from '../../electron/compose.ts'
import { contract } from '../../shared/contract/contract.ts'
import type { Entry } from '../../shared/contract/entry.ts'
import { SeenTicket } from '../../shared/contract/tickets/many-tickets.ts'
import { dateOf } from '../../shared/domain/wall-clock.ts'
import { aCall, accepted, aFolder, aNoteIn, aReadyConsole, clientOf } from '../builders/console.ts'
import { unguardedFiles } from '../builders/deliveries.ts'
import { keptLife, keptSetup, unguardedLife } from '../builders/kept-contacts.ts'
import { isOfMeetings, keptLines, keptMeetings, unguardedMeetings } from '../builders/kept-meetings.ts'
import { keptRoom, keptRooms } from '../builders/kept-room.ts'
import { keptRules, twoWhoSave, unguardedRetention } from '../builders/kept-rules.ts'
import { keptTerms } from '../builders/kept-terms.ts'
import { aClock, someSettings } from '../builders/parts.ts'
import { alikeFromTheFirstDay, theRoomOf } from '../builders/rooms.ts'
import { unguardedAgents } from '../builders/unguarded-agents.ts'

/** The calls that change what a person saw before: each is refused when somebody else came first. */
const guarded = {
  'people.edit': { fields: ['name'] },
  'people.remove': { fields: ['name'] },
  ...{ ...keptRooms, ...keptMeetings },
  ...{ 'calendar.save': { fields: ['days'] }, ...keptRules },
  'bookings.reschedule': { fields: ['purpose'] },
  'bookings.edit': { fields: ['purpose'] },
  'bookings.cancel': { fields: ['purpose'] },
  'swaps.exchange': { fields: ['purpose'] },
  'notes.edit': { fields: ['text'] },
  'notes.remove': { fields: ['text'] },
  'tickets.edit': { fields: ['title'] },
  'tickets.move': { fields: ['title'] },
  'tickets.saveIssueTypes': { fields: ['issueTypes'] },
  'passports.saveRules': { fields: ['dutyRules'] },
  ...keptLife,
  'jargon.save': { fields: ['jargonTerms'] },
  'draws.extend': { fields: ['closesAt'] },
  'draws.change': { fields: ['wishes'] },
} as const
type Guarded = keyof typeof guarded

/** Those that change something and take nothing away that a person saw; with why. */
const alike = (why: string, calls: string) => Object.fromEntries(calls.split(' ').map((call) => [call, why]))
const unguarded: Readonly<Record<string, string>> = {
  ...alike('only while damaged', 'workspace.restoreBackup workspace.startFresh workspace.repair workspace.openAsItIs'),
  ...alike('lapses with either version', 'swaps.agree swaps.decline swaps.withdraw swaps.takeBack'),
  ...alike('a step that each state allows', 'exports.retry exports.confirmFolder exports.cancel'),
  ...alike('changes nothing that is kept', 'bringAlong.look team.tryNow'),
  ...alike(
    'a step that happens once',
    'sessions.end sessions.endCall waitlist.leave waitlist.accept waitlist.decline desks.revoke desks.leave',
  ),
  ...alike(
    'new, each under its own id; the desk itself asks',
    'arrivals.addPeople arrivals.layBookings arrivals.layTickets',
  ),
  'arrivals.tellTroubles': 'the whole as it is now; the desk itself asks',
  'desks.seeTroubles': 'seen to or not, each by its id',
  'people.putBack': 'only somebody who is off the list',
  'people.letGo': 'asks for the version and for what was shown (people.test)',
  'people.keepList': 'the preview names whom it updates; nothing is emptied',
  'people.takeBackList': 'each person by the change it names; others are named as kept',
  'merges.merge': 'asks for the versions of both records (merges.test)',
  'merges.takeApart': 'a step that happens once; what was changed since stays as it is',
  'roomKeeping.add': 'new',
  ...{ 'bookings.reserve': 'new', 'people.add': 'new' },
  ...alike('read once, by the change it names', 'bookingNews.read ownNews.read'),
  'bookings.restore': 'only a cancelled booking',
  'bookingFor.allow': 'one name of a list: said or not, nothing else of it changes',
  'bookingFor.takeBack': 'one name of a list: said or not, nothing else of it changes',
  'bookings.checkIn': 'a step that each state allows once',
  'bookings.undoCheckIn': 'only a check-in, of which nothing else changes',
  'noShows.excuse': 'only a no-show, of which nothing else changes',
  'noShows.countAgain': 'only an excused no-show',
  ...{ 'swaps.ask': 'new', 'swaps.read': 'read once, by the swap it names' },
  ...{ 'walkUps.take': 'new', 'walkUps.leave': 'a walk-up that nobody listens on' },
  'series.make': 'new',
  ...{ 'bookingLists.keep': 'new', 'bookingLists.turnImport': 'how it stands', 'people.turnImport': 'how it stands' },
  'series.cancel': 'those of the series that are there then; what is done is told and can be taken back',
  'series.move': 'those of the series that are there then; what is done is told and can be taken back',
  'series.takeBack': 'each booking by the version it names; others are counted as kept',
  'draws.open': 'new',
  'draws.cancel': 'a step that happens once, with a reason',
  'draws.handIn': 'new; one person asks once',
  'draws.withdraw': 'a step that happens once; another request can be handed in',
  'passports.recordTrip': 'new',
  'passports.record': 'new',
  'passports.remove': 'a record stands or is taken out: nothing else of it changes',
  'passports.putBack': 'only a record that was taken out',
  'passports.remind': 'said again, it is said later',
  'sessions.start': 'new',
  'sessions.nextCall': 'new',
  'sessions.setReference': 'asks for what was seen where it is typed (sessions.test)',
  'sessions.openByReference': 'new',
  'notes.restamp': 'only where the mark is, which is drawn where it is now',
  'notes.unmask': 'only of a note that still says what became of these words',
  'notes.undo': 'the last thing done, whatever it is',
  'notes.redo': 'the last thing taken back, whatever it is',
  'notes.dropDraft': 'of one window',
  'silverHair.mark': 'a mark stands or not: said or not, nothing else of it changes',
  'silverHair.press': 'one of a few choices, seen at once in every window; the last press counts',
  'silverHair.recount': 'counted, by nobody',
  ...{ 'conversations.attach': 'in place of an earlier one', 'conversations.detach': 'it is in its file' },
  ...{ ...unguardedLife, ...unguardedMeetings },
  'waitlist.join': 'new',
  ...{ 'waitlist.rejoin': 'names what it takes back', 'waitlist.waitAgain': 'asks for the version of the booking' },
  'waitlist.acceptAgain': 'only the booking it names, while it is cancelled',
  'waitlist.takeUpAgain': 'names what it takes back',
  'tickets.open': 'new',
  'tickets.withdraw': 'only while nobody touched it',
  'tickets.undo': 'names the change it takes back',
  'manyTickets.change': 'each ticket by the change it was seen with; others are named as kept',
  'manyTickets.undo': 'names the changes it takes back',
  ...{ ...unguardedAgents, ...unguardedRetention },
  'meetings.writeMinutes': 'new',
  ...unguardedFiles,
  'settings.save': 'one preference at a time, seen at once in every window',
  'workspace.backUpNow': 'new',
  'workspace.goBackTo': 'a copy of what was there is made first',
  'workspace.lookAgain': 'changes nothing that is seen',
  'bringAlong.putOff': 'of an offer that stays',
  'bringAlong.decide': 'each said anew until it came along; seen at once in every window',
  'bringAlong.begin': 'new, each under its own id; goes on from where it is',
  'team.join': 'only while alone',
  'team.leave': 'only while a member; what waits is said before',
  'team.login': 'only while alone',
  'team.cancelLogin': 'of the login that waits; gives up nothing that is kept',
  'team.bringLostBack': 'new at the hub, under its own id; there it is left as it is',
  'team.putLostAway': 'those that were seen; what is lost later is not among them',
  'team.tellLostAgain': 'takes back what was put away, of what is lost still',
}

const changing = Object.entries(contract).flatMap(([feature, entries]) =>
  Object.entries(entries as Record<string, Entry>)
    .filter(([, entry]) => entry.changes.length > 0)
    .map(([name]) => `${feature}.${name}`),
)

test('every call that changes something is guarded by the version that was seen, or says here why it need not be', () => {
  expect(changing.filter((call) => !(call in guarded) && !(call in unguarded))).toEqual([])
  expect([...Object.keys(guarded), ...Object.keys(unguarded)].sort()).toEqual(changing.sort())
})

test('none of them is taken without the version that was seen; many tickets neither', () => {
  const asked = (call: string) => {
    const [feature = '', name = ''] = call.split('.')
    return (contract as unknown as Record<string, Record<string, Entry>>)[feature]?.[name]?.input.safeParse({})
  }
  const missing = (call: string) => asked(call)?.error?.issues.map(({ path }) => path.join('.'))
  for (const call of Object.keys(guarded)) expect(missing(call), call).toContain('seenVersion')
  expect(SeenTicket.safeParse({ ticketId: v7() }).success).toBe(false)
})

/** Columns that no person sees, or that take each value once: `… WHERE ended_at IS NULL` is a guard of its own. */
const ownGuard =
  /AND (?:session\.)?(ended_at IS NULL|told_at IS NULL|undone_at IS NULL|taken_back_at IS NULL|handed_over_at IS NULL|call_id IS NULL|state (IN|NOT IN|=))|UPDATE (counted_day|known_gone|words_gone|seat|call|call_agent|sealed_call|life_sealed|\w+_event|export_record|desk|join_code|hub(_\w+)?) SET/

test('every UPDATE of what people change asks for the version it changes', () => {
  const folder = join(import.meta.dirname, '../../electron/storage')
  // What a hub has changed already is laid down in a desk's copy as it is.
  const isMeant = (file: string) => file.endsWith('.ts') && !/^(migrations|team)\b|\.test\.ts$/.test(file)
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(isMeant)
  const updates = files.flatMap(
    (file) => readFileSync(join(folder, file), 'utf8').match(/UPDATE \w+ SET[^`';]*/g) ?? [],
  )
  const bare = updates.filter(
    (sql) =>
      !ownGuard.test(sql) &&
      !/version = (version \+ 1|:version|:was|\? WHERE)[\s\S]*version = (\?|:version|(?:moved|given)\.seen_version)/.test(
        sql,
      ),
  )
  expect(updates.length).toBeGreaterThan(8)
  expect(bare).toEqual([])
})

describe('a change by somebody who had not seen the last one', () => {
  let folder: ReturnType<typeof aFolder>
  let console: OpenConsole
  let client: ReturnType<typeof clientOf>
  const clock = aClock()
  const settings = someSettings()
  beforeEach(async () => {
    folder = aFolder()
    console = await aReadyConsole(folder.path, { clock, settings })
    client = clientOf(console.call)
  })
  afterEach(async () => {
    await console.close()
    folder.remove()
  })

  /** What the first person changes, and what the second one asks for with the version that both saw; both are told what is stored. */
  async function two(call: Guarded) {
    const wish = { name: '李强', department: '物流部', role: 'listener', employeeNumber: null, email: null } as const
    const person = await accepted(client.people.add(wish))
    if (call.startsWith('people.')) {
      const first = () =>
        client.people.edit({ seenVersion: null, personId: person.id, wish: { ...wish, name: '李刚' } })
      const seen = { personId: person.id, seenVersion: person.version }
      const stored = async () => (await accepted(client.people.list({}))).find(({ id }) => id === person.id)
      if (call === 'people.remove')
        return { first, second: (v = 0) => client.people.remove({ ...seen, seenVersion: v }), stored }
      return {
        first,
        second: (v = 0) => client.people.edit({ ...seen, seenVersion: v, wish: { ...wish, email: 'l@a.cn' } }),
        stored,
      }
    }
    const room = await theRoomOf(client)
    if (call === 'rooms.saveRules' || call.startsWith('roomKeeping.')) {
      const alike = { seatCount: 4, opensAt: '09:00', closesAt: '21:00', slotMinutes: 60 } as const
      return {
        first: () => client.rooms.saveRules(alikeFromTheFirstDay(room.id, alike)),
        second: (v = 0) => keptRoom(client, call, room, { seenVersion: v, now: clock.now() }),
        stored: () => accepted(client.rooms.list({})),
      }
    }
    if (call === 'calendar.save') {
      const day = (date: string) => ({ date, kind: 'holiday' as const, name: { zh: '元旦', en: 'New Year' } })
      const save = (date: string) => ({ year: 2027, days: [day(date)], toldMoves: null, seenVersion: null })
      return {
        first: () => client.calendar.save(save('2027-01-01')),
        second: (v = 0) => client.calendar.save({ ...save('2027-01-02'), seenVersion: v }),
        stored: () => accepted(client.calendar.year({ year: 2027 })),
      }
    }
    if (call === 'passports.saveRules') {
      const { rules } = await accepted(client.passports.rules({ year: 2026 }))
      const owing = (trip: number) => ({ year: 2026, rules: { ...rules, owed: { ...rules.owed, trip } } })
      return {
        first: () => client.passports.saveRules({ ...owing(2), seenVersion: null }),
        second: (v = 0) => client.passports.saveRules({ ...owing(3), seenVersion: v }),
        stored: () => accepted(client.passports.rules({ year: 2026 })),
      }
    }
    if (call === 'masking.save' || call === 'retention.saveRules') return twoWhoSave(call, client)
    if (isOfMeetings(call)) return keptLines(client, call)
    if (call === 'jargon.save') return keptTerms(client)
    if (call === 'lifeChannel.saveContacts' || call === 'lifeWords.save') return keptSetup(client, call)
    if (call.startsWith('draws.')) {
      const [first] = await accepted(client.rooms.list({}))
      const day = dateOf(new Date(Date.parse(clock.now()) + 3 * 86_400_000).toISOString(), first?.timeZone ?? '')
      const roomId = first?.id ?? ''
      const plan = { roomIds: [roomId], from: day, to: day, hours: null, lengthsMinutes: [30] }
      const closesAt = (hours: number) => new Date(Date.parse(clock.now()) + hours * 3_600_000).toISOString()
      const { id: windowId } = await accepted(client.draws.open({ ...plan, closesAt: closesAt(2) }))
      if (call === 'draws.extend')
        return {
          first: () => client.draws.extend({ windowId, seenVersion: null, closesAt: closesAt(3) }),
          second: (v = 0) => client.draws.extend({ windowId, seenVersion: v, closesAt: closesAt(4) }),
          stored: async () => (await accepted(client.draws.list({}))).windows,
        }
      const slots = await accepted(client.draws.slots({ windowId }))
      const wish = (...at: number[]) => ({
        ...{ togetherWith: [], purpose: 'listen' as const, lengthMinutes: 30 },
        wishes: at.map((index) => slots[index]?.id ?? ''),
      })
      const me = (await accepted(client.people.list({}))).find(({ name }) => name === '王敏')?.id ?? ''
      const { id: requestId } = await accepted(client.draws.handIn({ windowId, personId: me, ...wish(0) }))
      return {
        first: () => client.draws.change({ requestId, seenVersion: null, ...wish(1) }),
        second: (v = 0) => client.draws.change({ requestId, seenVersion: v, ...wish(2, 1) }),
        stored: () => accepted(client.draws.mine({})),
      }
    }
    if (call.startsWith('bookings.') || call === 'swaps.exchange') {
      const day = new Date(Date.parse(clock.now()) + 86_400_000).toISOString().slice(0, 10)
      const times = { startsAt: `${day}T02:00:00.000Z`, endsAt: `${day}T03:00:00.000Z` }
      const seatId = room.seats[0]?.id ?? ''
      const alone = { companionId: null, purpose: 'listen' } as const
      const { id: bookingId } = await accepted(
        client.bookings.reserve({ ...alone, ...times, seatId, personId: person.id }),
      )
      const next = await accepted(client.people.add({ ...wish, name: '李强', employeeNumber: null }))
      const other = { ...alone, ...times, seatId: room.seats[1]?.id ?? '', personId: next.id }
      const { id: otherId } = await accepted(client.bookings.reserve(other))
      const later = { startsAt: times.endsAt, endsAt: `${day}T04:00:00.000Z` }
      const reason = '开会'
      const asks = {
        'bookings.cancel': (seenVersion: number) => client.bookings.cancel({ bookingId, seenVersion, reason }),
        'bookings.edit': (seenVersion: number) => client.bookings.edit({ bookingId, seenVersion, reason, ...alone }),
        'swaps.exchange': (seenVersion: number) => client.swaps.exchange({ bookingId, otherId, seenVersion, reason }),
        'bookings.reschedule': (seenVersion: number) =>
          client.bookings.reschedule({ bookingId, seenVersion, reason, seatId, ...later }),
      }
      return {
        first: () =>
          client.bookings.edit({ seenVersion: null, bookingId, companionId: null, purpose: 'answer', reason }),
        second: (v = 0) => asks[call as keyof typeof asks](v),
        stored: () => accepted(client.bookings.board({ from: day, to: day })),
      }
    }
    if (call === 'tickets.saveIssueTypes') {
      const types = await accepted(client.tickets.issueTypes({}))
      const renamed = (nameZh: string) => types.map((type) => (type.id === 'coupon' ? { ...type, nameZh } : type))
      return {
        first: () => client.tickets.saveIssueTypes({ seenVersion: null, issueTypes: renamed('券') }),
        second: (v = 0) => client.tickets.saveIssueTypes({ issueTypes: renamed('券券'), seenVersion: v }),
        stored: () => accepted(client.tickets.issueTypes({})),
      }
    }
    const { callId } = await aCall(client)
    const note = await aNoteIn(client, callId, 1)
    const words = { kind: 'voice', text: '没人管我', issueTypeId: null } as const
    if (call.startsWith('notes.'))
      return {
        first: () => client.notes.edit({ seenVersion: null, noteId: note.id, ...words }),
        second: (v = 0) =>
          call === 'notes.remove'
            ? client.notes.remove({ noteId: note.id, seenVersion: v })
            : client.notes.edit({ noteId: note.id, seenVersion: v, ...words, text: '等了三天' }),
        stored: () => accepted(client.notes.ofCall({ callId })),
      }
    const ticketWish = { title: '没人管', issueTypeId: 'delivery', priority: 3, department: '物流部' } as const
    const { id: ticketId } = await accepted(client.tickets.open({ ...ticketWish, noteIds: [note.id] }))
    return {
      first: () => client.tickets.edit({ seenVersion: null, ticketId, ...ticketWish, title: '等了三天没人管' }),
      second: (v = 0) =>
        call === 'tickets.move'
          ? client.tickets.move({ ticketId, seenVersion: v, action: 'claim', ownerName: '王敏' })
          : client.tickets.edit({ ticketId, seenVersion: v, ...ticketWish, priority: 1 }),
      stored: () => accepted(client.tickets.get({ ticketId })),
    }
  }

  test.each(Object.keys(guarded) as Guarded[])(
    '%s is refused with what changed, by whom and when, and changes nothing',
    async (call) => {
      const wang = await accepted(
        client.people.add({ name: '王敏', department: '', role: 'coordinator', employeeNumber: null, email: null }),
      )
      const { first, second, stored } = await two(call)
      await accepted(client.settings.save({ me: wang.id }))
      clock.advance(60_000)
      const at = clock.now()
      const changed = await first()
      expect(changed).toMatchObject({ ok: true })
      clock.advance(60_000)
      const before = await stored()
      const answer = await second()
      expect(answer).toMatchObject({ ok: false, code: 'stale', detail: { byName: '王敏', at, version: 1 } })
      expect(answer).toMatchObject({ detail: { fields: guarded[call].fields } })
      expect(await stored()).toEqual(before)
      expect(await second(1)).toMatchObject({ ok: true })
    },
  )
})
