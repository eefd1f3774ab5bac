import { create } from 'zustand'
import type { KeptTicket, TicketChange } from '../../../../shared/contract/tickets/many-tickets.ts'

/** What one change of many can be about, in the order of its buttons. */
export type ManyWhat = TicketChange['what']
export const manyWhats: readonly ManyWhat[] = ['move', 'issueType', 'department', 'owner', 'priority']

interface Kept {
  readonly kept: readonly KeptTicket[]
  /** Changes those back that were changed; null: none was. */
  readonly takeBack: (() => void) | null
}

/** The tickets that the last change left as they were, while their list is open. */
export const useKept = create<Kept>()(() => ({ kept: [], takeBack: null }))

export const showKept = (kept: Kept['kept'], takeBack: Kept['takeBack']): void => useKept.setState({ kept, takeBack })
export const closeKept = (): void => showKept([], null)
