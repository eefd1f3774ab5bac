import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ICAL from 'ical.js'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { DropEnd, Replacement } from '../../../electron/adapters/file-drop/drop-messages.ts'
import { type FileDrop, makeFileDrop } from '../../../electron/adapters/file-drop/file-drop.ts'
import { replace } from '../../../electron/adapters/file-drop/replace.ts'
import { mergesService } from '../../../electron/services/house/merges.ts'
import { settingsService } from '../../../electron/services/house/settings.ts'
import { type SeatCalendars, seatCalendarsService } from '../../../electron/services/seats/seat-calendars.ts'
import type { Topic } from '../../../shared/contract/entry.ts'
import type { EarshotEvent } from '../../../shared/contract/events.ts'
import { SEATS_PRODID } from '../../../shared/domain/seats/calendar-file.ts'
import { feedFileEnd } from '../../../shared/domain/seats/calendar-names.ts'
import { consoleOptions } from '../../builders/console.ts'
import { mark } from '../../builders/deliveries.ts'
import { accepted, refused } from '../../builders/outcomes.ts'
import { anOpenRoom, nobody } from '../../builders/seats.ts'

let house: Awaited<ReturnType<typeof anOpenRoom>>
let folder: string
let wang: string
let calendars: SeatCalendars
let listeners: Set<(event: EarshotEvent) => void>
let replaced: Replacement[]
/** What the windows hear of it. */
let said: EarshotEvent[]
/** What the child does, without the child; in the test that is about the whole way, with it. */
const here: Pick<FileDrop, 'replace'> = {
  replace: (job): Promise<DropEnd> => {
    replaced.push(job)
    return replace(job, { mark, run: 'wxzz', endedIds: [] }, () => {})
  },
}
beforeEach(async () => {
  house = await anOpenRoom()
  folder = join(mkdtempSync(join(tmpdir(), 'earshot-calendar-')), 'shared')
  mkdirSync(folder)
  wang = await house.aPerson('王敏')
  listeners = new Set()
  replaced = []
  said = []
  calendars = begun(here)
  house.parts.settings.save({ me: wang, calendarFolder: folder })
})
afterEach(async () => {
  calendars.close()
  rmSync(join(folder, '..'), { recursive: true, force: true })
  await house.close()
})

function begun(drop: Pick<FileDrop, 'replace'>): SeatCalendars {
  const on = (listener: (event: EarshotEvent) => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }
  const emit = (event: EarshotEvent) => {
    said.push(event)
    for (const listener of listeners) listener(event)
  }
  const service = seatCalendarsService({ ...house.parts, emit, drop, on })
  service.begin()
  return service
}
/** What the door says after a call. */
async function told(...topics: Topic[]) {
  for (const listener of listeners) listener({ kind: 'changed', topics })
  await calendars.settled()
}
const files = () => readdirSync(folder)
const feed = async () =>
  (await calendars.feed({}, nobody)) as {
    ok: true
    value: { fileName: string; reason: string | null; writtenAt: string | null }
  }
const eventsIn = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((each) => {
    const event = new ICAL.Event(each)
    return [event.uid.slice(0, 36), event.sequence, each.getFirstPropertyValue('status'), String(event.startDate)]
  })
const inFeed = () => eventsIn(readFileSync(join(folder, files()[0] ?? ''), 'utf8'))

test('one booking is a file of its own, cancelled or over, named after when and where', async () => {
  const booking = await house.aBooking({ person: wang, seat: 2, from: '14:00', to: '15:00' })
  const { fileName, text } = await accepted(calendars.file({ bookingId: booking.id }, nobody))
  expect(fileName).toBe('听线_2026-09-18_1400_2号席.ics')
  expect(eventsIn(text)).toEqual([[booking.id, booking.version, 'CONFIRMED', '2026-09-18T14:00:00']])
  await accepted(house.cancel(booking.id))
  house.parts.settings.save({ language: 'en' })
  const after = await accepted(calendars.file({ bookingId: booking.id }, nobody))
  expect(after.fileName).toBe('listen-in_2026-09-18_1400_seat-2.ics')
  expect(eventsIn(after.text)).toEqual([[booking.id, booking.version + 1, 'CANCELLED', '2026-09-18T14:00:00']])
  expect(await refused(calendars.file({ bookingId: wang }, nobody))).toMatchObject({ code: 'not_found' })
})

