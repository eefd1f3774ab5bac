import type { Line } from '../../../../shared/contract/listening/conversations.ts'

/** A part of a conversation in which nobody speaks. */
export interface Stretch {
  readonly fromMs: number
  readonly toMs: number
}

/** Shorter ones are part of talking. */
const LONGEST_KEPT_MS = 5_000
/** What is left of a long one: it is heard that there was one. */
const LEFT_MS = 1_000
/** About as long as it takes to say one character. Files say when a line begins, not when it ends. */
const CHARACTER_MS = 220

/** What is passed over of the silences longer than five seconds. */
export function silencesOf(lines: readonly Line[]): Stretch[] {
  const stretches: Stretch[] = []
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1]
    const silentFromMs = line.atMs + line.text.length * CHARACTER_MS
    if (next !== undefined && next.atMs - silentFromMs > LONGEST_KEPT_MS)
      stretches.push({ fromMs: silentFromMs + LEFT_MS, toMs: next.atMs })
  }
  return stretches
}

/** Where somebody is who began at `fromMs` and has listened for `heardMs`, with these stretches passed over. */
export function playedTo(fromMs: number, heardMs: number, passed: readonly Stretch[]): number {
  let atMs = fromMs + heardMs
  for (const stretch of passed) {
    if (stretch.toMs <= fromMs || stretch.fromMs >= atMs) continue
    atMs += stretch.toMs - Math.max(fromMs, stretch.fromMs)
  }
  return atMs
}

/** How long it is from one moment to another for somebody who passes these stretches over. */
export const waitMs = (fromMs: number, toMs: number, passed: readonly Stretch[]): number =>
  passed.reduce(
    (left, stretch) => left - Math.max(0, Math.min(toMs, stretch.toMs) - Math.max(fromMs, stretch.fromMs)),
    toMs - fromMs,
  )
