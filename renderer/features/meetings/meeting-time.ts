import { useEffect, useState } from 'react'
import type { Meeting } from '../../../shared/contract/meetings/meetings.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { type MeetingClock, meetingClock } from '../../../shared/domain/meetings/meeting-clock.ts'

type Measured = Pick<Meeting, 'id' | 'elapsedMs' | 'closedAt'>

/** When each meeting began on this window's own clock: the earliest start that an answer speaks for, as of calls. */
const starts = new Map<Id, number>()

export function ranMs({ id, elapsedMs, closedAt }: Measured): number {
  if (closedAt !== null) return elapsedMs
  const now = performance.now()
  const start = Math.min(starts.get(id) ?? Number.POSITIVE_INFINITY, now - elapsedMs)
  starts.set(id, start)
  return Math.round(now - start)
}

/** Renewed each second while it runs. */
export function useMeetingClock(meeting: Measured): MeetingClock {
  const [, setBeat] = useState(0)
  const isRunning = meeting.closedAt === null
  useEffect(() => {
    if (!isRunning) return
    const timer = setInterval(() => setBeat((beats) => beats + 1), 1_000)
    return () => clearInterval(timer)
  }, [isRunning])
  return meetingClock(ranMs(meeting))
}
