import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { replayDraw } from '../../../electron/replay-draw.ts'
import { passportsService } from '../../../electron/services/duty/passports.ts'
import { drawPass } from '../../../electron/services/seats/draw/draw-pass.ts'
import type { DrawEvent } from '../../../shared/contract/seats/draws.ts'
import { aDrawingRoom, MONDAY, monday, slotAt } from '../../builders/drawing.ts'
import { sha256 } from '../../builders/draws.ts'
import { accepted, refused } from '../../builders/outcomes.ts'
import { nobody, shanghai } from '../../builders/seats.ts'

// Friday 2026-09-18 09:00 in Shanghai; four seats, 09:00-21:00. Windows are about Monday, and close at 18:00 today.
let house: Awaited<ReturnType<typeof aDrawingRoom>>
let chen: string
let li: string
beforeEach(async () => {
  house = await aDrawingRoom()
  chen = await house.aPerson('陈思远')
  li = await house.aPerson('李强')
})
afterEach(() => house.close())

const upcoming = (personId: string) => accepted(house.bookings.upcoming({ personId }, nobody))
const people = (count: number) => Promise.all(Array.from({ length: count }, (_, at) => house.aPerson(`经理${at}`)))

describe('a window', () => {
  test('publishes the hash of its seed when it opens, and the seed with the result', async () => {
    const window = await house.aWindow()
    expect(window).toMatchObject({ state: 'open', slotCount: 2, placeCount: 8, outcome: null, openedByName: '王敏' })
    expect(JSON.stringify(window)).not.toContain('seed')
    const { outcome, commitment } = await house.drawn(window.id)
    expect(commitment).toBe(window.commitment)
    expect(sha256(outcome?.seed ?? '')).toBe(window.commitment)
  })

  test('holds its places: until they are drawn nobody books them, and free ones offered instead are others', async () => {
    const window = await house.aWindow()
    const wish = { person: chen, date: MONDAY, from: '09:00', to: '10:00' }
    const detail = { windowId: window.id, drawnAt: window.closesAt, seatNumber: 1 }
    expect(await refused(house.reserve(wish))).toMatchObject({ code: 'to_be_drawn', detail })
    const later = await house.aBooking({ ...wish, from: '11:00', to: '12:00' })
    const moved = house.move(later.id, { seat: 2, date: MONDAY, from: '10:00', to: '11:00' })
    expect((await refused(moved)).code).toBe('to_be_drawn')
    const taken = await refused(house.reserve({ ...wish, person: li, from: '11:00', to: '12:00' }))
    expect(JSON.stringify(taken.detail)).not.toContain(shanghai('10:00', MONDAY))
    await house.drawn(window.id)
    expect((await house.aBooking(wish)).state).toBe('booked')
  })

  test('a booking that was given up is not put back onto a place that is drawn', async () => {
    const booking = await house.aBooking({ person: chen, date: MONDAY, from: '09:00', to: '10:00' })
    await accepted(house.cancel(booking.id))
    await house.aWindow()
    expect((await refused(house.bookings.restore({ bookingId: booking.id }, nobody))).code).toBe('to_be_drawn')
  })

  test('offers of each place the seats that are free for all of it', async () => {
    await house.aBooking({ person: chen, date: MONDAY, from: '09:30', to: '10:00' })
    const { id } = await house.aWindow()
    const slots = async (windowId: string) =>
      (await accepted(house.draws.slots({ windowId }, nobody))).map(({ startsAt, capacity }) => [startsAt, capacity])
    expect(await slots(id)).toEqual([
      [shanghai('09:00', MONDAY), 3],
      [shanghai('10:00', MONDAY), 4],
    ])
    // Of several lengths any slot may be the first: a seat that is taken in between is not offered at all.
    await accepted(house.draws.cancel({ windowId: id, reason: '再来' }, house.coordinator))
    const several = await house.aWindow({ lengthsMinutes: [30, 60] })
    expect((await slots(several.id)).map(([, capacity]) => capacity)).toEqual([3, 3, 3, 3])
  })

  test('leaves free beside its places what the room leaves free, and then has one length', async () => {
    await house.newRules({ bufferMinutes: 30 })
    expect(await refused(house.open({ lengthsMinutes: [30, 60] }))).toMatchObject({
      code: 'buffer_needs_one_length',
      detail: { bufferMinutes: 30 },
    })
    const window = await house.aWindow()
    const slots = await accepted(house.draws.slots({ windowId: window.id }, nobody))
    expect(slots.map(({ startsAt }) => startsAt)).toEqual([shanghai('09:00', MONDAY)])
    const wish = { person: chen, date: MONDAY, from: '10:00', to: '10:30' }
    expect((await refused(house.reserve(wish))).code).toBe('to_be_drawn')
    await house.aBooking({ ...wish, from: '10:30', to: '11:00' })
  })

  test('two windows never offer the same place', async () => {
    await house.aWindow()
    expect((await refused(house.open())).code).toBe('nothing_free')
    expect(await house.aWindow({ hours: { from: '10:00', to: '12:00' } })).toMatchObject({ slotCount: 1 })
  })

  test.each([
    [{ to: '2026-09-20' }, 'days_backwards', {}],
    [{ to: '2026-12-20' }, 'too_many_days', { most: 62 }],
    [{ lengthsMinutes: [45] }, 'length_not_on_slots', { lengthMinutes: 45, slotMinutes: 30 }],
    [{ closesAt: shanghai('08:59') }, 'closes_in_the_past', {}],
    [{ closesAt: shanghai('09:01', MONDAY) }, 'closes_too_late', { firstStartsAt: shanghai('09:00', MONDAY) }],
    [{ hours: { from: '22:00', to: '23:00' } }, 'nothing_free', {}],
    [{ roomIds: ['00000000-0000-7000-8000-0000000000ff'] }, 'not_found', {}],
  ])('%o is refused: %s', async (plan, code, detail) => {
    expect(await refused(house.open(plan))).toEqual({ ok: false, code, detail })
  })

  test('a preview says what would be offered and who still owes, and takes nothing', async () => {
    await house.aBooking({ person: chen, date: MONDAY, from: '09:00', to: '10:00' })
    const seen = await accepted(house.draws.preview(monday, house.coordinator))
    expect(seen).toMatchObject({ slotCount: 2, placeCount: 7, leftOut: 1, owingCount: 2 })
    expect(seen.firstStartsAt).toBe(shanghai('09:00', MONDAY))
    await house.aBooking({ person: li, date: MONDAY, seat: 2, from: '09:00', to: '10:00' })
  })

  test('is extended before it closes, only to later, and not beyond its first place', async () => {
    const { id } = await house.aWindow()
    const extend = (closesAt: string) =>
      house.draws.extend({ windowId: id, seenVersion: null, closesAt }, house.coordinator)
    expect((await refused(extend(shanghai('17:00')))).code).toBe('only_later')
    expect((await refused(extend(shanghai('09:30', MONDAY)))).code).toBe('closes_too_late')
    await accepted(extend(shanghai('20:00')))
    house.clock.set(shanghai('19:00'))
    expect(await house.pass.run()).toBe(0)
    await house.aRequest({ windowId: id, person: chen })
    house.clock.set(shanghai('20:00'))
    expect((await refused(extend(shanghai('21:00')))).code).toBe('closed')
    expect(await house.pass.run()).toBe(1)
  })

  test('that is cancelled gives its places back, with the reason, and draws nothing', async () => {
    const { id } = await house.aWindow()
    await house.aRequest({ windowId: id, person: chen })
    const cancel = () => house.draws.cancel({ windowId: id, reason: '活动改期，问 13800138000' }, house.coordinator)
    const { reason, state } = await accepted(cancel())
    expect([state, reason]).toEqual(['cancelled', expect.not.stringContaining('13800138000')])
    await accepted(cancel())
    expect(await house.drawn(id)).toMatchObject({ state: 'cancelled', outcome: null })
    expect(await house.results(id)).toEqual([])
    await house.aBooking({ person: li, date: MONDAY, from: '09:00', to: '10:00' })
    const other = await house.drawn((await house.aWindow({ closesAt: shanghai('20:00') })).id)
    const drawn = house.draws.cancel({ windowId: other.id, reason: '晚了' }, house.coordinator)
    expect((await refused(drawn)).code).toBe('drawn_already')
  })

  test('tells everything that happened in it', async () => {
    const { id } = await house.aWindow()
    const request = await house.aRequest({ windowId: id, person: chen }, { personId: li })
    const later = { windowId: id, seenVersion: null, closesAt: shanghai('19:00') }
    await accepted(house.draws.extend(later, house.coordinator))
    await accepted(house.draws.withdraw({ requestId: request.id }, { personId: chen }))
    await house.drawn(id)
    const events = await accepted(house.draws.history({ windowId: id }, nobody))
    const of = ({ requestId }: DrawEvent) => requestId === request.id
    const lines = events.map((event) => [event.what, event.actorName, event.personName, event.closesAt, of(event)])
    // The last first; what falls on one millisecond of a still clock is in no order.
    expect(lines[0]).toEqual(['drawn', null, null, null, false])
    expect(lines.slice(1).sort()).toEqual([
      ['extended', '王敏', null, shanghai('19:00'), false],
      ['handed_in', '李强', '陈思远', null, true],
      ['opened', '王敏', null, shanghai('18:00'), false],
      ['withdrawn', '陈思远', '陈思远', null, true],
    ])
  })
})

