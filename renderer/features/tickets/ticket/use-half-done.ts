import { useLayoutEffect, useState } from 'react'
import type { Ticket } from '../../../../shared/contract/tickets/tickets.ts'
import type { Version } from '../../../../shared/contract/versions.ts'
import { ticketName } from '../../../../shared/domain/tickets/ticket-name.ts'
import { textsOf } from '../../../lib/i18n.ts'
import { useSeen } from '../../../lib/use-seen.ts'
import { useStable } from '../../../lib/use-stable.ts'
import { notify } from '../../../ui/notices.ts'
import { useTicketDesk } from '../ticket-desk.ts'

/** What was changed in forms whose ticket was left, until the form is opened again; gone with the window. */
const left = new Map<string, { fields: object; version: Version }>()

/**
 * The fields of a form in an open ticket. Cancelled or sent, they are forgotten; when another page, the way back or another ticket
 * takes the form away, they wait, that is said, and the same form of the same ticket goes on with them.
 */
export function useHalfDone<Fields extends object>(what: string, ticket: Ticket, now: Fields, isSending: boolean) {
  const key = `${ticket.id} ${what}`
  const [begun] = useState(() => left.get(key) as { fields: Partial<Fields>; version: Version } | undefined)
  const form = useSeen(ticket.version, now, begun)
  const taken = useStable(() => {
    left.delete(key)
    if (isSending || useTicketDesk.getState().form === null) return
    const changed = Object.entries(form.fields).filter(([field, value]) => now[field as keyof Fields] !== value)
    if (changed.length === 0) return
    left.set(key, { fields: Object.fromEntries(changed), version: form.seen.version })
    const number = ticketName(ticket.number)
    notify({ tone: 'info', title: () => textsOf('tickets')('pane.halfDone', { number }) })
  })
  // Before the pane, when it goes, closes its form: by then nobody could tell this from a cancel.
  useLayoutEffect(() => taken, [taken])
  return form
}
