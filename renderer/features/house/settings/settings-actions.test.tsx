import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { IssueType } from '../../../../shared/contract/tickets/tickets.ts'
import { accepted } from '../../../../test/builders/console.ts'
import { aClock } from '../../../../test/builders/parts.ts'
import { patience } from '../../../../test/builders/patience.ts'
import { seatsOf, theRoomOf } from '../../../../test/builders/rooms.ts'
import { shanghai } from '../../../../test/builders/seats.ts'
import { aWindow, type TestWindow } from '../../../../test/builders/window.tsx'
import { issueTypes } from '../../../lib/common-queries.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { settingsQuery } from '../../../lib/settings.ts'
import { backUpNow } from '../data/backups.actions.ts'
import { removeIssueType, saveIssueTypes } from '../issue-types/issue-types.actions.ts'
import { keepList, removePerson, savePerson } from '../people/people.actions.ts'
import { saveRoom } from '../room/room.actions.ts'
import { saveSettings } from './settings.actions.ts'

let page: TestWindow

beforeEach(async () => {
  page = await aWindow({ clock: aClock() })
})
afterEach(() => page.close())

const wishOf = (name: string, employeeNumber: string | null = null) => ({
  ...{ name, employeeNumber, department: '客服部', role: 'listener' as const, email: null },
})
const aPerson = (name: string, employeeNumber: string | null = null) =>
  accepted(page.client.people.add(wishOf(name, employeeNumber)))
const names = async () => (await accepted(page.client.people.list({}))).map(({ name }) => name)

describe('people', () => {
  test('somebody new, and the same person changed', async () => {
    const added = await savePerson(null, wishOf('王敏', '00123'))
    if (!added.ok) throw new Error(added.words())
    expect(await savePerson(added.person.id, wishOf('王敏敏', '00123'))).toMatchObject({ ok: true })
    expect(await names()).toEqual(['王敏敏'])
  })

  test('a number somebody has already stands beside its field, with the name', async () => {
    await aPerson('李强', '7')
    const saved = await savePerson(null, wishOf('王敏', '7'))
    if (saved.ok) throw new Error('was saved')
    expect([saved.field, saved.words()]).toEqual(['employeeNumber', expect.stringContaining('李强')])
    expect(await names()).toEqual(['李强'])
  })

  test('who is taken off the list comes back as me, and can go again', async () => {
    const person = await aPerson('王敏')
    await accepted(page.client.settings.save({ me: person.id }))
    await removePerson(person, true)
    expect([await names(), (await accepted(page.client.settings.get({}))).me]).toEqual([[], null])
    page.notice().undo?.()
    await vi.waitFor(async () => expect((await accepted(page.client.settings.get({}))).me).toBe(person.id), patience)
    expect(await names()).toEqual(['王敏'])
    await vi.waitFor(() => expect(page.notice().redo).toBeDefined(), patience)
    page.notice().redo?.()
    await vi.waitFor(async () => expect(await names()).toEqual([]), patience)
  })

  test('who has bookings to come stays until it is said what becomes of them', async () => {
    const person = await aPerson('王敏')
    const [seat] = await seatsOf(page.client)
    const span = { seatId: seat?.id ?? '', startsAt: shanghai('10:00'), endsAt: shanghai('11:00') }
    await accepted(page.client.bookings.reserve({ ...span, personId: person.id, companionId: null, purpose: 'listen' }))
    expect(await removePerson(person, false)).toBe(false)
    expect(await names()).toEqual(['王敏'])
  })

  test('who is back with bookings to come does not go again by a redo, and it is said why', async () => {
    const person = await aPerson('王敏')
    await removePerson(person, false)
    page.notice().undo?.()
    await vi.waitFor(() => expect(page.notice().redo).toBeDefined(), patience)
    const [seat] = await seatsOf(page.client)
    const span = { seatId: seat?.id ?? '', startsAt: shanghai('10:00'), endsAt: shanghai('11:00') }
    await accepted(page.client.bookings.reserve({ ...span, personId: person.id, companionId: null, purpose: 'listen' }))
    page.notice().redo?.()
    await page.told('请再看一眼')
    expect(await names()).toEqual(['王敏'])
  })

  test('a list is kept and counted; one without a row is refused in words', async () => {
    expect(await keepList(Buffer.from('姓名\n王敏\n李强\n').toString('base64'))).toBe(true)
    expect(page.notice()).toMatchObject({ tone: 'success', title: expect.stringContaining('2') })
    expect((await names()).sort()).toEqual(['李强', '王敏'])
    page.notice().undo?.()
    await vi.waitFor(() => expect(page.notice().redo).toBeDefined(), patience)
    expect(await names()).toEqual([])
    page.notice().redo?.()
    await vi.waitFor(() => expect(page.notice().undo).toBeDefined(), patience)
    expect((await names()).sort()).toEqual(['李强', '王敏'])
    await savePerson((await accepted(page.client.people.list({})))[0]?.id ?? '', wishOf('李强', '7'))
    page.notice().undo?.()
    await vi.waitFor(() => expect(page.notice()).toMatchObject({ stays: 'on_page' }), patience)
    expect(page.notice().hint).toContain('李强')
    expect(await names()).toEqual(['李强'])
    expect(await keepList('')).toBe(false)
    expect(page.notice().tone).toBe('failure')
  })
})

