import i18next from 'i18next'
import { create } from 'zustand'
import type { TicketDetail } from '../../../../shared/contract/tickets/tickets.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { AnswerRefused } from '../../../lib/answers.ts'
import { failureOf } from '../../../lib/errors.ts'
import { numberText } from '../../../lib/number-text.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { notify, notifyFailure } from '../../../ui/notices.ts'
import type { Picked } from '../ticket-desk.ts'
import { ticketDetail } from '../tickets.queries.ts'
import { type ListOnScreen, seenOf } from './many.actions.ts'

/** More would be a book; a table of them is an export. */
const MOST_PRINTED = 200

/** What is on paper while the system's print window is open. */
export const usePrinted = create<{ printed: readonly TicketDetail[] }>()(() => ({ printed: [] }))

/** Reads everything picked, whole, and lays it out for the printer. */
export async function printPicked(picked: Picked, list: ListOnScreen): Promise<void> {
  const t = i18next.getFixedT(null, 'tickets')
  const count = picked.by === 'found' ? list.total : picked.ids.length
  if (count > MOST_PRINTED) {
    notify({
      tone: 'info',
      title: () => t('many.tooManyToPrint', { number: numberText(MOST_PRINTED) }),
    })
    return
  }
  const seen = await seenOf(picked, list)
  if (seen === null) return
  try {
    const read = await Promise.all(seen.map(({ ticketId }) => detailOf(ticketId)))
    usePrinted.setState({ printed: read.filter((detail) => detail !== null) })
  } catch (problem) {
    notifyFailure(() => failureOf(problem))
  }
}

/** Null for a ticket that is gone: there is nothing to print of it. */
async function detailOf(ticketId: Id): Promise<TicketDetail | null> {
  try {
    return await queryClient.fetchQuery(ticketDetail(ticketId))
  } catch (problem) {
    if (problem instanceof AnswerRefused) return null
    throw problem
  }
}
