import i18next from 'i18next'
import type { ImportState } from '../../../../shared/contract/house/list-imports.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { isDoorRefusal } from '../../../lib/answers.ts'
import { client } from '../../../lib/client.ts'
import { failureOf } from '../../../lib/errors.ts'
import { seatRoomNow } from '../../../lib/seat-rooms.ts'
import { ask } from '../../../ui/ask.ts'
import { notifyFailure } from '../../../ui/notices.ts'
import type { Turn } from '../../../ui/turns.ts'
import { tellImported } from '../series/series.actions.ts'
import { faultWords } from './fault-words.ts'

type ListRefusal = Extract<
  Awaited<ReturnType<typeof client.bookingLists.read | typeof client.bookingLists.keep>>,
  { ok: false }
>

/** Why nothing comes of a list, and what to do. */
export function listRefusalWords(answer: ListRefusal): string {
  const t = i18next.getFixedT(null, 'seats')
  if (isDoorRefusal(answer))
    return answer.code === 'too_large' ? t('intake.refused.file_too_large') : failureOf(answer).title
  if (answer.code === 'too_many_rows') return t('intake.refused.too_many_rows', answer.detail)
  if (answer.code !== 'does_not_fit') return t(`intake.refused.${answer.code}`)
  const { row, faults } = answer.detail
  return t('intake.refused.does_not_fit', { row, why: faultWords(faults, t, seatRoomNow) })
}

/** Makes bookings of all rows but those; true when it did. The notice offers the way back. */
export async function keepBookings(list: Parameters<typeof client.bookingLists.keep>[0]): Promise<boolean> {
  const answer = await ask(client.bookingLists.keep(list))
  if (answer?.ok === false) notifyFailure(() => ({ title: listRefusalWords(answer) }))
  if (answer?.ok !== true) return false
  const { bookings, importId } = answer.value
  tellImported({ bookings, keptCount: 0 }, 'imported', 'first', (next) => turnBookingImport(importId, 'done', next))
  return true
}

/** Cancels what came of a list, or brings it back where that was done: `seen` is how it stands. */
export async function turnBookingImport(importId: Id, seen: ImportState, turn: Turn = 'first'): Promise<void> {
  const answer = await ask(client.bookingLists.turnImport({ importId, seenState: seen }))
  if (answer === null) return
  if (!answer.ok) {
    notifyFailure(() => ({ title: i18next.getFixedT(null, 'settings')(`imports.refused.${answer.code}`) }))
    return
  }
  const other = seen === 'done' ? 'undone' : 'done'
  tellImported(answer.value, other === 'done' ? 'imported' : 'undone', turn, (next) =>
    turnBookingImport(importId, other, next),
  )
}
