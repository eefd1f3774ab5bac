import i18next from 'i18next'
import { create } from 'zustand'
import type { SeenTicket } from '../../../shared/contract/tickets/many-tickets.ts'
import type { Id } from '../../../shared/contract/values.ts'
import type { AskingAction } from '../../../shared/domain/tickets/move-needs.ts'
import { notify } from '../../ui/notices.ts'
import type { ManyWhat } from './many/many-store.ts'

/** Tickets picked one by one, or everything the list finds now, however many that is. */
export type Picked = { readonly by: 'ids'; readonly ids: readonly Id[] } | { readonly by: 'found' }

export type PaneForm =
  | { readonly kind: 'edit' }
  | { readonly kind: 'move'; readonly action: AskingAction }
  /** About everything picked, as it was seen when the form was opened. */
  | { readonly kind: 'many'; readonly what: ManyWhat; readonly seen: readonly SeenTicket[] }

interface TicketDesk {
  /** What stands in the search field. Kept here and never in the address: it may be a customer's words. */
  readonly typed: string
  /** What is searched: the typed words once the hands rest and the input method is done. */
  readonly text: string
  /** The words that are looked for in every ticket, not in the latest alone: somebody asked for the older ones. */
  readonly wholeText: string | null
  readonly cursor: Id | null
  /** Where the cursor was in the list, for when its ticket leaves the list. */
  readonly cursorAt: number
  /** Where a range began: the last ticket picked without Shift. */
  readonly anchor: Id | null
  readonly picked: Picked
  /** What is being filled in; while it is, the cursor keeps still. */
  readonly form: PaneForm | null
  /** What to do once the ticket under the cursor is open: a key pressed in the list means the ticket. */
  readonly wanted: 'move' | 'edit' | 'deadline' | null
}

const nothingPicked: Picked = { by: 'ids', ids: [] }

export const useTicketDesk = create<TicketDesk>()(() => ({
  typed: '',
  text: '',
  wholeText: null,
  cursor: null,
  cursorAt: 0,
  anchor: null,
  picked: nothingPicked,
  form: null,
  wanted: null,
}))

/** Another list begins at its top. «Everything found» was said of the one before, and goes with a word; single picks stay. */
function askAnew(words: Partial<Pick<TicketDesk, 'typed' | 'text' | 'wholeText'>> = {}): void {
  const { picked } = useTicketDesk.getState()
  const isDropped = picked.by === 'found'
  useTicketDesk.setState({
    ...words,
    anchor: null,
    cursor: null,
    cursorAt: 0,
    picked: isDropped ? nothingPicked : picked,
  })
  if (!isDropped) return
  const t = i18next.getFixedT(null, 'tickets')
  const action = { label: () => t('picked.all'), run: pickFound }
  notify({ tone: 'info', title: () => t('picked.askedAnew'), action })
}

export const openForm = (form: PaneForm | null): void => useTicketDesk.setState({ form })
export const want = (wanted: TicketDesk['wanted']): void => useTicketDesk.setState({ wanted })

export const typeWords = (typed: string): void => useTicketDesk.setState({ typed })

export function searchWords(text: string): void {
  if (useTicketDesk.getState().text !== text) askAnew({ text })
}

/** Looks for the same words in the older tickets too. */
export const searchWhole = (): void => askAnew({ wholeText: useTicketDesk.getState().text })

export const forgetWords = (): void => askAnew({ typed: '', text: '' })

export const viewChanged = (): void => askAnew()

export const clearPicks = (): void => useTicketDesk.setState({ picked: nothingPicked, anchor: null })
export const pickFound = (): void => useTicketDesk.setState({ picked: { by: 'found' }, anchor: null })
export const pickIds = (ids: readonly Id[]): void => useTicketDesk.setState({ picked: { by: 'ids', ids } })

/** Picks the ticket or drops it. False while everything found is picked: then the rest must be known by name first. */
export function togglePick(id: Id): boolean {
  const { picked } = useTicketDesk.getState()
  if (picked.by === 'found') return false
  const ids = picked.ids.includes(id) ? picked.ids.filter((other) => other !== id) : [...picked.ids, id]
  useTicketDesk.setState({ picked: { by: 'ids', ids }, anchor: id })
  return true
}

/** True when others are picked than the ticket a key is about: then it means all of them. */
export const meansOthers = (picked: Picked, ticketId: Id | null): boolean =>
  picked.by === 'found' || picked.ids.some((id) => id !== ticketId)

/** What a change of many is about: everything picked, else the one ticket a key is about; null where there is none. */
export const meantBy = (picked: Picked, ticketId: Id | null): Picked | null =>
  isAnyPicked(picked) ? picked : ticketId === null ? null : { by: 'ids', ids: [ticketId] }

export const isAnyPicked = (picked: Picked): boolean => picked.by === 'found' || picked.ids.length > 0

/** Picks everything from the anchor (else the cursor) to `to`, both included, on top of what was picked. */
export function pickRange(ids: readonly Id[], to: number): void {
  const { anchor, cursor, picked } = useTicketDesk.getState()
  if (picked.by === 'found') return
  const begun = ids.indexOf(anchor ?? cursor ?? '')
  const from = begun === -1 ? to : begun
  const range = ids.slice(Math.min(from, to), Math.max(from, to) + 1)
  useTicketDesk.setState({
    anchor: ids[from] ?? null,
    picked: { by: 'ids', ids: [...new Set([...picked.ids, ...range])] },
  })
}

/** The cursor's place in the list now: its ticket, or where its ticket was when that has left; -1 before the first move. */
export function cursorIndex(ids: readonly Id[], { cursor, cursorAt }: Pick<TicketDesk, 'cursor' | 'cursorAt'>): number {
  if (cursor === null) return -1
  const at = ids.indexOf(cursor)
  return at === -1 ? Math.min(cursorAt, ids.length) - 0.5 : at
}

/** The ticket whose row is marked; null where none is, as it has left the list: nothing is done to what nobody sees. */
export const ticketAt = (ids: readonly Id[], cursor: Id | null): Id | null =>
  cursor !== null && ids.includes(cursor) ? cursor : null

/** Puts the cursor on a row, held inside the list. Gives the ticket's id, null when the list is empty. */
export function putCursor(ids: readonly Id[], index: number): Id | null {
  const at = Math.max(0, Math.min(ids.length - 1, index))
  const cursor = ids[at] ?? null
  useTicketDesk.setState({ cursor, cursorAt: at })
  return cursor
}

/** One row on or back. From a row that has left the list, the one that took its place comes next. */
export function stepCursor(ids: readonly Id[], by: number): Id | null {
  const at = cursorIndex(ids, useTicketDesk.getState())
  return putCursor(ids, by > 0 ? Math.floor(at + by) : Math.ceil(at + by))
}
