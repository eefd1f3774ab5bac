import i18next from 'i18next'
import type { Ticket, TicketAction, TicketDetail, TicketFilter, TicketSort } from '../../../shared/contract/tickets.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { ticketName } from '../../../shared/domain/ticket-name.ts'
import { assertNever } from '../../lib/answers.ts'
import { client } from '../../lib/client.ts'
import { failureOf } from '../../lib/errors.ts'
import { numberText } from '../../lib/formats.ts'
import { currentLanguage } from '../../lib/i18n.ts'
import { ask } from '../../ui/ask.ts'
import { notify, notifyFailure, notifySuccess } from '../../ui/notices.ts'
import { needsRemark } from './move-needs.ts'
import { pickIds } from './ticket-desk.ts'
import { idsFound, MOST_IDS } from './tickets.queries.ts'
import { reverseOf } from './undo-move.ts'

export interface MoveWords {
  readonly ownerName: string | null
  readonly remark: string | null
}

const noWords: MoveWords = { ownerName: null, remark: null }

/** Moves the ticket and offers the way back where there is one. False, with the reason shown, when it was refused. */
export async function moveTicket(ticket: Ticket, action: TicketAction, words: MoveWords = noWords): Promise<boolean> {
  const t = i18next.getFixedT(null, 'tickets')
  const moved = await move(ticket.id, action, words)
  if (moved === null) return false
  const reverse = reverseOf(ticket.state, action)
  notifySuccess(
    t('moved', { number: ticketName(ticket.number), state: t(`state.${moved.state}`) }),
    reverse === null
      ? {}
      : { undo: () => void takeMoveBack(moved, reverse, (back) => moveTicket(back, action, words)) },
  )
  return true
}

async function takeMoveBack(
  moved: Ticket,
  reverse: TicketAction,
  again: (back: Ticket) => Promise<boolean>,
): Promise<void> {
  const t = i18next.getFixedT(null, 'tickets')
  const remark = needsRemark(reverse) ? t('undoRemark') : null
  const back = await move(moved.id, reverse, { ownerName: null, remark })
  if (back === null) return
  const title = t('takenBack', { number: ticketName(back.number), state: t(`state.${back.state}`) })
  notify({ tone: 'info', title, redo: () => void again(back) })
}

async function move(ticketId: Id, action: TicketAction, words: MoveWords): Promise<Ticket | null> {
  const t = i18next.getFixedT(null, 'tickets')
  const answer = await ask(client.tickets.move({ ticketId, action, ...words }))
  if (answer === null) return null
  if (answer.ok) return answer.value
  switch (answer.code) {
    case 'not_from_here':
      notify({ tone: 'info', title: t('refused.not_from_here', { state: t(`state.${answer.detail.state}`) }) })
      break
    case 'owner_missing':
      notify({ tone: 'info', title: t('move.claim.ownerMissing') })
      break
    case 'remark_missing':
      notify({ tone: 'info', title: t('move.remarkMissing') })
      break
    case 'not_found':
      notifyFailure({ title: t('refused.not_found') })
      break
    default:
      assertNever(answer)
  }
  return null
}

export type TicketWish = Pick<Ticket, 'title' | 'issueTypeId' | 'priority' | 'department'>

/**
 * Stores the change of a ticket and offers to change it back. `limitOfTypeNow`: the present limit of the old issue type. When
 * that was altered since, going back would count another deadline, so no way back is offered.
 */
export async function editTicket(
  detail: TicketDetail,
  wish: TicketWish,
  limitOfTypeNow: TicketDetail['deadline']['limit'] | undefined,
): Promise<boolean> {
  const t = i18next.getFixedT(null, 'tickets')
  const { ticket, deadline } = detail
  if (!(await edit(ticket.id, wish))) return false
  const { title, issueTypeId, priority, department } = ticket
  const { limit } = deadline
  const wouldCountAlike =
    wish.issueTypeId === issueTypeId || (limitOfTypeNow?.amount === limit.amount && limitOfTypeNow.unit === limit.unit)
  const number = ticketName(ticket.number)
  const undo = async () => {
    if (await edit(ticket.id, { title, issueTypeId, priority, department })) {
      const redo = () => void editTicket(detail, wish, limitOfTypeNow)
      notify({ tone: 'info', title: t('editTakenBack', { number }), redo })
    }
  }
  notifySuccess(t('edited', { number }), wouldCountAlike ? { undo: () => void undo() } : {})
  return true
}

async function edit(ticketId: Id, wish: TicketWish): Promise<boolean> {
  const answer = await ask(client.tickets.edit({ ticketId, ...wish }))
  if (answer?.ok === false) notifyFailure({ title: i18next.getFixedT(null, 'tickets')(`refused.${answer.code}`) })
  return answer?.ok === true
}

/** Drops one ticket from «everything found»: from then on the others are picked by name. */
export async function pickAllBut(ticketId: Id, filter: TicketFilter, sort: TicketSort): Promise<void> {
  const t = i18next.getFixedT(null, 'tickets')
  try {
    const ids = await idsFound(filter, sort)
    if (ids !== null) pickIds(ids.filter((id) => id !== ticketId))
    else notify({ tone: 'info', title: t('picked.tooMany', { number: numberText(MOST_IDS, currentLanguage()) }) })
  } catch (problem) {
    notifyFailure(failureOf(problem))
  }
}
