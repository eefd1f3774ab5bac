import { expect, test } from 'vitest'
import { makeElapsed, systemClock } from './system-clock.ts'

/** A machine with its two clocks; asleep, only the coarse one goes on. */
function aMachine(grainMs: number) {
  let [fineMs, bootedMs] = [5_000.25, 90_000]
  const elapsed = makeElapsed(
    () => fineMs,
    () => Math.floor(bootedMs / grainMs) * grainMs,
  )
  const startMs = elapsed()
  return {
    elapsedMs: () => elapsed() - startMs,
    awake: (ms: number) => {
      fineMs += ms
      bootedMs += ms
    },
    asleep: (ms: number) => {
      bootedMs += ms
    },
    drift: (ms: number) => {
      bootedMs += ms
    },
  }
}

test.each([10, 1_000])('goes on while the machine sleeps, with an uptime in steps of %i ms', (grainMs) => {
  const machine = aMachine(grainMs)
  machine.awake(60_000)
  expect(machine.elapsedMs()).toBe(60_000)
  machine.asleep(720_000)
  expect(Math.abs(machine.elapsedMs() - 780_000)).toBeLessThanOrEqual(grainMs)
  machine.awake(500)
  expect(Math.abs(machine.elapsedMs() - 780_500)).toBeLessThanOrEqual(grainMs)
})

test('two clocks that drift apart over days are no sleep', () => {
  const machine = aMachine(10)
  for (let minute = 0; minute < 5_000; minute += 1) {
    machine.awake(60_000)
    machine.drift(3)
    machine.elapsedMs()
  }
  expect(machine.elapsedMs()).toBe(5_000 * 60_000)
})

test('the machine’s own never goes back', () => {
  let before = systemClock.elapsedMs()
  for (let look = 0; look < 100; look += 1) {
    const now = systemClock.elapsedMs()
    expect(now).toBeGreaterThanOrEqual(before)
    before = now
  }
})
