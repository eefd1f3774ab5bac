import type { TFunction } from 'i18next'
import type { LostChange } from '../../../../shared/contract/team/lost.ts'
import { ticketName } from '../../../../shared/domain/tickets/ticket-name.ts'
import { dayOf, timeRange } from '../../../lib/formats.ts'
import { instantNow } from '../../../lib/now.ts'
import type { useSeatRooms } from '../../../lib/seat-rooms.ts'

/** Where somebody sees to it. */
export function pathOf({ kind, about, sessionId }: LostChange, roomOf: ReturnType<typeof useSeatRooms>): string {
  switch (kind) {
    case 'reserved':
    case 'rescheduled':
    case 'cancelled':
    case 'booking':
      return about.what === 'booking' ? roomOf(about).path : '/seats'
    case 'ticket_opened':
    case 'ticket':
      return sessionId === null ? '/tickets' : `/sessions/${sessionId}`
    case 'heard':
      return sessionId === null ? '/sessions' : `/sessions/${sessionId}`
    case 'person':
      return '/settings?section=people'
    case 'export':
      return '/exports'
    case 'brought':
      return '/settings?section=team'
    case 'rules':
      return '/settings'
  }
}

/** Of what it was, by the clock of its room: «11月30日 周一 10:30–12:00 3号席 林岚», «ES-000012». */
export function aboutOf(
  { about }: LostChange,
  t: TFunction<['team', 'bring']>,
  roomOf: ReturnType<typeof useSeatRooms>,
): string {
  if (about.what === 'ticket') return ticketName(about.number)
  if (about.what === 'person') return about.name
  if (about.what === 'nothing') return ''
  const { startsAt, endsAt, seatNumber: number, personName: name } = about
  const { place, named } = roomOf(about)
  const seat = named(t('bring:seat', { number }))
  const day = dayOf(startsAt, place, instantNow())
  return t('lost.booking', { day, time: timeRange(startsAt, endsAt, place), seat, name })
}
