import type { Wait, WaitWindow } from '../../../shared/contract/seats/waitlist.ts'
import type { Span } from '../../../shared/domain/seats/slots.ts'
import { isRival } from '../../../shared/domain/seats/waitlist.ts'

/** Each stands in line for itself: two of the same times would say two things of one place. */
export const contradictThemselves = (windows: readonly WaitWindow[], timeZone: string): boolean =>
  windows.some((one, index) => windows.slice(index + 1).some((other) => isRival(one, other, timeZone)))

/** On whichever seat. */
const isSameTime = (one: WaitWindow, other: WaitWindow, timeZone: string): boolean =>
  isRival({ ...one, seatId: null }, other, timeZone)

/** What the person waits for already, of the same times. */
export function rivalOf(
  { personId, roomId, windows }: Pick<Wait, 'personId' | 'roomId' | 'windows'>,
  line: readonly Wait[],
  timeZone: string,
): { personName: string; window: WaitWindow } | null {
  for (const other of line) {
    if (other.personId !== personId || other.roomId !== roomId) continue
    const window = other.windows.find((one) => windows.some((own) => isSameTime(one, own, timeZone)))
    if (window !== undefined) return { personName: other.personName, window }
  }
  return null
}

/** What of it is not waited for in that room by these already. */
export function windowsLeft(
  { roomId, windows }: Pick<Wait, 'roomId' | 'windows'>,
  others: readonly Wait[],
  timeZone: string,
): WaitWindow[] {
  const taken = others.filter((other) => other.roomId === roomId).flatMap((other) => other.windows)
  return windows.filter((own) => !taken.some((one) => isSameTime(one, own, timeZone)))
}

/** From where the first begins to where the last ends. */
export const around = (spans: readonly Span[]): Span => ({
  startsAt: spans.map(({ startsAt }) => startsAt).sort()[0] ?? '',
  endsAt:
    spans
      .map(({ endsAt }) => endsAt)
      .sort()
      .at(-1) ?? '',
})
