import { expect, test, vi } from 'vitest'
import { COPY_EVERY_MS, copiesToDrop, isCopyDue, newestFirst } from './backup-schedule.ts'

const nowMs = Date.parse('2026-11-21T09:00:00.000Z')
const eveningMs = Date.parse('2026-11-21T20:00:00.000Z')

test.each([
  ['nothing changed, no copy yet', { hasChanged: false, newestMadeAtMs: null }, false],
  ['nothing changed for days', { hasChanged: false, newestMadeAtMs: nowMs - 86_400_000 }, false],
  ['first change ever', { hasChanged: true, newestMadeAtMs: null }, true],
  [
    'changed, the copy is a minute too young',
    { hasChanged: true, newestMadeAtMs: nowMs - COPY_EVERY_MS + 60_000 },
    false,
  ],
  ['changed, the copy is 15 minutes old', { hasChanged: true, newestMadeAtMs: nowMs - COPY_EVERY_MS }, true],
  ['changed, and the clock was set back by a day', { hasChanged: true, newestMadeAtMs: nowMs + 86_400_000 }, true],
])('%s', (_, facts, isDue) => {
  expect(isCopyDue({ ...facts, nowMs })).toBe(isDue)
})

test('up to eight copies, none goes; of one busy day the ninth goes', () => {
  const ofOneDay = [...Array(9).keys()].map((hour) => `earshot_2026-11-21_${String(hour + 9).padStart(2, '0')}0000.db`)
  expect(copiesToDrop(ofOneDay.slice(1), eveningMs)).toEqual([])
  expect(copiesToDrop(ofOneDay, eveningMs)).toEqual(['earshot_2026-11-21_090000.db'])
})

test('of the fifteenth day back none stays, unless it is among the newest eight', () => {
  const days = [...Array(15).keys()].map((day) => `earshot_2026-11-${String(day + 1).padStart(2, '0')}_180000.db`)
  expect(copiesToDrop(days, eveningMs)).toEqual(['earshot_2026-11-01_180000.db'])
})

test('after the clock was set back, what is made now stays and is the newest, and what was made then goes first', () => {
  const before = [...Array(10).keys()].map((number) => `earshot_2026-11-21_1${number}0000.db`)
  const made = 'earshot_2026-11-21_085900.db'
  expect(newestFirst([...before, made], nowMs)[0]).toBe(made)
  expect(copiesToDrop([...before, made], nowMs)).toEqual(before.slice(0, 3).reverse())
})

test('a day is this machine’s, whatever the names are counted in', () => {
  vi.stubEnv('TZ', 'Asia/Shanghai')
  const lateOnThe20th = 'earshot_2026-11-20_150000Z.db'
  const onThe21st = [...Array(9).keys()].map((minute) => `earshot_2026-11-20_160${minute}00Z.db`)
  expect(copiesToDrop([lateOnThe20th, ...onThe21st], eveningMs)).toEqual(['earshot_2026-11-20_160000Z.db'])
  vi.unstubAllEnvs()
})
