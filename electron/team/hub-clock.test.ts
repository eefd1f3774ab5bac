import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aClock } from '../../test/builders/parts.ts'
import { hubClock } from './hub-clock.ts'
import type { Welcome } from './wire.ts'

const HOUR_MS = 3_600_000
const YEAR_MS = 365 * 24 * HOUR_MS

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'earshot-hub-clock-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const welcome = (at: string): Welcome => ({
  hub: { id: 'h', name: '总部', appVersion: '1.0.0', contract: 1 },
  ...{ deskId: 'd', generation: 1, me: { personId: 'p', name: '陈静', role: 'listener' }, at },
})

/** A desk `aheadMs` ahead that was greeted at ten, heard of the hub for an hour, and was closed at eleven. */
function closedAtEleven(aheadMs: number) {
  const clock = aClock('2026-09-18T02:00:00.000Z')
  clock.step(aheadMs)
  const time = hubClock(clock, folder)
  time.greeted(welcome('2026-09-18T02:00:00.000Z'))
  clock.advance(HOUR_MS)
  time.keep()
  return { clock, time }
}

test('a desk dates by the hub it was greeted by, whatever is done to its own clock', () => {
  const { clock, time } = closedAtEleven(YEAR_MS)
  expect(time.now()).toBe('2026-09-18T03:00:00.000Z')
  expect(time.aheadMs()).toBe(YEAR_MS)
  clock.step(-YEAR_MS - 10 * HOUR_MS)
  clock.advance(HOUR_MS)
  expect(time.now()).toBe('2026-09-18T04:00:00.000Z')
  expect(time.aheadMs()).toBe(-10 * HOUR_MS)
})

test('less than a minute apart, its own clock is as good', () => {
  const { time } = closedAtEleven(59_000)
  expect(time.now()).toBe('2026-09-18T03:00:59.000Z')
  expect(time.aheadMs()).toBe(0)
})

test('of a hub that never greeted it, a desk has only its own clock', () => {
  const clock = aClock('2027-09-18T02:00:00.000Z')
  const time = hubClock(clock, folder)
  time.keep()
  expect([time.now(), time.aheadMs()]).toEqual(['2027-09-18T02:00:00.000Z', 0])
  expect(hubClock(clock, folder).aheadMs()).toBe(0)
})

test.each([
  ['a year ahead, and still so in the evening', YEAR_MS, YEAR_MS, '2026-09-18T11:00:00.000Z'],
  ['a year ahead, and set right meanwhile', YEAR_MS, 0, '2026-09-18T11:00:00.000Z'],
  ['a year behind, and still so', -YEAR_MS, -YEAR_MS, '2026-09-18T11:00:00.000Z'],
  ['a year behind, and set right', -YEAR_MS, 0, '2026-09-18T11:00:00.000Z'],
  ['right, and set back ten years since: not before the hub last was', 0, -10 * YEAR_MS, '2026-09-18T03:00:00.000Z'],
  ['a year ahead, and set back ten since', YEAR_MS, -10 * YEAR_MS, '2026-09-18T03:00:00.000Z'],
])('started without the hub: %s', (_, before, aheadMs, now) => {
  closedAtEleven(before)
  const clock = aClock('2026-09-18T11:00:00.000Z')
  clock.step(aheadMs)
  const time = hubClock(clock, folder)
  expect(time.now()).toBe(now)
  clock.advance(HOUR_MS)
  expect(Date.parse(time.now()) - Date.parse(now)).toBe(HOUR_MS)
})