describe('a request', () => {
  test('is handed in, changed and withdrawn by whoever it is about or who handed it in, until the window closes', async () => {
    const { id, closesAt } = await house.aWindow()
    const request = await house.aRequest({ windowId: id, person: chen }, { personId: li })
    expect(request).toMatchObject({ personName: '陈思远', handedInByName: '李强', result: null })
    const wish = { togetherWith: [], purpose: 'answer', lengthMinutes: 60, wishes: [slotAt('10:00')] } as const
    const change = (asker: { personId: string }, seenVersion: number | null = null) =>
      house.draws.change(
        { requestId: request.id, seenVersion, ...wish, togetherWith: [], wishes: [...wish.wishes] },
        asker,
      )
    const stranger = { personId: await house.aPerson('赵倩'), role: 'listener' } as const
    expect(await refused(change(stranger))).toMatchObject({ code: 'not_for_them', detail: { personName: '陈思远' } })
    expect((await refused(house.handIn({ windowId: id, person: li }, stranger))).code).toBe('not_for_them')
    expect(await accepted(change({ personId: chen }))).toMatchObject({ wishes: [slotAt('10:00')], version: 1 })
    const mine = await accepted(house.draws.mine({}, { personId: li }))
    expect(mine).toMatchObject([{ purpose: 'answer', version: 1 }])
    expect((await refused(house.draws.withdraw({ requestId: request.id }, stranger))).code).toBe('not_for_them')
    house.clock.set(closesAt)
    expect(await refused(change({ personId: chen }))).toMatchObject({ code: 'closed', detail: { closesAt } })
    expect((await refused(house.handIn({ windowId: id, person: li }))).code).toBe('closed')
    expect((await refused(house.draws.withdraw({ requestId: request.id }, { personId: chen }))).code).toBe('closed')
  })

  test('is one in each window, for those who come along too; withdrawn, another can be handed in', async () => {
    const { id } = await house.aWindow()
    const first = await house.aRequest({ windowId: id, person: chen, togetherWith: [li] })
    expect(await refused(house.handIn({ windowId: id, person: li }))).toMatchObject({
      code: 'asked_already',
      detail: { personName: '李强' },
    })
    expect((await house.windowNow(id)).requestCount).toBe(1)
    await accepted(house.draws.withdraw({ requestId: first.id }, { personId: li }))
    expect((await house.windowNow(id)).requestCount).toBe(0)
    await house.aRequest({ windowId: id, person: li })
    await house.aRequest({ windowId: id, person: chen })
  })

  test('wishes for what is offered, and by people who are on the list', async () => {
    const { id } = await house.aWindow()
    const refusedWish = async (wish: Partial<Parameters<typeof house.handIn>[0]>) =>
      refused(house.handIn({ windowId: id, person: chen, ...wish }))
    expect(await refusedWish({ wishes: [slotAt('09:00'), slotAt('11:00')] })).toMatchObject({
      code: 'not_offered',
      detail: { slotId: slotAt('11:00') },
    })
    expect((await refusedWish({ lengthMinutes: 30 })).code).toBe('not_offered')
    expect((await refusedWish({ togetherWith: [id] })).code).toBe('not_found')
    expect((await refusedWish({ windowId: chen })).code).toBe('not_found')
  })

  test('of somebody who left the list meanwhile is taken out', async () => {
    const { id } = await house.aWindow()
    await house.aRequest({ windowId: id, person: chen, togetherWith: [li] })
    await accepted(house.people.remove({ personId: chen, seenVersion: null }, nobody))
    expect(await house.drawn(id)).toMatchObject({ state: 'drawn', requestCount: 0, outcome: { drawnCount: 0 } })
  })
})

