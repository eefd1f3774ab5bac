import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { rulesOn } from '../../shared/domain/seats/room-rules.ts'
import { goesBackAndForth } from '../../test/builders/back-and-forth.ts'
import { aCall, accepted } from '../../test/builders/console.ts'
import { aClock } from '../../test/builders/parts.ts'
import { seatsOf } from '../../test/builders/rooms.ts'
import { shanghai } from '../../test/builders/seats.ts'
import { aWindow, type TestWindow } from '../../test/builders/window.tsx'
import { saveYear } from '../features/house/calendar/calendar.actions.ts'
import { changeDays } from '../features/house/calendar/calendar-draft.ts'
import { removeIssueType } from '../features/house/issue-types/issue-types.actions.ts'
import { saveMaskingRules } from '../features/house/masking/masking.actions.ts'
import { mergeRecords } from '../features/house/people/merges.actions.ts'
import { keepList, removePerson } from '../features/house/people/people.actions.ts'
import { describeRoom } from '../features/house/room/keeping/keeping.actions.ts'
import { saveRules } from '../features/house/room/rules/rules.actions.ts'
import { keepSession, letSessionGo, saveRules as saveLimits } from '../features/retention/retention.actions.ts'
import { checkIn } from '../features/today/today.actions.ts'
import { theRooms } from '../lib/common-queries.ts'
import { queryClient } from '../lib/query-client.ts'

let page: TestWindow
beforeEach(async () => {
  vi.useFakeTimers({ now: Date.parse(shanghai('09:00')), toFake: ['Date'] })
  page = await aWindow({ clock: aClock() })
})
afterEach(async () => {
  await page.close()
  vi.useRealTimers()
})

const wish = { department: '', role: 'listener', employeeNumber: null, email: null } as const
const add = (name: string) => accepted(page.client.people.add({ ...wish, name }))
const names = async () => (await accepted(page.client.people.list({}))).map(({ name }) => name).sort()

/** Does one after the other, and takes all of them back and does them again by the keys. */
async function back<Look>(looks: () => Promise<Look>, acts: readonly (() => Promise<unknown>)[]): Promise<Look[]> {
  const seen = [await looks()]
  for (const act of acts) {
    await act()
    seen.push(await looks())
  }
  for (const [index, look] of seen.slice(1).entries()) expect(look).not.toEqual(seen[index])
  await goesBackAndForth(looks, seen)
  return seen
}

test('two people who were taken off the list, and two records that were merged', async () => {
  const [anna, ben, ben2] = [await add('安娜'), await add('本'), await add('本二')]
  await back(names, [
    () => removePerson(anna, false),
    () => mergeRecords([ben, ben2], [], false),
    async () => removePerson((await accepted(page.client.people.list({})))[0] ?? ben, false),
  ])
})

test('two lists of people that were brought in', async () => {
  const list = (...rows: string[]) => Buffer.from(['姓名', ...rows].join('\n')).toString('base64')
  await back(names, [() => keepList(list('甲', '乙')), () => keepList(list('丙'))])
})

test('two issue types', async () => {
  const types = () => accepted(page.client.tickets.issueTypes({}))
  const ids = async () => (await types()).map(({ id }) => id).sort()
  const removed = (index: number) => async () => {
    const all = await types()
    const type = all[index]
    if (type !== undefined) await removeIssueType(type, all)
  }
  await back(ids, [removed(6), removed(5)])
})

test('two days of the work calendar, each saved by itself', async () => {
  const year = () => accepted(page.client.calendar.year({ year: 2027 }))
  const days = async () => (await year()).days.map(({ date, name }) => `${date} ${name.zh}`)
  const saved = (date: string, name: string) => async () => {
    const known = await year()
    changeDays(known, [...known.days, { date, kind: 'holiday', name: { zh: name, en: name } }])
    expect(await saveYear(known, null)).toEqual({ kind: 'saved' })
  }
  await back(days, [saved('2027-03-08', '甲'), saved('2027-03-09', '乙')])
})

test('rules of masking that were saved twice', async () => {
  const rules = () => accepted(page.client.masking.rules({}))
  const looks = async () => {
    const { rules: all, hidesOrders } = await rules()
    return [all.map(({ name }) => name), hidesOrders]
  }
  const saved = (change: Partial<Awaited<ReturnType<typeof rules>>>) => async () => {
    const now = await rules()
    expect(await saveMaskingRules({ ...now, ...change }, now, { version: now.version, onStale: () => undefined })).toBe(
      true,
    )
  }
  const [{ hidesOrders }] = [await rules()]
  const rule = { name: '运单', pattern: 'JDV#{10-13}', examples: ['JDV0192837465'] }
  await back(looks, [saved({ hidesOrders: !hidesOrders }), saved({ rules: [rule] })])
})

