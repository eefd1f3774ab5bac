import { z } from 'zod'
import type { EarshotEvent } from '../../../shared/contract/events.ts'
import type { OwnDoor } from '../../door.ts'
import type { Timers } from '../timers.ts'

const Page = z.object({ total: z.number() })
/** Working through a list changes tickets many times a second; a badge need not follow each. */
const calmMs = 1_000
/** Tickets also come due by waiting. */
const lookAgainMs = 60_000

export interface DueTicketsParts {
  call: OwnDoor
  on(listener: (event: EarshotEvent) => void): () => void
  timers: Timers
  show(count: number): void
}

/** Tells how many open tickets are past their deadline: now, after changes (at most once a second), and every minute. */
export function watchDueTickets({ call, on, timers, show }: DueTicketsParts): () => void {
  let isPlanned = false
  const look = async () => {
    isPlanned = false
    const answer = await call('tickets.list', { filter: { isOverdue: true }, sort: 'due_soonest', limit: 1 })
    const page = answer.ok ? Page.safeParse(answer.value) : null
    if (page?.success) show(page.data.total)
  }
  const plan = () => {
    if (isPlanned) return
    isPlanned = true
    timers.after(calmMs, () => void look())
  }
  const stopHearing = on((event) => {
    if (event.kind === 'changed' && event.topics.includes('tickets')) plan()
  })
  const stopLooking = timers.every(lookAgainMs, () => void look())
  void look()
  return () => {
    stopHearing()
    stopLooking()
  }
}
