import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { patience } from '../../../../test/builders/patience.ts'
import { aWindow, type TestWindow } from '../../../../test/builders/window.tsx'
import { dismissNotice, useNotices } from '../../../ui/notices.ts'
import { useSitsTwice } from './sits-twice.ts'

let page: TestWindow
beforeEach(async () => {
  page = await aWindow()
})
afterEach(() => page.close())

function Listening() {
  useSitsTwice()
  return null
}

const other = {
  ...{ sessionId: '01930000-0000-7000-8000-000000000001', personName: '赵倩', seatNumber: 3, isElsewhere: false },
  ...{ startsAt: '2026-09-18T02:00:00.000Z', endsAt: '2026-09-18T03:00:00.000Z' },
  at: { seatId: '01930000-0000-7000-8000-000000000002', startsAt: '2026-09-18T02:00:00.000Z' },
}

let known: typeof other | null
let asked: number
beforeEach(() => {
  known = null
  asked = 0
  page.answer('sessions.sitsTwice', async () => {
    asked += 1
    return { ok: true, value: known }
  })
})
afterEach(() => void vi.useRealTimers())
const isAsked = (times: number) => vi.waitFor(() => expect(asked).toBe(times), patience)
async function bookingsChange() {
  const before = asked
  page.hears({ kind: 'changed', topics: ['bookings'] })
  await isAsked(before + 1)
}
async function opens() {
  page.show(<Listening />)
  await isAsked(1)
}
const isQuiet = () => vi.waitFor(() => expect(page.noticeCount()).toBe(0), patience)

test('a second seat of whoever listens is said once it is known, once for each', async () => {
  await opens()
  await bookingsChange()
  expect(page.noticeCount()).toBe(0)
  known = other
  await bookingsChange()
  const notice = await page.told('赵倩 已在 3号席')
  expect(notice.hint).toContain('一个人不能同时在两处')
  await bookingsChange()
  expect(page.noticeCount()).toBe(1)
  dismissNotice(notice.id)
  await bookingsChange()
  expect(page.noticeCount()).toBe(0)
  known = { ...other, seatNumber: 4 }
  await bookingsChange()
  await page.told('赵倩 已在 4号席')
  known = { ...other, seatNumber: 5 }
  await bookingsChange()
  await page.told('赵倩 已在 5号席')
  expect(page.noticeCount()).toBe(1)
})

test('a window that is opened later says it as well, and says it no more once the other one is taken back', async () => {
  known = other
  await opens()
  await page.told('赵倩 已在 3号席')
  known = null
  await bookingsChange()
  await isQuiet()
})

test('nor once the time of the other one is over, which nothing tells', async () => {
  known = other
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  await opens()
  await page.told('赵倩 已在 3号席')
  known = null
  await vi.advanceTimersByTimeAsync(20_000)
  await isQuiet()
  // Where nothing is said nothing is asked.
  await vi.advanceTimersByTimeAsync(60_000)
  expect(asked).toBe(2)
})

test('of two looks the later one counts, in whichever order they are answered', async () => {
  const answers: ((value: typeof other | null) => void)[] = []
  page.answer('sessions.sitsTwice', () => {
    asked += 1
    return new Promise((done) => answers.push((value) => done({ ok: true, value })))
  })
  const ids = new Set<number>()
  const stop = useNotices.subscribe(({ notices }) => {
    for (const { id } of notices) ids.add(id)
  })
  await opens()
  for (const _ of [1, 2, 3]) await bookingsChange()
  answers[1]?.(other)
  answers[0]?.(null)
  answers[3]?.(other)
  await page.told('赵倩 已在 3号席')
  answers[2]?.(null)
  await bookingsChange()
  answers[4]?.({ ...other, seatNumber: 4 })
  await page.told('赵倩 已在 4号席')
  expect(ids.size).toBe(2)
  stop()
})

test('a look that breaks off breaks nothing, and is taken again', async () => {
  known = other
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  let isBroken = true
  page.answer('sessions.sitsTwice', async () => {
    asked += 1
    if (isBroken) throw new Error('broken off')
    return { ok: true, value: known }
  })
  await opens()
  isBroken = false
  await vi.advanceTimersByTimeAsync(20_000)
  await page.told('赵倩 已在 3号席')
})
