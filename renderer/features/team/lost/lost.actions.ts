import type { BookingArrival } from '../../../../shared/contract/team/arrivals.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { client } from '../../../lib/client.ts'
import { textsOf } from '../../../lib/i18n.ts'
import { ask, done } from '../../../ui/ask.ts'
import { notifySuccess } from '../../../ui/notices.ts'

export type NotBack = BookingArrival | { how: 'not_lost' | 'hub_away' | 'hub_refused' }

/** Gives a booking that the hub lost its place again. What stands in the way comes back, for its line to say; null: nothing does, or it was told already. */
export async function bringBack(bookingId: Id, name: string): Promise<NotBack | null> {
  const answer = await ask(client.team.bringLostBack({ bookingId }))
  if (answer === null) return null
  if (!answer.ok) return { how: answer.code }
  if (answer.value.how !== 'laid' && answer.value.how !== 'there') return answer.value
  notifySuccess(() => textsOf('team')('lost.isBack', { what: name }))
  return null
}

/** Somebody has seen to these; so many lines they are. */
export async function putAway(ids: readonly Id[], count: number): Promise<void> {
  if (!(await done(client.team.putLostAway({ ids: [...ids] })))) return
  notifySuccess(() => textsOf('team')('lost.isPutAway', { count }), { undo: () => void tellAgain(ids, count) })
}

async function tellAgain(ids: readonly Id[], count: number): Promise<void> {
  if (!(await done(client.team.tellLostAgain({ ids: [...ids] })))) return
  notifySuccess(() => textsOf('team')('lost.isToldAgain', { count }), { redo: () => void putAway(ids, count) })
}

/** The same of what was done at another desk: there it stands until it is seen to there. */
export async function seeElsewhere(ids: readonly Id[], isSeen: boolean): Promise<void> {
  if (!(await done(client.desks.seeTroubles({ ids: [...ids], isSeen })))) return
  const again = () => void seeElsewhere(ids, !isSeen)
  if (isSeen) notifySuccess(() => textsOf('team')('lost.isPutAway', { count: 1 }), { undo: again })
  else notifySuccess(() => textsOf('team')('lost.isToldAgain', { count: 1 }), { redo: again })
}
