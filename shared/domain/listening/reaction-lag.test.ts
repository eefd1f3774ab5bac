import { expect, test } from 'vitest'
import { correctionsHeard, followMark, type Lag, lagInUse, learnLag } from './reaction-lag.ts'

const nothing: Lag = { reactionLagMs: 1_000, lagSamples: [], isLagOff: false }
const moved = (number: number, earlierMs: number) => ({
  noteId: `note ${number}`,
  beforeMs: 60_000,
  nowMs: 60_000 - earlierMs,
})
const back = (number: number, earlierMs: number) => ({
  noteId: `note ${number}`,
  beforeMs: 60_000 - earlierMs,
  nowMs: 60_000,
})
/** Marks put back by so many milliseconds, one note each. */
const corrected = (...earlierMs: number[]): Lag =>
  earlierMs.reduce((lag, earlier, number) => learnLag(lag, moved(number, earlier)), nothing)

test('two corrections change nothing; the third brings the median of what they say, in tenths of a second', () => {
  expect(lagInUse(corrected(1_900, 700))).toBe(1_000)
  expect(lagInUse(corrected(1_900, 700, 1_040))).toBe(2_000)
})

test('the lag that was learned is taken off already: a mark that is then right says the same lag', () => {
  const learned = corrected(1_000, 1_000, 1_000)
  expect(lagInUse(learned)).toBe(2_000)
  expect(learnLag(learned, moved(3, -500)).lagSamples.at(-1)?.lagMs).toBe(1_500)
})

test('a mark moved far away says nothing, a note moved twice speaks once', () => {
  expect(correctionsHeard(corrected(40_000, 1_000, 1_000).lagSamples)).toBe(2)
  const twice = learnLag(corrected(1_000), { noteId: 'note 0', beforeMs: 59_000, nowMs: 58_500 })
  expect(twice.lagSamples).toEqual([{ noteId: 'note 0', usedMs: 1_000, lagMs: 2_500 }])
})

test('a lag is never less than nothing, never more than ten seconds, and the last nine corrections say it', () => {
  expect(lagInUse(corrected(-4_000, -4_000, -4_000))).toBe(0)
  expect(lagInUse(corrected(9_900, 9_900, 9_900))).toBe(10_000)
  expect(correctionsHeard(corrected(...Array.from({ length: 20 }, () => 500)).lagSamples)).toBe(9)
})

test('taking a correction back, however many there were, gives the lag that was before it; done again, it speaks again', () => {
  const earlier = [700, 1_900, -300, 2_500, 40_000, 1_100, 900, 3_000, 200, 1_400, 800]
  for (let count = 1; count <= earlier.length; count += 1) {
    const before = corrected(...earlier.slice(0, count - 1))
    const after = corrected(...earlier.slice(0, count))
    const [number, ms] = [count - 1, earlier[count - 1] ?? 0]
    const takenBack = followMark(after, back(number, ms))
    expect([lagInUse(takenBack), correctionsHeard(takenBack.lagSamples)]).toEqual([
      lagInUse(before),
      correctionsHeard(before.lagSamples),
    ])
    expect(followMark(takenBack, moved(number, ms))).toEqual(after)
  }
})

test('of two corrections of one note the second is taken back alone', () => {
  const once = corrected(1_000, 1_000, 1_000)
  const twice = learnLag(once, { noteId: 'note 2', beforeMs: 59_000, nowMs: 58_000 })
  expect(followMark(twice, { noteId: 'note 2', beforeMs: 58_000, nowMs: 59_000 })).toEqual(once)
})

test('what was forgotten is not learned by taking back', () => {
  expect(followMark(nothing, back(0, 1_000))).toEqual(nothing)
})

test('switched off nothing is taken off, and what was learned is there when it is switched on', () => {
  const off = { ...corrected(1_000, 1_000, 1_000), isLagOff: true }
  expect(lagInUse(off)).toBe(0)
  expect(learnLag(off, moved(3, 1_800)).lagSamples.at(-1)).toEqual({ noteId: 'note 3', usedMs: 0, lagMs: 1_800 })
  expect(lagInUse({ ...off, isLagOff: false })).toBe(2_000)
})