test('a file of all mine lies in the folder, and follows each change: booked, moved, beside somebody, cancelled', async () => {
  await told('settings')
  expect(files()).toEqual([`听线席_王敏_${wang.slice(-4)}.ics`])
  expect(inFeed()).toEqual([])
  const li = await house.aPerson('李强')
  const mine = await house.aBooking({ person: wang, from: '14:00', to: '15:00' })
  const beside = await house.aBooking({ person: li, companion: wang, seat: 2, from: '16:00', to: '17:00' })
  await house.aBooking({ person: li, seat: 3, from: '18:00', to: '19:00' })
  await told('bookings')
  expect(inFeed().map(([id]) => id)).toEqual([mine.id, beside.id])
  await accepted(house.move(mine.id, { seat: 1, from: '15:00', to: '16:00' }))
  await accepted(house.cancel(beside.id))
  await told('bookings')
  expect(inFeed()).toEqual([
    [mine.id, mine.version + 1, 'CONFIRMED', '2026-09-18T15:00:00'],
    [beside.id, beside.version + 1, 'CANCELLED', '2026-09-18T16:00:00'],
  ])
  house.parts.settings.save({ language: 'en' })
  await told('settings')
  expect(files()).toHaveLength(1)
  expect((await feed()).value).toMatchObject({ writtenAt: house.clock.now(), reason: null })
})

test('what changes nothing of mine writes nothing', async () => {
  await told('bookings')
  const li = await house.aPerson('李强')
  await house.aBooking({ person: li, from: '14:00', to: '15:00' })
  house.clock.set('2026-09-18T05:00:00.000Z')
  await told('bookings')
  await told('tickets')
  expect(replaced).toHaveLength(1)
  expect(said).toEqual([{ kind: 'changed', topics: ['settings'] }])
})

test('nobody sits here, or no folder is set: nothing is written, and that is no fault', async () => {
  for (const change of [{ me: null }, { me: wang, calendarFolder: null }, { calendarFolder: 'relative' }]) {
    house.parts.settings.save(change)
    await told('settings')
    expect((await feed()).value).toMatchObject({ fileName: null, writtenAt: null, reason: null })
  }
  expect(files()).toEqual([])
})

test('a folder that is away is told, and the file is there when it is back; another folder is another file', async () => {
  rmSync(folder, { recursive: true })
  await told('settings')
  expect((await feed()).value).toMatchObject({ writtenAt: null, reason: 'folder_missing' })
  expect(replaced).toHaveLength(1)
  mkdirSync(folder)
  await told('bookings')
  expect((await feed()).value.reason).toBeNull()
  expect(files()).toHaveLength(1)
  const other = join(folder, 'other')
  mkdirSync(other)
  house.parts.settings.save({ calendarFolder: other })
  await told('settings')
  expect(readdirSync(other)).toHaveLength(1)
})

test('a folder that refused what is wanted no more refuses nothing, and that is told', async () => {
  await told('settings')
  const other = await house.aPerson('李强')
  rmSync(folder, { recursive: true })
  house.parts.settings.save({ me: other })
  await told('settings')
  expect((await feed()).value.reason).toBe('folder_missing')
  said.length = 0
  house.parts.settings.save({ me: wang })
  await told('settings')
  expect((await feed()).value.reason).toBeNull()
  expect(said).toEqual([{ kind: 'changed', topics: ['settings'] }])
})