describe('when it closes', () => {
  test('those who stand first get their wishes, as ordinary bookings, and everybody one sentence', async () => {
    const { id } = await house.aWindow({ hours: { from: '09:00', to: '10:00' } })
    const asked = await people(6)
    for (const person of asked) await house.aRequest({ windowId: id, person })
    const { outcome } = await house.drawn(id)
    expect(outcome).toMatchObject({ drawnCount: 4, seatsUsed: 4 })
    const rows = await house.results(id)
    expect(rows.map(({ place, of }) => [place, of])).toEqual([1, 2, 3, 4, 5, 6].map((place) => [place, 6]))
    expect(rows.map(({ drawn }) => drawn?.seatNumbers.length ?? 0)).toEqual([1, 1, 1, 1, 0, 0])
    expect(rows[0]?.sentence.zh).toBe('排在第 1 位（共 6 位），排到了第一志愿。')
    expect(rows[5]?.sentence.en).toMatch(/^Place 6 of 6: the one wish had gone to those before/)
    const [winner] = rows
    const bookings = await upcoming(winner?.personId ?? '')
    expect(bookings).toMatchObject([
      { state: 'booked', startsAt: shanghai('09:00', MONDAY), endsAt: shanghai('10:00', MONDAY), purpose: 'listen' },
    ])
    const [line] = await accepted(house.bookings.history({ bookingId: bookings[0]?.id ?? '' }, nobody))
    expect(line).toMatchObject({ what: 'drawn', actorName: winner?.personName })
    expect(await house.results(id, winner?.personName)).toHaveLength(1)
    const mine = await accepted(house.draws.mine({}, { personId: winner?.personId ?? '' }))
    expect(mine[0]?.result).toEqual(winner)
  })

  test('who did their duty stands behind who owes it, and who sat lately behind who did not', async () => {
    const { id } = await house.aWindow({ hours: { from: '09:00', to: '10:00' } })
    const [done, ...owing] = await people(5)
    const passports = passportsService(house.parts)
    for (const duty of ['listen', 'answer'] as const)
      await accepted(
        passports.record(
          { personId: done ?? '', duty, date: '2026-03-05', tripKind: null, place: '', evidence: '照片' },
          house.coordinator,
        ),
      )
    for (const person of [done ?? '', ...owing]) await house.aRequest({ windowId: id, person })
    await house.drawn(id)
    const last = (await house.results(id)).at(-1)
    expect(last).toMatchObject({ personId: done, drawn: null })
    expect(last?.sentence.zh).toContain('因为今年的听线还没有完成')
  })

  test('whoever is booked elsewhere by then is given nothing at that time', async () => {
    const { id } = await house.aWindow({ hours: { from: '09:00', to: '10:00' }, lengthsMinutes: [30, 60] })
    await house.newRules({ seatCount: 5 })
    await house.aRequest({ windowId: id, person: chen })
    await house.aBooking({ person: chen, seat: 5, date: MONDAY, from: '09:30', to: '10:00' })
    await house.drawn(id)
    const [row] = await house.results(id)
    expect(row).toMatchObject({ drawn: null })
    expect(row?.sentence.en).toContain('there is a booking at the time wished for already')
  })

  test('several who come together sit at the same time on a seat each, however long the places are', async () => {
    const { id } = await house.aWindow({ hours: { from: '09:00', to: '12:00' }, lengthsMinutes: [30, 60, 90] })
    const asked = await people(12)
    const begins = ['09:00', '09:30', '10:00', '10:30'].map((time) => slotAt(time))
    for (const [at, person] of asked.entries()) {
      if (at % 3 === 2) continue
      const togetherWith = at % 3 === 0 ? [asked[at + 2] ?? ''] : []
      const wishes = [...begins.slice(at % 4), ...begins.slice(0, at % 4)]
      await house.aRequest({ windowId: id, person, togetherWith, lengthMinutes: [30, 60, 90][at % 3] ?? 30, wishes })
    }
    const { outcome } = await house.drawn(id)
    expect(outcome?.drawnCount).toBe(8)
    const rows = await house.results(id)
    for (const { drawn, togetherNames } of rows) expect(drawn?.seatNumbers).toHaveLength(1 + togetherNames.length)
  })

  test('what the room closed meanwhile is not drawn', async () => {
    const { id } = await house.aWindow()
    await house.aRequest({ windowId: id, person: chen })
    const name = { zh: '检修', en: '' }
    await house.newRules({ days: [{ kind: 'closed', from: MONDAY, to: MONDAY, name, seatNumbers: null }] })
    await house.drawn(id)
    expect(await house.results(id)).toMatchObject([
      { drawn: null, sentence: { zh: expect.stringContaining('没有这么长的场次') } },
    ])
    expect(await upcoming(chen)).toEqual([])
  })

  test('anybody can draw it again from its file, to the same bytes', async () => {
    const { id } = await house.aWindow()
    for (const person of await people(11))
      await house.aRequest({ windowId: id, person, wishes: [slotAt('10:00'), slotAt('09:00')] })
    expect((await refused(house.draws.file({ windowId: id }, nobody))).code).toBe('not_drawn')
    const { outcome } = await house.drawn(id)
    const { fileName, text } = await accepted(house.draws.file({ windowId: id }, nobody))
    expect(fileName).toBe(`draw-${MONDAY}.json`)
    expect(sha256(text)).toBe(outcome?.fileDigest)
    const folder = mkdtempSync(join(tmpdir(), 'earshot-replay-'))
    writeFileSync(join(folder, fileName), text)
    const { isSame, lines } = replayDraw([join(folder, fileName)], 'en')
    rmSync(folder, { recursive: true })
    expect([isSame, lines[0]]).toEqual([true, expect.stringMatching(/^The same bytes\. 8 of 11 requests drawn/)])
    expect(lines[1]).toContain(outcome?.fileDigest)
  })

  test('two passes at once draw once, and so does another one after a restart', async () => {
    const { id, closesAt } = await house.aWindow()
    await house.aRequest({ windowId: id, person: chen })
    house.clock.set(closesAt)
    const counts = await Promise.all([house.pass.run(), drawPass({ ...house.parts, watch: house.watch }).run()])
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1)
    expect(await drawPass({ ...house.parts, watch: house.watch }).run()).toBe(0)
    expect(await upcoming(chen)).toHaveLength(1)
  })

  test('it is drawn late where nothing ran at that time, and then only what is still to come', async () => {
    const { id } = await house.aWindow()
    await house.aRequest({ windowId: id, person: chen })
    await house.aRequest({ windowId: id, person: li, wishes: [slotAt('10:00')] })
    house.clock.set(shanghai('09:20', MONDAY))
    expect(await house.pass.run()).toBe(1)
    expect(await upcoming(chen)).toEqual([])
    expect(await upcoming(li)).toMatchObject([{ startsAt: shanghai('10:00', MONDAY) }])
  })

  test('a clock that is set back does not draw again, or take requests anew', async () => {
    const { id } = await house.aWindow()
    await house.aRequest({ windowId: id, person: chen })
    await house.drawn(id)
    house.clock.step(-3_600_000)
    expect(await house.pass.run()).toBe(0)
    expect((await refused(house.handIn({ windowId: id, person: li }))).code).toBe('closed')
  })
})
