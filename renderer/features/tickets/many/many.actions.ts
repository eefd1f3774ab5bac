import i18next from 'i18next'
import { MOST_AT_ONCE } from '../../../../shared/contract/limits.ts'
import type { ManyChanged, SeenTicket, TicketChange } from '../../../../shared/contract/tickets/many-tickets.ts'
import type { Ticket, TicketFilter, TicketSort } from '../../../../shared/contract/tickets/tickets.ts'
import { client } from '../../../lib/client.ts'
import { failureOf } from '../../../lib/errors.ts'
import { numberText } from '../../../lib/number-text.ts'
import { ask } from '../../../ui/ask.ts'
import { dismissNotice, notify, notifyFailure } from '../../../ui/notices.ts'
import { type Turn, turned } from '../../../ui/turns.ts'
import { openForm, type Picked } from '../ticket-desk.ts'
import { TICKETS } from '../tickets.actions.ts'
import { ticketsFound } from '../tickets.queries.ts'
import { type ManyWhat, showKept } from './many-store.ts'

const texts = () => i18next.getFixedT(null, 'tickets')
const number = (value: number) => numberText(value)

/** What the list was asked and what it has answered so far. */
export interface ListOnScreen {
  readonly filter: TicketFilter
  readonly sort: TicketSort
  readonly total: number
  readonly tickets: readonly Ticket[]
}

/** The picked tickets as they are seen now; null, and said, when there are more than one change takes or they cannot be read. */
export async function seenOf(picked: Picked, list: ListOnScreen): Promise<SeenTicket[] | null> {
  const count = picked.by === 'found' ? list.total : picked.ids.length
  if (count > MOST_AT_ONCE) {
    notify({ tone: 'info', title: () => texts()('many.tooMany', { number: number(MOST_AT_ONCE) }) })
    return null
  }
  if (picked.by === 'ids') {
    const versions = new Map(list.tickets.map(({ id, version }) => [id, version]))
    return picked.ids.map((ticketId) => ({ ticketId, seenVersion: versions.get(ticketId) ?? null }))
  }
  try {
    const found = await ticketsFound(list.filter, list.sort, MOST_AT_ONCE)
    return found?.map(({ id, version }) => ({ ticketId: id, seenVersion: version })) ?? null
  } catch (problem) {
    notifyFailure(() => failureOf(problem))
    return null
  }
}

/** Begins a change of everything picked. */
export async function beginChange(what: ManyWhat, picked: Picked, list: ListOnScreen): Promise<void> {
  const seen = await seenOf(picked, list)
  if (seen !== null && seen.length > 0) openForm({ kind: 'many', what, seen })
}

/** Changes all of them in one go and offers one way back. False, with the reason shown, when nothing was even tried. */
export async function changeMany(tickets: readonly SeenTicket[], change: TicketChange): Promise<boolean> {
  const answer = await ask(client.manyTickets.change({ tickets: [...tickets], change }))
  if (answer?.ok === false) notifyFailure(() => ({ title: texts()(`many.refused.${answer.code}`) }))
  if (answer?.ok !== true) return false
  tell(answer.value, 'first')
  return true
}

/**
 * How many were changed and how many not, with the way back for those that were. Which ones were not and why is laid before whoever changed them, unless they
 * were so already: then there is nothing to do about them.
 */
function tell({ changed, kept }: ManyChanged, turn: Turn): void {
  const way = turn === 'back' ? 'back' : 'done'
  const isWhole = kept.length === 0
  const isSameAll = kept.every(({ why }) => why === 'already_so')
  const what = () => {
    if (isWhole) return `many.${way}` as const
    if (changed.length === 0) return isSameAll ? 'many.noneNew' : (`many.${way}None` as const)
    return isSameAll ? (`many.${way}Rest` as const) : (`many.${way}Some` as const)
  }
  const counts = () => ({ changed: number(changed.length), kept: number(kept.length) })
  const turnAll = async (next: Turn) => {
    const answer = await ask(client.manyTickets.undo({ changes: changed }))
    if (answer?.ok === true) tell(answer.value, next)
  }
  const fromList =
    changed.length === 0
      ? null
      : () => {
          dismissNotice(told)
          void turnAll(turn === 'back' ? 'again' : 'back')
        }
  const say = () =>
    notify({
      tone: changed.length === 0 || way === 'back' ? 'info' : 'success',
      title: () => texts()(what(), counts()),
      pile: TICKETS,
      ...(changed.length === 0 ? {} : turned(turn, turnAll)),
      action: isWhole ? undefined : { label: () => texts()('many.showKept'), run: look },
    })
  // Beneath the list its time passes unseen, and pressed it goes: with it the way back would.
  const look = () =>
    showKept(kept, fromList, () => {
      dismissNotice(told)
      told = say()
    })
  let told = say()
  if (!isSameAll) look()
}
