import { create } from 'zustand'
import type { KeptTicket, TicketChange } from '../../../../shared/contract/tickets/many-tickets.ts'

/** What one change of many can be about, in the order of its buttons. */
export type ManyWhat = TicketChange['what']
export const manyWhats: readonly ManyWhat[] = ['move', 'issueType', 'department', 'owner', 'priority']

/** The tickets that the last change left as they were, while their list is open. */
export const useKept = create<{ kept: readonly KeptTicket[] }>()(() => ({ kept: [] }))

export const showKept = (kept: readonly KeptTicket[]): void => useKept.setState({ kept })
