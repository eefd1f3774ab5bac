import type { TicketEvent } from '../../contract/tickets/tickets.ts'
import type { Id } from '../../contract/values.ts'

type Change = Pick<TicketEvent, 'id' | 'what' | 'undoesEventId'>

/**
 * The moves and edits of a history that can be taken back: the ticket is as they left it, how it was before is kept, and nobody took them back. Beside the last
 * one that stands it may be one that took something back: to take that back is to do the thing again.
 */
export function changesToTakeBack<Event extends Change & Pick<TicketEvent, 'canGoBack'>>(
  events: readonly Event[],
): Event[] {
  // How a ticket stood has a number: a change leads to a new one, taking back to the one before.
  const began = new Map<Id, number>()
  const ended = new Map<Id, number>()
  const takenBack = new Set<Id>()
  let now = 0
  let latest = 0
  for (const { id, what, undoesEventId } of events) {
    if (what !== 'moved' && what !== 'edited') continue
    began.set(id, now)
    if (undoesEventId !== null) takenBack.add(undoesEventId)
    const before = undoesEventId === null ? undefined : began.get(undoesEventId)
    if (before === undefined) latest += 1
    now = before ?? latest
    ended.set(id, now)
  }
  return events.filter(({ id, canGoBack }) => canGoBack && ended.get(id) === now && !takenBack.has(id))
}

/** What an event did to the ticket in the end: the change that it made, took back or made again; null when that is not told of. */
export function whatItDid<Event extends Change>(
  event: Event,
  events: readonly Event[],
): { change: Event; way: 'done' | 'taken_back' | 'done_again' } | null {
  let change = event
  let steps = 0
  while (change.undoesEventId !== null) {
    const earlier = events.find(({ id }) => id === change.undoesEventId)
    if (earlier === undefined) return null
    change = earlier
    steps += 1
  }
  return { change, way: steps === 0 ? 'done' : steps % 2 === 1 ? 'taken_back' : 'done_again' }
}
