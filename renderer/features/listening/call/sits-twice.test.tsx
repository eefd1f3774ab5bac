import { waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { patience } from '../../../../test/builders/patience.ts'
import { aWindow, type TestWindow } from '../../../../test/builders/window.tsx'
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

test('a second seat of whoever listens is said once it is known, once for each', async () => {
  let known: typeof other | null = null
  let asked = 0
  page.answer('sessions.sitsTwice', async () => {
    asked += 1
    return { ok: true, value: known }
  })
  page.show(<Listening />)
  const bookingsChange = async () => {
    const before = asked
    page.hears({ kind: 'changed', topics: ['bookings'] })
    await waitFor(() => expect(asked).toBe(before + 1), patience)
  }
  await bookingsChange()
  expect(page.noticeCount()).toBe(0)
  known = other
  await bookingsChange()
  const notice = await page.told('赵倩 已在 3号席')
  expect(notice.hint).toContain('一个人不能同时在两处')
  await bookingsChange()
  expect(page.noticeCount()).toBe(1)
  known = { ...other, seatNumber: 4 }
  await bookingsChange()
  await page.told('赵倩 已在 4号席')
})