test('a folder that was left and is set again in another language goes on with the file that a calendar reads there', async () => {
  await told('settings')
  const [name = ''] = files()
  const { save } = settingsService({ settings: house.parts.settings, shell: consoleOptions('').shell, emit: () => {} })
  const set = async (change: Parameters<typeof save>[0]) => {
    await accepted(save(change, nobody))
    await told('settings')
  }
  await set({ calendarFolder: null })
  await set({ language: 'en' })
  await set({ calendarFolder: folder })
  expect((await feed()).value).toMatchObject({ fileName: name, reason: null })
  const { startsAt } = await house.aBooking({ person: wang })
  await told('bookings')
  expect(files()).toEqual([name])
  expect(readFileSync(join(folder, name), 'utf8')).toContain(startsAt.slice(0, 10).replaceAll('-', ''))
})

test('whoever is called otherwise by now goes on in the file that a calendar reads, after a restart too', async () => {
  await told('settings')
  const [name = ''] = files()
  const [before] = (await accepted(house.people.list({}, nobody))).filter(({ id }) => id === wang)
  const { name: _, department = '', role = 'listener' } = before ?? {}
  const wish = { department, role, employeeNumber: null, email: null, joinedOn: null }
  const called = (to: string, seenVersion: number) =>
    accepted(house.people.edit({ personId: wang, seenVersion, wish: { ...wish, name: to } }, nobody))
  await called('王敏敏', 0)
  const mine = await house.aBooking({ person: wang })
  await told('people')
  expect(files()).toEqual([name])
  expect(inFeed().map(([id]) => id)).toEqual([mine.id])
  expect((await feed()).value).toMatchObject({ fileName: name, reason: null })
  calendars.close()
  calendars = begun(here)
  await called('王小敏', 1)
  await accepted(house.cancel(mine.id))
  await told('people')
  expect(files()).toEqual([name])
  expect(inFeed()).toMatchObject([[mine.id, mine.version + 1, 'CANCELLED', '2026-09-18T10:00:00']])
  expect((await feed()).value).toMatchObject({ fileName: name, reason: null })
})

