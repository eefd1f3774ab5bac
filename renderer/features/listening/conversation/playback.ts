import { create } from 'zustand'
import type { Line } from '../../../../shared/contract/listening/conversations.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { playedTo, type Stretch, waitMs } from './silences.ts'

/** 1: the conversation's own pace. 4: four times that. `all`: every line at once. */
export type Pace = 1 | 4 | 'all'
export const paces: readonly Pace[] = [1, 4, 'all']

export interface Playback {
  readonly callId: Id
  readonly pace: Pace
  readonly isPlaying: boolean
  /** Position when it last began to run, or where it stands. */
  readonly fromMs: number
  /** When it last began to run, on the window's own clock (`performance.now()`), which nobody sets. */
  readonly sinceMs: number
  /** Stretches that are passed over; none while silences are played in full. */
  readonly passed: readonly Stretch[]
  /** How it ran before, in this window, the oldest first. */
  readonly before: readonly Run[]
}

type Run = Pick<Playback, 'fromMs' | 'sinceMs' | 'pace' | 'passed'>

export const usePlayback = create<{ playback: Playback | null }>()(() => ({ playback: null }))

export function positionOf(playback: Playback, nowMs: number): number {
  if (playback.pace === 'all') return Number.POSITIVE_INFINITY
  if (!playback.isPlaying) return playback.fromMs
  // The clock of the screen beats four times a second, so just after a press it is a little behind: nothing heard may go again.
  return playedTo(playback.fromMs, Math.max(0, nowMs - playback.sinceMs) * playback.pace, playback.passed)
}

type Left = Omit<Playback, 'callId' | 'sinceMs' | 'before'>
/** Where the conversations of other calls were left. */
const left = new Map<Id, Left>()
const KEPT_AS = 'earshot-playback'

const FROM_THE_BEGINNING: Left = { pace: 1, isPlaying: true, fromMs: 0, passed: [] }

/** Plays a conversation that was just put beside the call. */
export const play = (callId: Id, nowMs: number): void => playFrom(FROM_THE_BEGINNING, callId, nowMs)

/** Plays the conversation of a call that comes into sight: on from where it was left, if it was. */
export function playOn(callId: Id, nowMs: number): void {
  playFrom(left.get(callId) ?? FROM_THE_BEGINNING, callId, nowMs)
}

function playFrom(from: Left, callId: Id, nowMs: number): void {
  leave(nowMs)
  usePlayback.setState({ playback: { ...from, callId, sinceMs: nowMs, before: [] } })
}

function leave(nowMs: number): void {
  const { playback } = usePlayback.getState()
  if (playback === null) return
  const { callId, sinceMs: _, before: __, ...how } = playback
  left.set(callId, { ...how, fromMs: standsAt(playback, nowMs) })
}

/** For a page that is loaded anew: what was heard by then is not to be heard from the beginning. */
export function keepOverReload(nowMs: number): void {
  leave(nowMs)
  sessionStorage.setItem(KEPT_AS, JSON.stringify([...left]))
}

/** Whatever the page kept before it was loaded anew; once. */
export function takeUpKept(): void {
  const kept = sessionStorage.getItem(KEPT_AS)
  sessionStorage.removeItem(KEPT_AS)
  if (kept !== null) for (const [callId, where] of JSON.parse(kept) as [Id, Left][]) left.set(callId, where)
}

/** Of one that shows every line at once, where it stood before. */
function standsAt(playback: Playback, nowMs: number): number {
  const at = positionOf(playback, nowMs)
  return Number.isFinite(at) ? at : playback.fromMs
}

/** Changes pace or running without a jump: what was heard stays heard. */
export function changePlayback(change: Partial<Pick<Playback, 'pace' | 'isPlaying' | 'passed'>>, nowMs: number): void {
  usePlayback.setState(({ playback }) => {
    if (playback === null) return { playback }
    return { playback: { ...runOn(playback, standsAt(playback, nowMs), nowMs), ...change } }
  })
}

/** Goes to the next line that was not heard yet. */
export function skipToNextLine(lines: readonly Line[], nowMs: number): void {
  usePlayback.setState(({ playback }) => {
    if (playback === null || playback.pace === 'all') return { playback }
    const at = positionOf(playback, nowMs)
    const next = lines.find((line) => line.atMs > at)
    return next === undefined ? { playback } : { playback: runOn(playback, next.atMs, nowMs) }
  })
}

const runOn = (playback: Playback, fromMs: number, nowMs: number): Playback => {
  const { fromMs: beganMs, sinceMs, pace, passed, before } = playback
  return { ...playback, fromMs, sinceMs: nowMs, before: [...before, { fromMs: beganMs, sinceMs, pace, passed }] }
}

/** When what stands there in the conversation was heard, on the window's own clock. Of what was heard before a page was loaded anew it is reckoned back. */
export function heardAt({ before, ...last }: Playback, atMs: number): number {
  const runs: readonly Run[] = [...before, last]
  const index = runs.findIndex((_, number) => (runs[number + 1]?.fromMs ?? Number.POSITIVE_INFINITY) >= atMs)
  const run = runs[index] ?? last
  const played = run.sinceMs + waitMs(run.fromMs, atMs, run.passed) / (run.pace === 4 ? 4 : 1)
  return Math.min(played, runs[index + 1]?.sinceMs ?? played)
}

export const heardLines = (lines: readonly Line[], positionMs: number): readonly Line[] =>
  lines.filter((line) => line.atMs <= positionMs)

/** The lines of a call's conversation that were played by now; of one that is not being played none. */
export function playedLines(callId: Id, lines: readonly Line[], nowMs: number): readonly Line[] {
  const { playback } = usePlayback.getState()
  return playback?.callId === callId ? heardLines(lines, positionOf(playback, nowMs)) : []
}

/** In how long this line of a call's conversation is played as it runs now; infinite where it does not run. */
export function untilPlayedMs(callId: Id, line: Line, nowMs: number): number {
  const { playback } = usePlayback.getState()
  if (playback?.callId !== callId || !playback.isPlaying || playback.pace === 'all') return Number.POSITIVE_INFINITY
  return waitMs(positionOf(playback, nowMs), line.atMs, playback.passed) / playback.pace
}
