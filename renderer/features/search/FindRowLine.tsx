import { useTranslation } from 'react-i18next'
import type { FoundTicket } from '../../../shared/contract/search/search.ts'
import { timecode } from '../../../shared/domain/listening/timecode.ts'
import { ticketName } from '../../../shared/domain/tickets/ticket-name.ts'
import { foundRanges, type TextRange } from '../../../shared/text/search-characters.ts'
import { dayOf, timeOfDay, timeRange } from '../../lib/formats.ts'
import { heardPlace } from '../../lib/heard-place.ts'
import { instantNow } from '../../lib/now.ts'
import { usePlace } from '../../lib/place-store.ts'
import { useSeatRooms } from '../../lib/seat-rooms.ts'
import { KeyCap } from '../../ui/KeyCap.tsx'
import { Marked } from '../../ui/Marked.tsx'
import { excerptOf } from './excerpt.ts'
import styles from './FindDialog.module.css'
import type { FindRow } from './find-rows.ts'

/** What a row says: the thing itself with its hits marked, and beside it where it is. */
export function FindRowLine({ row, typed }: { row: FindRow; typed: string }) {
  const { t } = useTranslation(['find', 'settings'])
  const place = usePlace()
  const roomOf = useSeatRooms()
  const found = (text: string) => <Marked text={text} ranges={foundRanges(text, typed)} />
  const named = (name: string, nameRange: TextRange | null) => (
    <Marked text={name} ranges={nameRange === null ? foundRanges(name, typed) : [nameRange]} />
  )
  const words = (text: string) => <Marked {...excerptOf(text, foundRanges(text, typed))} />
  const day = (at: string, there = place) => dayOf(at, there, instantNow())
  const seat = (number: number | null) => (number === null ? t('row.walkUp') : t('row.seat', { number }))

  switch (row.group) {
    case 'people': {
      const { name, department, employeeNumber } = row.hit.person
      return (
        <Line aside={t(`row.role.${row.hit.person.role}`)}>
          <strong>{named(name, row.hit.nameRange)}</strong>
          <span className={styles.detail}>{found([department, employeeNumber ?? ''].filter(Boolean).join(' · '))}</span>
        </Line>
      )
    }
    case 'bookings': {
      const { booking, nameRange } = row.hit
      const { place: there, named: inRoom } = roomOf(booking)
      const when = `${day(booking.startsAt, there)} ${timeRange(booking.startsAt, booking.endsAt, there)}`
      return (
        <Line aside={t(`row.state.${booking.state}`)}>
          <strong>{named(booking.personName, nameRange)}</strong>
          <span className={styles.detail}>
            {when} · {inRoom(seat(booking.seatNumber))}
            {booking.companionName === null ? null : <> · {found(t('row.with', { name: booking.companionName }))}</>}
          </span>
        </Line>
      )
    }
    case 'sessions': {
      const { session, nameRange } = row.hit
      const { startedAt, roomId, seatNumber } = session
      const { place: there, named: inRoom } = roomOf({ roomId, startsAt: startedAt })
      const when = `${day(startedAt, there)} ${timeOfDay(startedAt, there)}`
      return (
        <Line aside={t('row.heard', { calls: session.callCount, notes: session.noteCount })}>
          <strong>{session.listenerName === null ? t('row.nobody') : named(session.listenerName, nameRange)}</strong>
          <span className={styles.detail}>
            {when} · {seatNumber === null ? seat(null) : inRoom(seat(seatNumber))}
          </span>
        </Line>
      )
    }
    case 'calls': {
      const { reference, number, startedAt, heardZone, listenerName } = row.hit
      const { there, clock } = heardPlace(place, startedAt, heardZone)
      return (
        <Line aside={`${day(startedAt, there)} ${timeOfDay(startedAt, there)}${clock}`}>
          <strong className="figures">{found(reference)}</strong>
          <span className={styles.detail}>
            {t('row.call', { number })} · {listenerName ?? t('row.nobody')}
          </span>
        </Line>
      )
    }
    case 'voices':
    case 'views':
    case 'remarks': {
      const { note, callNumber, callStartedAt, heardZone, listenerName } = row.hit
      const { there } = heardPlace(place, callStartedAt, heardZone)
      return (
        <Line
          kind={note.kind}
          aside={
            <>
              {listenerName ?? t('row.nobody')} · {day(callStartedAt, there)} · {t('row.call', { number: callNumber })}{' '}
              {timecode(note.offsetMs)}
            </>
          }
        >
          {row.group === 'remarks' ? <span className={styles.kind}>{t(`row.kind.${note.kind}`)}</span> : null}
          <span className={`ellipsis ${styles.words}`}>{words(note.text)}</span>
        </Line>
      )
    }
    case 'halfDone': {
      const { text, kind, callNumber, sessionStartedAt, heardZone, listenerName, offsetMs } = row.hit
      const { there } = heardPlace(place, sessionStartedAt, heardZone)
      return (
        <Line
          kind={kind}
          aside={
            <>
              {listenerName ?? t('row.nobody')} · {day(sessionStartedAt, there)} ·{' '}
              {t('row.call', { number: callNumber })} {timecode(offsetMs)}
            </>
          }
        >
          <span className={styles.kind}>{t(`row.kind.${kind}`)}</span>
          <span className={`ellipsis ${styles.words}`}>{words(text)}</span>
        </Line>
      )
    }
    case 'seats':
      return (
        <Line aside={t('row.seatToday')}>
          <strong>{found(roomOf({ seatId: row.hit.id, startsAt: instantNow() }).named(seat(row.hit.number)))}</strong>
        </Line>
      )
    case 'types': {
      const { digit, limit, department } = row.hit
      return (
        <Line aside={`${limit.amount} ${t(`settings:types.unitName.${limit.unit}`)}`}>
          <strong>{found(place.language === 'en' ? row.hit.nameEn : row.hit.nameZh)}</strong>
          <span className={styles.detail}>{[t('row.digit', { digit }), department].filter(Boolean).join(' · ')}</span>
        </Line>
      )
    }
    case 'tickets': {
      const { ticket, quote, person } = row.hit
      return (
        <Line
          aside={
            <>
              {ticket.ownerName ?? found(ticket.department)} · {t(`row.ticket.${ticket.state}`)}
            </>
          }
        >
          <span className={styles.number}>{ticketName(ticket.number)}</span>
          <span className={`ellipsis ${styles.words}`}>{found(ticket.title)}</span>
          {quote === null ? null : (
            <span className={`ellipsis ${styles.quote}`} data-kind={quote.kind}>
              <span className={styles.kind}>{t(`row.kind.${quote.kind}`)}</span> {words(quote.text)}
            </span>
          )}
          {person === null ? null : (
            <span className={styles.detail}>
              {t(`row.ticketBy.${person.as}`)} {named(person.name, person.nameRange)}
            </span>
          )}
          {quote === null && person === null && isDepartmentMeant(ticket, typed) ? (
            <span className={styles.detail}>
              {t('row.ticketBy.department')} {found(ticket.department)}
            </span>
          ) : null}
        </Line>
      )
    }
    case 'commands':
      return (
        <Line aside={row.hit.chord === null ? null : <KeyCap chord={row.hit.chord} />}>
          <span>{found(row.hit.name)}</span>
          {row.hit.page === null ? null : <span className={styles.detail}>{row.hit.page}</span>}
        </Line>
      )
  }
}

/** Whether only the department can have been meant, and the owner's name stands where it would. */
const isDepartmentMeant = ({ title, department, ownerName }: FoundTicket['ticket'], typed: string): boolean =>
  ownerName !== null && foundRanges(title, typed).length === 0 && foundRanges(department, typed).length > 0

function Line({ kind, aside, children }: { kind?: string; aside: React.ReactNode; children: React.ReactNode }) {
  return (
    <span className={styles.line} data-kind={kind}>
      <span className={styles.main}>{children}</span>
      <span className={styles.aside}>{aside}</span>
    </span>
  )
}
