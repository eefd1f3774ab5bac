import type { Id } from '../../../shared/contract/values.ts'
import { useMay } from '../../lib/may.ts'
import { useKeys } from '../../lib/use-keys.tsx'
import type { ManyWhat } from './many/many-store.ts'
import { clearPicks, meansOthers, pickFound, stepCursor, ticketAt, useTicketDesk, want } from './ticket-desk.ts'
import { stateGroups, type TicketView } from './ticket-view.ts'

export interface TicketKeys {
  /** What the keys walk: none while another question is asked. */
  ids: readonly Id[]
  hasRows: boolean
  view: TicketView
  shownId: Id | null
  onView: (change: Partial<TicketView>) => void
  onStep: (by: number) => void
  /** Opens the ticket under the cursor; false when there is none. */
  onOpen: () => boolean
  onCloseTicket: () => void
  onToggle: (ticketId: Id) => void
  /** The key means everything that is picked. */
  onMany: (wanted: 'move' | 'edit') => void
  /** One change of everything picked, or of the ticket the key is about; false where there is neither. */
  onChange: (what: ManyWhat) => boolean
  /** Prints what is picked; false where nothing is. */
  onPrint: () => boolean
  onRangeTo: (ticketId: Id) => void
  onSearch: () => void
  onExport: () => boolean
  onFocusList: () => void
}

const isInField = (event: KeyboardEvent): boolean =>
  event.target instanceof HTMLElement &&
  event.target.closest('input, textarea, [role=toolbar], [role=listbox]') !== null

/** The keys of the tickets page: walk, open, choose, change, find. */
export function useTicketKeys(keys: TicketKeys): void {
  const { ids, view, shownId } = keys
  const isBusy = () => useTicketDesk.getState().form !== null
  const step = (by: number) => (event: KeyboardEvent) => {
    if (isBusy() || isInField(event)) return false
    keys.onStep(by)
  }
  const extend = (by: number) => (event: KeyboardEvent) => {
    if (isBusy() || isInField(event)) return false
    const { cursor, anchor } = useTicketDesk.getState()
    // The row the range begins at belongs to it.
    if (anchor === null && cursor !== null) keys.onRangeTo(cursor)
    const to = stepCursor(ids, by)
    if (to !== null) keys.onRangeTo(to)
  }
  const onTicket = (wanted: 'move' | 'edit' | 'deadline') => () => {
    const { picked, cursor } = useTicketDesk.getState()
    if (!isBusy() && wanted !== 'deadline' && meansOthers(picked, shownId ?? cursor)) return keys.onMany(wanted)
    if (isBusy() || (shownId === null && !keys.onOpen())) return false
    want(wanted)
  }
  useKeys('tickets', {
    search: keys.onSearch,
    'tickets.down': step(1),
    'tickets.up': step(-1),
    'tickets.extendDown': extend(1),
    'tickets.extendUp': extend(-1),
    'tickets.open': keys.onOpen,
    'tickets.toggle': (event) => {
      const marked = ticketAt(ids, useTicketDesk.getState().cursor)
      if (marked === null || isInField(event)) return false
      keys.onToggle(marked)
    },
    'tickets.pickAll': () => (keys.hasRows ? pickFound() : false),
    'tickets.states': (event) => {
      const state = stateGroups[Number(event.key) - 1]
      if (state === undefined || isBusy()) return false
      keys.onView({ state })
    },
    'tickets.overdue': () => (isBusy() ? false : keys.onView({ isOverdue: !view.isOverdue })),
    'tickets.deadline': onTicket('deadline'),
    'tickets.close': (event) => {
      // Esc in a filter leaves the filter first.
      if (isInField(event)) return keys.onFocusList()
      if (shownId !== null) return keys.onCloseTicket()
      const { picked } = useTicketDesk.getState()
      if (picked.by === 'found' || picked.ids.length > 0) return clearPicks()
      return false
    },
  })
  const onAll = (what: ManyWhat) => () => (isBusy() ? false : keys.onChange(what))
  useKeys(
    'tickets',
    {
      'tickets.issueType': onAll('issueType'),
      'tickets.department': onAll('department'),
      'tickets.owner': onAll('owner'),
      'tickets.priority': onAll('priority'),
    },
    useMay('manyTickets.change'),
  )
  useKeys('tickets', { 'tickets.print': keys.onPrint })
  useKeys('tickets', { 'tickets.move': onTicket('move'), 'tickets.edit': onTicket('edit') }, useMay('tickets.move'))
  useKeys('tickets', { 'tickets.export': keys.onExport }, useMay('exports.start'))
}