describe('the room', () => {
  const wish = { seatCount: 4, opensAt: '09:00', closesAt: '21:00', slotMinutes: 30 } as const

  test('is as if it had always been so while nobody has booked, and from today on afterwards', async () => {
    const saved = await saveRoom(await theRoomOf(page.client), { ...wish, seatCount: 6 })
    if (!saved.ok) throw new Error(saved.refusal.words())
    expect([saved.room.seats.length, saved.room.rules.length]).toEqual([6, 1])
    const person = await aPerson('王敏')
    const at = { startsAt: shanghai('10:00'), endsAt: shanghai('11:00'), companionId: null, purpose: 'listen' } as const
    const seatId = saved.room.seats[5]?.id ?? ''
    const booking = await accepted(page.client.bookings.reserve({ ...at, seatId, personId: person.id }))
    const fewer = await saveRoom(saved.room, { ...wish, seatCount: 3 })
    expect(fewer.ok ? null : fewer.refusal.words()).toContain('1 个预约')
    await accepted(page.client.bookings.cancel({ bookingId: booking.id, seenVersion: null }))
    expect(await saveRoom(saved.room, { ...wish, seatCount: 3 })).toMatchObject({ ok: true, room: { rules: [{}, {}] } })
  })

  test('what makes no room is said beside its hours', async () => {
    const tiny = await saveRoom(await theRoomOf(page.client), { ...wish, closesAt: '09:10' })
    expect(tiny).toMatchObject({ refusal: { field: 'hours' } })
  })
})

describe('issue types', () => {
  const known = () => accepted(page.client.tickets.issueTypes({}))

  test('are kept, and the lists on screen know them at once', async () => {
    const types = await known()
    const renamed = types.map((type) => (type.id === 'coupon' ? { ...type, nameZh: '券' } : type))
    expect(await saveIssueTypes(renamed, types)).toBeNull()
    expect(queryClient.getQueryData(issueTypes.queryKey)?.find(({ id }) => id === 'coupon')?.nameZh).toBe('券')
  })

  test('a list that somebody changed after it was seen is refused, and theirs stays', async () => {
    const types = await known()
    const named = (nameZh: string) => types.map((type) => (type.id === 'coupon' ? { ...type, nameZh } : type))
    expect(await saveIssueTypes(named('券'), types)).toBeNull()
    expect((await saveIssueTypes(named('红包'), types))?.().title).toMatch(/改了/)
    expect((await known()).find(({ id }) => id === 'coupon')?.nameZh).toBe('券')
  })

  test('one that was removed comes back beside what others changed since, and goes again', async () => {
    const before = await known()
    const gone = before.find(({ id }) => id !== 'coupon')
    if (gone === undefined) throw new Error('no type')
    await removeIssueType(gone, before)
    const { undo } = await page.told('已删除')
    // Somebody renames a type meanwhile, and gives it the digit that is free now.
    const theirs = (await known()).map((type) =>
      type.id === 'coupon' ? { ...type, nameZh: '券', digit: gone.digit } : type,
    )
    await accepted(page.client.tickets.saveIssueTypes({ seenVersion: null, issueTypes: theirs }))
    const byDigit = (types: readonly IssueType[]) => types.toSorted((a, b) => a.digit - b.digit)
    undo?.()
    const { redo, title } = await page.told('已放回')
    expect(title).toContain('现在是 1')
    const told = (types: readonly IssueType[]) => types.map(({ id, nameZh, digit }) => ({ id, nameZh, digit }))
    expect(told(await known())).toEqual([{ ...told([gone])[0], digit: 1 }, ...told(byDigit(theirs))])
    redo?.()
    await vi.waitFor(async () => expect(told(await known())).toEqual(told(byDigit(theirs))), patience)
  })

  test('a digit given twice is told', async () => {
    const types = await known()
    const alike = types.map((type) => ({ ...type, digit: 1 }))
    expect((await saveIssueTypes(alike, types))?.().title).toMatch(/数字/)
  })
})

describe('settings', () => {
  test('are kept and known at once', async () => {
    expect(await saveSettings({ reactionLagMs: 1_500 })).toBeNull()
    expect(queryClient.getQueryData(settingsQuery.queryKey)?.reactionLagMs).toBe(1_500)
  })

  test('one chord for two acts is refused with both names, one of the system as well', async () => {
    const clash = await saveSettings({ keys: { 'listen.saveNote': 'Alt+q', 'listen.nextCall': 'Alt+q' } })
    expect(clash?.().title).toMatch(/下一通/)
    const reserved = await saveSettings({ keys: { 'listen.saveNote': 'Ctrl+Space' } })
    expect(reserved?.().title).toMatch(/保存/)
    expect((await accepted(page.client.settings.get({}))).keys).toEqual({})
  })

  test.each([
    ['closed', {}],
    ['no_space', {}],
  ])('a copy that is refused (%s) says why; one that was made says nothing', async (code, detail) => {
    page.answer('workspace.backUpNow', async () => ({ ok: false, code, detail }))
    expect((await backUpNow())?.().title).toMatch(/\p{Script=Han}/u)
    page.answerNoMore('workspace.backUpNow')
    expect(await backUpNow()).toBeNull()
  })
})
