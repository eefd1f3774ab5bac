import { useRef } from 'react'
import type { TicketEvent } from '../../../../shared/contract/tickets/tickets.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { changesToTakeBack, whatItDid } from '../../../../shared/domain/tickets/taking-back.ts'
import { useStable } from '../../../lib/use-stable.ts'
import { takeBackChange } from '../tickets.actions.ts'

export type Change = Pick<TicketEvent, 'id' | 'what' | 'undoesEventId' | 'canGoBack'>

/** Whether taking this back is to do something again. */
export const isAgain = (change: Change, events: readonly Change[]): boolean =>
  whatItDid(change, events)?.way === 'taken_back'

export const latestOf = (found: readonly Change[], events: readonly Change[]): Change | undefined =>
  found.findLast((change) => !isAgain(change, events))

/**
 * Takes changes back one after the other, however fast they are asked for: which is meant is looked up once the one before was answered, in the
 * history as that left it, before it is read anew. After one that was refused, none that was asked for meanwhile goes out.
 */
export function useStepsBack(
  ticketId: Id,
  events: readonly TicketEvent[],
  mayGoOn: () => boolean,
  onTaken: () => void,
) {
  /** What was answered already. */
  const steps = useRef<readonly Change[]>([])
  const underWay = useRef<Promise<boolean> | null>(null)
  const takeOne = useStable(
    async (choose: (found: readonly Change[], now: readonly Change[]) => Change | undefined) => {
      const now: Change[] = [...events, ...steps.current.filter(({ id }) => events.every((event) => event.id !== id))]
      const chosen = mayGoOn() ? choose(changesToTakeBack(now), now) : undefined
      if (chosen === undefined) return false
      const eventId = await takeBackChange(ticketId, chosen, isAgain(chosen, now) ? 'redo' : 'undo')
      if (eventId === null) return false
      steps.current = [...steps.current, { id: eventId, what: chosen.what, undoesEventId: chosen.id, canGoBack: true }]
      if (mayGoOn()) onTaken()
      return true
    },
  )
  const ask = (choose: Parameters<typeof takeOne>[0]): void => {
    const mine = underWay.current?.then((isTaken) => isTaken && takeOne(choose)) ?? takeOne(choose)
    underWay.current = mine
    void mine.finally(() => {
      if (underWay.current === mine) underWay.current = null
    })
  }
  return {
    takeBack: (id: Id) => ask((found) => found.find((change) => change.id === id)),
    takeBackLatest: () => ask(latestOf),
  }
}
