import type { Priority, TicketFilter, TicketSort, TicketState } from '../../../shared/contract/tickets/tickets.ts'
import type { PlainDate } from '../../../shared/contract/values.ts'
import { instantAt } from '../../../shared/domain/wall-clock.ts'
import { isBlank } from '../../../shared/text/characters.ts'

/** The quick choices of states, in the order of their chips and digits. */
export const STATE_GROUPS = {
  open: ['unclaimed', 'in_progress', 'awaiting_information', 'awaiting_third_party'],
  unclaimed: ['unclaimed'],
  in_progress: ['in_progress'],
  paused: ['awaiting_information', 'awaiting_third_party'],
  resolved: ['resolved', 'called_back'],
  ended: ['closed', 'rejected'],
  all: [],
} as const satisfies Record<string, readonly TicketState[]>

export type StateGroup = keyof typeof STATE_GROUPS
export const stateGroups = Object.keys(STATE_GROUPS) as readonly StateGroup[]

export const ticketSorts: readonly TicketSort[] = ['due_soonest', 'newest', 'oldest', 'priority', 'number']
export const priorities: readonly Priority[] = [1, 2, 3, 4]

/** What the address says about the list. The searched words are not in it: they may be a customer's. */
export interface TicketView {
  readonly state: StateGroup
  readonly sort: TicketSort
  readonly priorities: readonly Priority[]
  readonly issueTypeId: string | null
  readonly department: string | null
  /** Dates in the room's zone, both included. */
  readonly openedFrom: PlainDate | null
  readonly openedTo: PlainDate | null
  readonly isOverdue: boolean
}

export const firstView: TicketView = {
  state: 'open',
  sort: 'due_soonest',
  priorities: [],
  issueTypeId: null,
  department: null,
  openedFrom: null,
  openedTo: null,
  isOverdue: false,
}

/** A day of the calendar: 31 February reads as a date too, and comes back as another one. */
function isDate(text: string | null): text is PlainDate {
  if (text === null || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const ms = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text)
}

/** Reads an address; whatever it does not understand is as if it were not there. */
export function viewOf(address: URLSearchParams): TicketView {
  const date = (name: string) => {
    const text = address.get(name)
    return isDate(text) ? text : null
  }
  const wanted = (address.get('priority') ?? '').split(',')
  return {
    state: stateGroups.find((group) => group === address.get('state')) ?? firstView.state,
    sort: ticketSorts.find((sort) => sort === address.get('sort')) ?? firstView.sort,
    priorities: priorities.filter((priority) => wanted.includes(String(priority))),
    issueTypeId: address.get('type') || null,
    department: address.get('department') || null,
    openedFrom: date('from'),
    openedTo: date('to'),
    isOverdue: address.get('overdue') === '1',
  }
}

/** The address of a view; what is as at first is left out, so that `/tickets` is the plain list. */
export function addressOf(view: TicketView): URLSearchParams {
  const address = new URLSearchParams()
  if (view.state !== firstView.state) address.set('state', view.state)
  if (view.isOverdue) address.set('overdue', '1')
  if (view.priorities.length > 0) address.set('priority', view.priorities.join(','))
  if (view.issueTypeId !== null) address.set('type', view.issueTypeId)
  if (view.department !== null) address.set('department', view.department)
  if (view.openedFrom !== null) address.set('from', view.openedFrom)
  if (view.openedTo !== null) address.set('to', view.openedTo)
  if (view.sort !== firstView.sort) address.set('sort', view.sort)
  return address
}

/** The filter the console is asked with. `openedTo` is a day that counts: the filter ends where the next begins. */
export function filterOf(view: TicketView, text: string, timeZone: string): TicketFilter {
  return {
    text: text.trim(),
    states: [...STATE_GROUPS[view.state]],
    priorities: [...view.priorities],
    issueTypeIds: view.issueTypeId === null ? [] : [view.issueTypeId],
    departments: view.department === null ? [] : [view.department],
    openedFrom: view.openedFrom === null ? null : instantAt(view.openedFrom, '00:00', timeZone),
    openedTo: view.openedTo === null ? null : instantAt(view.openedTo, '24:00', timeZone),
    isOverdue: view.isOverdue,
  }
}

/** Whether anything but the quick choice of states narrows the list. */
export const isNarrowed = (view: TicketView, text: string): boolean =>
  !isBlank(text) || addressOf({ ...view, state: firstView.state, sort: firstView.sort }).size > 0
