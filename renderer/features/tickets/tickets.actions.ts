import i18next from 'i18next'
import type {
  ChangedTicket,
  Ticket,
  TicketAction,
  TicketDetail,
  TicketEvent,
  TicketFilter,
  TicketSort,
} from '../../../shared/contract/tickets/tickets.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { ticketName } from '../../../shared/domain/tickets/ticket-name.ts'
import { assertNever } from '../../lib/answers.ts'
import { client } from '../../lib/client.ts'
import { failureOf } from '../../lib/errors.ts'
import { numberText } from '../../lib/number-text.ts'
import { putInto } from '../../lib/put-into.ts'
import type { Seen } from '../../lib/use-seen.ts'
import { ask } from '../../ui/ask.ts'
import { notify, notifyFailure } from '../../ui/notices.ts'
import { type Turn, tellTurn } from '../../ui/turns.ts'
import { pickIds } from './ticket-desk.ts'
import { MOST_IDS, ticketDetail, ticketsFound } from './tickets.queries.ts'

export interface MoveWords {
  readonly ownerName: string | null
  readonly remark: string | null
}

const noWords: MoveWords = { ownerName: null, remark: null }

const texts = () => i18next.getFixedT(null, 'tickets')
const namesOf = ({ number, state }: Ticket) => ({ number: ticketName(number), state: texts()(`state.${state}`) })
const told = {
  move: {
    done: (ticket: Ticket) => texts()('moved', namesOf(ticket)),
    back: (ticket: Ticket) => texts()('takenBack', namesOf(ticket)),
  },
  edit: {
    done: (ticket: Ticket) => texts()('edited', namesOf(ticket)),
    back: (ticket: Ticket) => texts()('editTakenBack', namesOf(ticket)),
  },
}

/** Moves the ticket, as a form saw it where there is one, and offers the way back. False, with the reason shown, when it was refused. */
export async function moveTicket(
  ticket: Pick<Ticket, 'id' | 'version'>,
  action: TicketAction,
  words: MoveWords = noWords,
  seen?: Seen,
): Promise<boolean> {
  const moved = await move(
    { ticketId: ticket.id, seenVersion: seen?.version ?? ticket.version, action, ...words },
    seen,
  )
  if (moved === null) return false
  tellTicket(moved, 'move', 'first')
  return true
}

type Kind = keyof typeof told

/** The pile of what is told of tickets that were changed. */
export const TICKETS = 'tickets'

/** Undo as a notice offers it: the ticket becomes exactly what it was before this change; redo takes that back again. */
const tellTicket = (changed: ChangedTicket, kind: Kind, turn: Turn): number =>
  tellTurn(
    TICKETS,
    turn,
    () => told[kind][turn === 'back' ? 'back' : 'done'](changed),
    changed.eventId === null ? null : (next) => takeBack(changed, kind, next),
  )

/**
 * Takes one change back, or takes the taking back back (`again`), and offers the other way. Gives what that is called in the history; null, with the
 * reason shown, when it was refused.
 */
async function takeBack(
  { id, eventId }: Pick<ChangedTicket, 'id' | 'eventId'>,
  kind: Kind,
  turn: Turn,
): Promise<Id | null> {
  const answer = await ask(client.tickets.undo({ ticketId: id, eventId: eventId ?? '' }))
  if (answer?.ok === false) notifyFailure(() => ({ title: texts()(`refused.${answer.code}`) }))
  if (answer?.ok !== true) return null
  const after = answer.value
  showChanged(after)
  tellTicket(after, kind, turn)
  return after.eventId
}

/** Undo from the history, long after its notice went; `redo` where the change had taken something back. */
export const takeBackChange = (ticketId: Id, { id, what }: Pick<TicketEvent, 'id' | 'what'>, way: 'undo' | 'redo') =>
  takeBack({ id: ticketId, eventId: id }, what === 'moved' ? 'move' : 'edit', way === 'redo' ? 'again' : 'back')

/** Puts what main answered into the open ticket at once: the next step goes out from it, however fast it comes. */
function showChanged({ eventId: _, ...ticket }: ChangedTicket): void {
  putInto<TicketDetail>(ticketDetail(ticket.id).queryKey, (known) =>
    known === undefined || known.ticket.version >= ticket.version ? known : { ...known, ticket },
  )
}

async function move(
  wish: Parameters<typeof client.tickets.move>[0],
  seen: Seen | undefined,
): Promise<ChangedTicket | null> {
  const t = i18next.getFixedT(null, 'tickets')
  const answer = await ask(client.tickets.move(wish), seen?.onStale)
  if (answer === null) return null
  if (answer.ok) {
    showChanged(answer.value)
    return answer.value
  }
  switch (answer.code) {
    case 'not_from_here':
      notify({ tone: 'info', title: () => t('refused.not_from_here', { state: t(`state.${answer.detail.state}`) }) })
      break
    case 'owner_missing':
      notify({ tone: 'info', title: () => t('move.claim.ownerMissing') })
      break
    case 'remark_missing':
      notify({ tone: 'info', title: () => t('move.remarkMissing') })
      break
    case 'not_found':
      notifyFailure(() => ({ title: t('refused.not_found') }))
      break
    default:
      assertNever(answer)
  }
  return null
}

export type TicketWish = Pick<Ticket, 'title' | 'issueTypeId' | 'priority' | 'department'> & {
  readonly ownerName?: string
}

/** Stores the change of a ticket and offers to change it back. False, with the reason shown, when it was refused. */
export async function editTicket(ticketId: Id, wish: TicketWish, seen?: Seen): Promise<boolean> {
  const t = i18next.getFixedT(null, 'tickets')
  const answer = await ask(
    client.tickets.edit({ ticketId, ...wish, seenVersion: seen?.version ?? null }),
    seen?.onStale,
  )
  if (answer?.ok === false) notifyFailure(() => ({ title: t(`refused.${answer.code}`) }))
  if (answer?.ok !== true) return false
  showChanged(answer.value)
  tellTicket(answer.value, 'edit', 'first')
  return true
}

/** Drops one ticket from «everything found»: from then on the others are picked by name. */
export async function pickAllBut(ticketId: Id, filter: TicketFilter, sort: TicketSort): Promise<void> {
  const t = i18next.getFixedT(null, 'tickets')
  try {
    const found = await ticketsFound(filter, sort, MOST_IDS)
    if (found !== null) pickIds(found.map(({ id }) => id).filter((id) => id !== ticketId))
    else notify({ tone: 'info', title: () => t('picked.tooMany', { number: numberText(MOST_IDS) }) })
  } catch (problem) {
    notifyFailure(() => failureOf(problem))
  }
}
