import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Line } from '../../../../shared/contract/listening/conversations.ts'
import {
  changePlayback,
  heardAt,
  heardLines,
  keepOverReload,
  play,
  playedLines,
  playOn,
  positionOf,
  skipToNextLine,
  usePlayback,
} from './playback.ts'
import { silencesOf, waitMs } from './silences.ts'

const lines: Line[] = [
  { atMs: 0, speaker: 'agent', text: '您好' },
  { atMs: 8_000, speaker: 'customer', text: '我买的纸尿裤小了' },
  { atMs: 300_000, speaker: 'agent', text: '我帮您看看' },
]
const at = (nowMs: number) => {
  const { playback } = usePlayback.getState()
  return playback === null ? Number.NaN : positionOf(playback, nowMs)
}

let call: string
beforeEach(() => {
  call = v7()
  usePlayback.setState({ playback: null })
  play(call, 1_000)
})
afterEach(() => vi.unstubAllGlobals())

test('whoever looks at another call and comes back hears on from where they were', () => {
  changePlayback({ pace: 4 }, 5_000)
  play(v7(), 6_000)
  expect(at(9_000)).toBe(3_000)
  playOn(call, 90_000)
  expect(at(91_000)).toBe(12_000)
  // Another file in its place has not been heard.
  play(call, 92_000)
  expect(at(93_000)).toBe(1_000)
})

test('when a line was heard is known over pauses, another pace and leaps', () => {
  const heard = (atMs: number) => {
    const { playback } = usePlayback.getState()
    return playback === null ? Number.NaN : heardAt(playback, atMs)
  }
  changePlayback({ isPlaying: false }, 3_000)
  changePlayback({ isPlaying: true }, 90_000)
  changePlayback({ pace: 4 }, 94_000)
  skipToNextLine(lines, 95_000)
  expect([0, 1_000, 4_000, 8_000, 300_000].map(heard)).toEqual([1_000, 2_000, 92_000, 94_500, 95_000])
})

test('when a line was heard is known behind a silence that was passed over, also once silences are played in full again', () => {
  const heard = (atMs: number) => {
    const { playback } = usePlayback.getState()
    return playback === null ? Number.NaN : heardAt(playback, atMs)
  }
  changePlayback({ passed: silencesOf(lines) }, 2_000)
  expect([1_000, 8_000].map(heard)).toEqual([2_000, 2_440])
  changePlayback({ passed: [] }, 4_000)
  expect([1_000, 8_000].map(heard)).toEqual([2_000, 2_440])
})

test('a page that is loaded anew goes on from where it was', async () => {
  const kept = new Map<string, string>()
  vi.stubGlobal('sessionStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => kept.set(name, text),
    removeItem: (name: string) => kept.delete(name),
  })
  changePlayback({ isPlaying: false }, 6_000)
  keepOverReload(60_000)
  vi.resetModules()
  const anew = await import('./playback.ts')
  anew.takeUpKept()
  anew.playOn(call, 500)
  expect(anew.usePlayback.getState().playback).toMatchObject({ callId: call, fromMs: 5_000, isPlaying: false })
  expect(kept.size).toBe(0)
})

test('lines come at their own pace', () => {
  expect(heardLines(lines, at(1_000))).toHaveLength(1)
  expect(heardLines(lines, at(9_000))).toHaveLength(2)
})

test('four times as fast from now on, without a jump in what was heard', () => {
  changePlayback({ pace: 4 }, 5_000)
  expect(at(5_000)).toBe(4_000)
  expect(at(6_000)).toBe(8_000)
})

test('a clock that is a beat behind the press takes nothing back', () => {
  skipToNextLine(lines, 2_000)
  changePlayback({ pace: 4 }, 2_100)
  expect(heardLines(lines, at(1_850))).toHaveLength(2)
})

test('a pause holds the place', () => {
  changePlayback({ isPlaying: false }, 3_000)
  expect(at(90_000)).toBe(2_000)
  changePlayback({ isPlaying: true }, 90_000)
  expect(at(91_000)).toBe(3_000)
})

test('all at once shows every line, and going back to its pace keeps the place', () => {
  changePlayback({ pace: 'all' }, 3_000)
  expect(heardLines(lines, at(3_000))).toHaveLength(3)
  changePlayback({ pace: 1 }, 60_000)
  expect(at(60_000)).toBe(2_000)
})

test('a silence of minutes can be skipped', () => {
  skipToNextLine(lines, 2_000)
  expect(at(2_000)).toBe(8_000)
  skipToNextLine(lines, 2_000)
  expect(at(2_000)).toBe(300_000)
  skipToNextLine(lines, 2_000)
  expect(at(2_000)).toBe(300_000)
})

test('a silence is passed over on request: what was heard stays heard, and the next line comes soon', () => {
  changePlayback({ passed: silencesOf(lines) }, 2_000)
  expect(at(2_000)).toBe(1_000)
  // Two characters take less than half a second, five seconds of the eight are silence: one of them is left.
  expect(at(2_000 + 439)).toBe(1_439)
  expect(at(2_000 + 441)).toBe(8_001)
  expect(waitMs(1_000, 8_000, silencesOf(lines))).toBe(440)
  // Switched off in the middle of the talk, it goes on from there in full.
  changePlayback({ passed: [] }, 4_000)
  expect(at(5_000)).toBe(at(4_000) + 1_000)
})

test('silences of up to five seconds are played as they were', () => {
  expect(silencesOf([lines[1], { atMs: 8_000 + 8 * 220 + 5_000, speaker: 'agent', text: '好' }] as Line[])).toEqual([])
})

test('the lines that were played by now are those of the call in sight', () => {
  expect(playedLines(call, lines, 9_500)).toEqual(lines.slice(0, 2))
  expect(playedLines(call, lines, 400_000)).toEqual(lines)
  expect(playedLines(v7(), lines, 400_000)).toEqual([])
})
