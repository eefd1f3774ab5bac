import { expect, test } from 'vitest'
import { learnLag, unlearnLag } from './reaction-lag.ts'

const nothing = { reactionLagMs: 1_000, lagSamples: [] }
/** Marks put back by so many milliseconds, one note each. */
const corrected = (...earlierMs: number[]) =>
  earlierMs.reduce(
    (lag, earlier, number) => learnLag(lag, { noteId: `note ${number}`, beforeMs: 60_000, nowMs: 60_000 - earlier }),
    nothing as ReturnType<typeof learnLag>,
  )

test('two corrections change nothing; the third brings the median of what they say, in tenths of a second', () => {
  expect(corrected(1_900, 700).reactionLagMs).toBe(1_000)
  expect(corrected(1_900, 700, 1_040).reactionLagMs).toBe(2_000)
})

test('the lag that was learned is taken off already: a mark that is then right says the same lag', () => {
  const learned = corrected(1_000, 1_000, 1_000)
  expect(learned.reactionLagMs).toBe(2_000)
  expect(learnLag(learned, { noteId: 'next', beforeMs: 60_000, nowMs: 60_500 }).lagSamples.at(-1)?.lagMs).toBe(1_500)
})

test('a mark moved far away says nothing, a note moved twice speaks once, and one taken back is silent', () => {
  expect(corrected(40_000, 1_000, 1_000).lagSamples).toHaveLength(2)
  const twice = learnLag(corrected(1_000), { noteId: 'note 0', beforeMs: 59_000, nowMs: 58_500 })
  expect(twice.lagSamples).toEqual([{ noteId: 'note 0', lagMs: 2_500 }])
  expect(unlearnLag(twice, 'note 0').lagSamples).toEqual([])
})

test('a lag is never less than nothing and the samples are the last nine', () => {
  expect(corrected(-4_000, -4_000, -4_000).reactionLagMs).toBe(0)
  expect(corrected(...Array.from({ length: 20 }, () => 500)).lagSamples).toHaveLength(9)
})
