import { create } from 'zustand'
import type { KeptTicket, TicketChange } from '../../../../shared/contract/tickets/many-tickets.ts'

/** What one change of many can be about, in the order of its buttons. */
export type ManyWhat = TicketChange['what']
export const manyWhats: readonly ManyWhat[] = ['move', 'issueType', 'department', 'owner', 'priority']

interface Kept {
  readonly kept: readonly KeptTicket[]
  /** Changes those back that were changed; null: none was. */
  readonly takeBack: (() => void) | null
  /** Says once more what was changed, when the list was read. */
  readonly wasRead: () => void
}

/** The tickets that the last change left as they were, while their list is open. */
export const useKept = create<Kept>()(() => ({ kept: [], takeBack: null, wasRead: () => {} }))

export const showKept = (kept: Kept['kept'], takeBack: Kept['takeBack'], wasRead: Kept['wasRead']): void =>
  useKept.setState({ kept, takeBack, wasRead })

/** Away with the list. */
export const forgetKept = (): void => showKept([], null, () => {})

export function closeKept(): void {
  const { wasRead } = useKept.getState()
  forgetKept()
  wasRead()
}