test('of records that became one no file stays behind: what was read under either tells all that is the person’s', async () => {
  const again = await house.aPerson('王敏', { employeeNumber: '80002' })
  const heard = await house.aBooking({ person: again, seat: 2, from: '09:00', to: '10:00' })
  await told('settings')
  house.parts.settings.save({ me: again })
  await told('settings')
  expect(files()).toHaveLength(2)
  const bystander = '听线席_赵云_0000.ics'
  const others = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${SEATS_PRODID}\r\nEND:VCALENDAR\r\n`
  for (const name of [bystander, `听线席_赵云${feedFileEnd(again)}`]) writeFileSync(join(folder, name), others)
  house.clock.set('2026-09-18T03:00:00.000Z')
  const coming = await house.aBooking({ person: again, from: '14:00', to: '15:00' })
  const merges = mergesService({ ...house.parts, emit: () => {} })
  const wish = { keptId: wang, goneId: again, seenVersion: 0, goneSeenVersion: 0, giveUp: null }
  await accepted(merges.merge(wish, { personId: wang }))
  expect(house.parts.settings.read().me).toBe(wang)
  await told('people')
  const of = (name: string) => readFileSync(join(folder, name), 'utf8')
  const theirs = [wang, again].map((id) => `听线席_王敏${feedFileEnd(id)}`)
  // What was heard under the other record stays in the calendar too.
  for (const name of theirs) expect(eventsIn(of(name)).map(([id]) => id)).toEqual([heard.id, coming.id])
  expect((await feed()).value).toMatchObject({ fileName: theirs[0], reason: null })
  // Somebody else's, whose record ends alike.
  for (const name of files().filter((name) => !theirs.includes(name))) expect(of(name)).toBe(others)
  expect(files()).toHaveLength(4)
})

test('of records that are two again each file tells its own, also of whom no desk writes for', async () => {
  const again = await house.aPerson('王敏')
  house.parts.settings.save({ me: again })
  const theirs = await house.aBooking({ person: again, from: '14:00', to: '15:00' })
  await told('settings')
  house.parts.settings.save({ me: wang })
  const mine = await house.aBooking({ person: wang, from: '16:00', to: '17:00' })
  await told('settings')
  const merges = mergesService({ ...house.parts, emit: () => {} })
  const wish = { keptId: wang, goneId: again, seenVersion: 0, goneSeenVersion: 0, giveUp: null }
  const { id } = await accepted(merges.merge(wish, { personId: wang }))
  await told('people')
  const [of, other] = [wang, again].map((person) => `听线席_王敏${feedFileEnd(person)}`)
  const inFile = (name = '') => eventsIn(readFileSync(join(folder, name), 'utf8')).map(([event]) => event)
  expect([inFile(of), inFile(other)]).toEqual([
    [theirs.id, mine.id],
    [theirs.id, mine.id],
  ])
  await accepted(merges.takeApart({ mergeId: id }, { personId: wang }))
  expect(house.parts.settings.read().me).toBe(wang)
  await told('people')
  expect([inFile(of), inFile(other), files().length]).toEqual([[mine.id], [theirs.id], 2])
  expect((await feed()).value).toMatchObject({ fileName: of, reason: null })

  // Their own desk goes on with theirs; a start of this one leaves it, in whichever language.
  const goneOn = readFileSync(join(folder, other ?? ''), 'utf8').replace('听线席', 'Listening seats')
  const begunAgain = async () => {
    calendars.close()
    calendars = begun(here)
    await told('people')
  }
  writeFileSync(join(folder, other ?? ''), goneOn)
  await begunAgain()
  expect(readFileSync(join(folder, other ?? ''), 'utf8')).toBe(goneOn)
  // A booking of this person's is none of theirs, whoever wrote it there.
  writeFileSync(join(folder, other ?? ''), goneOn.replaceAll(theirs.id, mine.id))
  await begunAgain()
  expect(inFile(other)).toEqual([theirs.id])

  // Where there is none of theirs, none is made.
  rmSync(join(folder, other ?? ''))
  await begunAgain()
  expect(files()).toEqual([of])
})

test('a room that nobody named is named beside another one', async () => {
  const booking = await house.aBooking({ person: wang, seat: 2, from: '14:00', to: '15:00' })
  const textOf = async () => (await accepted(calendars.file({ bookingId: booking.id }, nobody))).text
  expect(await textOf()).toContain('SUMMARY:听线 · 2号席')
  const [{ id: likeRoomId } = { id: '' }] = await accepted(house.rooms.list({}, nobody))
  await accepted(house.roomKeeping.add({ name: '二楼', site: '', likeRoomId }, nobody))
  expect(await textOf()).toContain('SUMMARY:听线 · 听线室 2号席')
  house.parts.settings.save({ language: 'en' })
  const { fileName, text } = await accepted(calendars.file({ bookingId: booking.id }, nobody))
  expect(text).toContain('LOCATION:Listening room\\, Seat 2')
  expect(fileName).toBe('listen-in_2026-09-18_1400_Listening room_seat-2.ics')
})

test('what somebody else has put under that name stays', async () => {
  const name = `听线席_王敏_${wang.slice(-4)}.ics`
  writeFileSync(join(folder, name), 'BEGIN:VCALENDAR\r\nPRODID:-//Somebody//EN\r\nEND:VCALENDAR\r\n')
  await told('settings')
  expect((await feed()).value.reason).toBe('name_taken')
  expect(readFileSync(join(folder, name), 'utf8')).toContain('Somebody')
  expect(files()).toEqual([name])
})

test('what an earlier run left half done is taken away; a reader sees the old file or the new one', async () => {
  await told('settings')
  await told('settings')
  const [name = ''] = files()
  writeFileSync(join(folder, `.~earshot-${mark}zzwx-replacement.tmp`), 'BEGIN:VCAL')
  writeFileSync(join(folder, `.~earshot-${mark}wxzz-replacement.tmp`), 'BEGIN:VCAL')
  await house.aBooking({ person: wang })
  await told('bookings')
  expect(files()).toEqual([name])
  expect(inFeed()).toHaveLength(1)
})

test('through a child process, as it is', async () => {
  calendars.close()
  const drop = makeFileDrop({ mark })
  calendars = begun(drop)
  await calendars.settled()
  expect(files()).toHaveLength(1)
  expect(existsSync(join(folder, files()[0] ?? ''))).toBe(true)
  drop.close()
})
