import { v7 } from 'uuid'
import type { Answers } from '../../shared/contract/silver-hair/lens.ts'
import { dateOf } from '../../shared/domain/wall-clock.ts'
import { instantOf, MINUTE_MS, type Stage, TIME_ZONE } from './stage.ts'

/** What a listener pressed in the lens of an old caller. */
export type PressedLens = Partial<Answers>

/** One line of an invented meeting. */
export interface DemoLine {
  readonly ownerName: string | null
  readonly text: string
  /** So many days after the meeting; null where none was agreed. */
  readonly inDays: number | null
}

export interface DemoMeeting {
  readonly attendees: readonly string[]
  readonly lines: readonly DemoLine[]
  readonly isSolved: boolean
}

/** Whom the call was with; the number is kept nowhere. Of calls older than a week nobody is named, as in a house at work. */
export function layAgent(
  stage: Stage,
  callId: string,
  callMs: number,
  who: { heardBy: string; extension: string },
): void {
  const { ask, nowMs, later, sit } = stage
  if (nowMs - callMs > 6 * 24 * 60 * MINUTE_MS) return
  later(callMs + MINUTE_MS, async () => {
    const before = sit(who.heardBy)
    await ask('agents', 'name', { callId, typed: who.extension })
    sit(before)
  })
}

/** The lens of a call: marked as the words say so, then press by press. */
export function layLens({ ask, later }: Stage, callId: string, atMs: number, lens: PressedLens): void {
  later(atMs, async () => {
    await ask('silverHair', 'mark', { callId, mark: 'marked', origin: 'proposed' })
    for (const [what, value] of Object.entries(lens))
      await ask('silverHair', 'press', { callId, press: { [what]: value } })
    await ask('silverHair', 'recount', { callId })
  })
}

/** Praise, collected for the agent's leader; `handedOverMs`: when it was told in person. */
export function layThanks(stage: Stage, noteId: string, atMs: number, handedOverMs: number | null): void {
  const { ask, later } = stage
  later(atMs, async () => {
    await ask('thanks', 'collect', { noteId })
  })
  if (handedOverMs === null) return
  later(handedOverMs, async () => {
    const { thanks } = await ask('thanks', 'list', { state: 'waiting' })
    await ask('thanks', 'handOver', { thanksIds: thanks.map(({ id }) => id) })
  })
}

/** A meeting right after the hang-up; what was settled in it stands in its minutes. */
export function layMeeting(stage: Stage, callId: string, startsMs: number, held: DemoMeeting): void {
  const { ask, later } = stage
  const of = { callId, meetingId: v7({ msecs: startsMs }) }
  const lineIds = held.lines.map((_, index) => v7({ msecs: startsMs + (2 + 2 * index) * MINUTE_MS }))
  later(startsMs, async () => {
    await ask('meetings', 'start', of)
    await ask('meetings', 'setAttendees', { ...of, seenVersion: null, attendees: [...held.attendees] })
  })
  for (const [index, { ownerName, text, inDays }] of held.lines.entries())
    later(startsMs + (2 + 2 * index) * MINUTE_MS, async () => {
      const dueOn = inDays === null ? null : dateOf(instantOf(startsMs + inDays * 24 * 60 * MINUTE_MS), TIME_ZONE)
      await ask('meetings', 'addLine', { ...of, lineId: lineIds[index] ?? '', draftId: null, ownerName, text, dueOn })
    })
  const ranMs = (2 + 2 * held.lines.length) * MINUTE_MS
  later(startsMs + ranMs, async () => {
    if (held.isSolved) await ask('meetings', 'setSolved', { ...of, isSolved: true })
    const lines = lineIds.map((lineId) => ({ lineId, as: 'decision' as const }))
    await ask('meetings', 'close', { ...of, closeId: v7({ msecs: startsMs + ranMs }), ranMs, lines })
  })
}
