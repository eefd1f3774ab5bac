import type { OwnNews } from '../../../../shared/contract/seats/own-news.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { dayName } from '../../../lib/formats.ts'
import { textsOf } from '../../../lib/i18n.ts'
import { placeNow } from '../../../lib/place-store.ts'
import { boardPath, seatRoomNow } from '../../../lib/seat-rooms.ts'
import { bookingName } from '../booking/booking-name.ts'
import { daysOf } from '../draw/draw-words.ts'
import { windowName } from '../waitlist/waitlist-words.ts'

/** Who ended or changed what; of which time or place stands beside it. */
export function whatTheyDid({ about, byId, byName }: OwnNews, me: Id | null): string {
  const t = textsOf('seats')
  const by = byName ?? t('told.somebody')
  const whom = (personId: Id) => (personId === me ? 'yours' : personId === byId ? 'theirs' : 'of')
  const of = ({ personId, personName: name }: { personId: Id; personName: string }) => ({
    ...{ by, name },
    whose: t(`told.own.whose.${whom(personId)}`, { name }),
    who: t(`told.own.who.${whom(personId)}`, { name }),
  })
  switch (about.kind) {
    case 'wait': {
      const why = about.why === 'booked' && byName !== null ? 'bookedBy' : about.why
      return t(`told.own.wait.${why}`, of(about.wait))
    }
    case 'offer':
      return t(`told.own.offer.${about.why}`, of(about.offer))
    case 'request':
      return t(`told.own.request.${about.why}`, of(about))
    case 'details': {
      const { companionName: name, purpose } = about.booking
      const beside = name === null ? t('told.own.alone') : t('with', { name })
      const now = [t(`purpose.${purpose}`), beside].join(' · ')
      return t(`told.own.details.${about.why}`, { ...of(about.booking), now })
    }
    case 'seated':
      return t('told.own.seated.undone', of(about.booking))
    case 'missed':
      return t(`told.own.missed.${about.why}`, of(about.booking))
    case 'record':
      return t('told.own.record.removed', { by })
    case 'books_for':
    case 'booker':
      return t(`told.own.${about.kind}.taken_back`, { by, name: about.personName })
    case 'wait_beside':
      return t('told.own.wait_beside.alone', { ...of(about.wait), name: about.personName })
    case 'room': {
      const { why, coordinatorName: name } = about
      const room = about.roomName === '' ? t('told.own.room.this') : about.roomName
      return t(`told.own.room.${why === 'taken' && name !== null ? 'takenBy' : why}`, { by, room, name: name ?? '' })
    }
    case 'role': {
      const role = textsOf('common')
      return t('told.own.role.changed', { by, from: role(`role.${about.from}`), to: role(`role.${about.to}`) })
    }
    case 'merged':
      return t(`told.own.merged.${about.why}`, { by })
  }
}

/** Which time or place, and the page that shows more of it; null where there is none. */
export function whichOne({ about }: OwnNews): { words: string; path: string } | null {
  const place = placeNow()
  switch (about.kind) {
    case 'wait':
    case 'wait_beside': {
      const { roomId, madeAt, windows } = about.wait
      const { named } = seatRoomNow({ roomId, startsAt: madeAt })
      const words = windows.map((window) => named(windowName(textsOf('waitlist'), window, place))).join(' · ')
      return { words, path: boardPath(windows[0]?.date ?? '', roomId) }
    }
    case 'offer':
      return { words: bookingName(about.offer), path: seatRoomNow(about.offer).path }
    case 'request':
      return { words: daysOf(textsOf('draws'), about, place), path: `/draws?window=${about.windowId}` }
    case 'details':
    case 'seated':
    case 'missed':
      return { words: bookingName(about.booking), path: seatRoomNow(about.booking).path }
    case 'record': {
      const { date, place: where } = about.record
      return { words: [dayName(date, place), where].filter((each) => each !== '').join(' · '), path: '/duty' }
    }
    case 'books_for':
    case 'booker':
    case 'room':
    case 'role':
    case 'merged':
      return null
  }
}