test('how long things are kept, and a session that stays', async () => {
  const { sessionId } = await aCall(page.client)
  const rules = () => accepted(page.client.retention.rules({}))
  const looks = async () => [
    (await rules()).rules.drafts?.days,
    (await accepted(page.client.retention.due({}))).kept.length,
  ]
  const limited = (days: number) => async () => {
    const now = await rules()
    const { rules: all, version } = now
    const wanted = { ...all, drafts: { days, startsOn: null } }
    expect(await saveLimits(wanted, now, { isUnderstood: true, seenVersion: version })).toBe('saved')
  }
  await back(looks, [
    limited(400),
    limited(500),
    () => keepSession(sessionId, '投诉', null),
    () => letSessionGo({ sessionId, reason: '投诉', until: null }),
  ])
})

test('rules of a room that cancelled a booking, and its name', async () => {
  const { id: personId } = await add('安娜')
  const [seat] = await seatsOf(page.client)
  const startsAt = shanghai('17:00')
  await accepted(
    page.client.bookings.reserve({
      ...{ personId, seatId: seat?.id ?? '', companionId: null, purpose: 'listen' },
      ...{ startsAt, endsAt: shanghai('18:00') },
    }),
  )
  const room = async () => {
    const [first] = await queryClient.fetchQuery({ ...theRooms, staleTime: 0 })
    if (first === undefined) throw new Error('no room')
    return first
  }
  const day = '2026-09-18'
  const looks = async () => {
    const { name, rules } = await room()
    const board = await accepted(page.client.bookings.board({ from: day, to: day }))
    return [name, rules.length, rulesOn(rules, day).week[4]?.closesAt, rulesOn(rules, day).noticeDays, board.length]
  }
  const closing = (closesAt: string) => async () => {
    const { id: roomId, version: seenVersion, rules } = await room()
    const now = rulesOn(rules, day)
    const next = { ...now, week: now.week.map((hours) => hours && { ...hours, closesAt }) }
    const wanted = { roomId, seenVersion, validFrom: day, rules: next, toldHits: null, cancel: null }
    const outcome = await saveRules(wanted)
    if (typeof outcome === 'string' || outcome.code !== 'hits_bookings') return
    const { mark, hits } = outcome.detail
    const cancel = { bookingIds: hits.map(({ bookingId }) => bookingId), reason: '早收' }
    expect(await saveRules({ ...wanted, toldHits: mark, cancel })).toBe('saved')
  }
  await back(looks, [
    closing('20:00'),
    closing('16:00'),
    async () => describeRoom(await room(), { name: '西厅', site: '', coordinatorId: null }, null),
  ])
})

test('rules that stood between others go and come back with the closed days that were theirs', async () => {
  const room = async () => {
    const [first] = await queryClient.fetchQuery({ ...theRooms, staleTime: 0 })
    if (first === undefined) throw new Error('no room')
    return first
  }
  const days = [
    {
      kind: 'closed' as const,
      from: '2026-09-25',
      to: '2026-10-05',
      name: { zh: '检修', en: 'Repair' },
      seatNumbers: [3],
    },
  ]
  const saved =
    (validFrom: string, isThere = true) =>
    async () => {
      const { id: roomId, version: seenVersion, rules } = await room()
      const wanted = isThere ? { ...rulesOn(rules, '2026-09-18'), days } : null
      const none = { toldHits: null, cancel: null }
      expect(await saveRules({ roomId, seenVersion, validFrom, rules: wanted, ...none })).toBe('saved')
    }
  await back(
    async () => (await room()).rules,
    [saved('2026-09-28'), saved('2026-10-02'), saved('2026-09-22'), saved('2026-09-28', false)],
  )
})

test('rules that somebody else put in stay where the page had not read them when mine were saved over them', async () => {
  const [asRead] = await queryClient.fetchQuery({ ...theRooms, staleTime: 0 })
  if (asRead === undefined) throw new Error('no room')
  const rules = { ...rulesOn(asRead.rules, '2026-09-18'), noticeDays: 1 }
  const wish = { roomId: asRead.id, rules, toldHits: null, cancel: null }
  const theirs = { ...wish, validFrom: '2026-10-10', seenVersion: asRead.version }
  const { version } = (await accepted(page.client.rooms.saveRules(theirs))).room
  queryClient.setQueryData(theRooms.queryKey, [asRead])
  const begin = async () => (await accepted(page.client.rooms.list({})))[0]?.rules.map(({ validFrom }) => validFrom)
  await back(begin, [
    async () => expect(await saveRules({ ...wish, validFrom: '2026-09-18', seenVersion: version })).toBe('saved'),
  ])
  expect(await begin()).toContain('2026-10-10')
})

test('a check-in on Today', async () => {
  const { id: personId } = await add('安娜')
  const [seat] = await seatsOf(page.client)
  const booking = await accepted(
    page.client.bookings.reserve({
      ...{ personId, seatId: seat?.id ?? '', companionId: null, purpose: 'listen' },
      ...{ startsAt: shanghai('09:00'), endsAt: shanghai('10:00') },
    }),
  )
  const state = async () =>
    (await accepted(page.client.bookings.board({ from: '2026-09-18', to: '2026-09-18' }))).map((one) => one.state)
  await back(state, [() => checkIn(booking)])
})
