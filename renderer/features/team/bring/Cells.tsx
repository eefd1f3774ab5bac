import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { BroughtKind, BroughtRow, Standing } from '../../../../shared/contract/team/bring-along.ts'
import { ticketName } from '../../../../shared/domain/tickets/ticket-name.ts'
import { issueTypes } from '../../../lib/common-queries.ts'
import { dayOf, dayTime, timeRange } from '../../../lib/formats.ts'
import { instantNow } from '../../../lib/now.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Select } from '../../../ui/Select.tsx'
import styles from './BroughtTable.module.css'
import { decideOnType } from './bring.actions.ts'
import { bringStatus } from './bring.queries.ts'

type Of<Kind extends BroughtKind> = Extract<BroughtRow, { kind: Kind }>
interface Column {
  readonly name: string
  readonly isFigure?: boolean
}

/** In order; the cells of a row are in the same. */
export const COLUMNS: Readonly<Record<BroughtKind, readonly Column[]>> = {
  person: [
    ...[{ name: 'name' }, { name: 'department' }, { name: 'sessions', isFigure: true }],
    ...[{ name: 'is' }, { name: 'standing' }, { name: 'act' }],
  ],
  type: [{ name: 'name' }, { name: 'tickets', isFigure: true }, { name: 'is' }, { name: 'standing' }],
  session: [
    ...[{ name: 'when' }, { name: 'listener' }, { name: 'calls', isFigure: true }],
    ...[{ name: 'notes', isFigure: true }, { name: 'halfDone', isFigure: true }, { name: 'standing' }],
  ],
  ticket: [{ name: 'number' }, { name: 'title' }, { name: 'state' }, { name: 'hubNumber' }, { name: 'standing' }],
  booking: [{ name: 'when' }, { name: 'seat' }, { name: 'person' }, { name: 'standing' }],
}

/** Who it is about is asked for elsewhere: a list of 25,000 people is in no row. */
export function Cells({ row, onAsk }: { row: BroughtRow; onAsk: (person: Of<'person'>) => void }) {
  switch (row.kind) {
    case 'person':
      return <PersonCells row={row} onAsk={() => onAsk(row)} />
    case 'type':
      return <TypeCells row={row} />
    case 'session':
      return <SessionCells row={row} />
    case 'ticket':
      return <TicketCells row={row} />
    case 'booking':
      return <BookingCells row={row} />
  }
}

const RESTS: ReadonlySet<Standing> = new Set(['will', 'same', 'there', 'left'])
const lookOf = (standing: Standing) => (standing === 'came' ? 'came' : RESTS.has(standing) ? 'rests' : 'asks')

/** What is being brought is not decided about meanwhile. */
const useIsBringing = (): boolean => useQuery(bringStatus).data?.work?.what === 'bringing'

function StandingCell({ standing, words }: { standing: Standing; words: string }) {
  return (
    <td data-standing={lookOf(standing)} title={words}>
      {words}
    </td>
  )
}

function PersonCells({ row, onAsk }: { row: Of<'person'>; onAsk: () => void }) {
  const { t } = useTranslation('bring')
  const isBringing = useIsBringing()
  const { name, employeeNumber, department, sessions, isRemoved, isPerson, standing } = row
  const is = () => {
    if (standing === 'same') return isPerson ?? t('is.unknown')
    if (standing === 'will' || standing === 'came') return t('is.new')
    return standing === 'there' ? name : ''
  }
  const isSettled = standing === 'came' || standing === 'there'
  return (
    <>
      <td title={[name, employeeNumber].filter(Boolean).join(' · ')}>
        {name} <span className={styles.quiet}>{isRemoved ? t('removed') : employeeNumber}</span>
      </td>
      <td title={department}>{department}</td>
      <td data-figure>{sessions}</td>
      <td>{is()}</td>
      <StandingCell
        standing={standing}
        words={t(`standing.${standing}`, { name: isPerson ?? '', number: '', seat: '' })}
      />
      <td>
        {isSettled || isBringing ? null : (
          <Button size="small" aria-label={t('chooseFor', { name })} onClick={onAsk}>
            {t(standing === 'decide' ? 'choose' : 'change')}
          </Button>
        )}
      </td>
    </>
  )
}

function TypeCells({ row: { id, nameZh, nameEn, tickets, issueTypeId, standing } }: { row: Of<'type'> }) {
  const { t, i18n } = useTranslation('bring')
  const types = useQuery(issueTypes).data ?? []
  const isBringing = useIsBringing()
  const isZh = i18n.language === 'zh'
  const name = isZh ? nameZh : nameEn
  return (
    <>
      <td title={name}>{name}</td>
      <td data-figure>{tickets}</td>
      <td>
        <Select
          size="xs"
          aria-label={`${t('column.type.is')} ${name}`}
          options={types.map((type) => ({ value: type.id, label: isZh ? type.nameZh : type.nameEn }))}
          value={issueTypeId}
          placeholder={t('is.decide')}
          disabled={isBringing}
          onChange={(next) => void decideOnType(id, next)}
        />
      </td>
      <StandingCell
        standing={standing}
        words={t(standing === 'decide' ? 'standing.decideType' : 'standing.sameType')}
      />
    </>
  )
}

function SessionCells({ row }: { row: Of<'session'> }) {
  const { t } = useTranslation('bring')
  const place = usePlace()
  const { startedAt, listenerName, calls, notes, halfDone, standing } = row
  return (
    <>
      <td className="figures">{dayTime(startedAt, place, instantNow())}</td>
      <td>{listenerName ?? t('nobody')}</td>
      <td data-figure>{calls}</td>
      <td data-figure>{notes}</td>
      <td data-figure>{halfDone === 0 ? '' : halfDone}</td>
      <StandingCell standing={standing} words={t(`standing.${standing}`, { name: '', number: '', seat: '' })} />
    </>
  )
}

function TicketCells({ row: { number, title, state, hubNumber, standing } }: { row: Of<'ticket'> }) {
  const { t } = useTranslation('bring')
  const { t: tickets } = useTranslation('tickets')
  const hubName = hubNumber === null ? '' : ticketName(hubNumber)
  const told = standing === 'came' && hubNumber === number ? 'cameSameNumber' : standing
  const words = t(`standing.${told}`, { number: hubName, name: '', seat: '' })
  return (
    <>
      <td className="figures">{ticketName(number)}</td>
      <td title={title}>{title}</td>
      <td>{tickets(`state.${state}`)}</td>
      <td className="figures">{standing === 'already_quoted' ? '' : hubName}</td>
      <StandingCell standing={standing} words={words} />
    </>
  )
}

function BookingCells({ row }: { row: Of<'booking'> }) {
  const { t } = useTranslation('bring')
  const place = usePlace()
  const { startsAt, endsAt, seatNumber, roomName, personName, taken, standing } = row
  // Also of today: a list of many days has no day that one has in mind.
  const day = dayOf(startsAt, place, instantNow())
  const isTheirs = standing === 'seat_taken' && taken?.isTheirs === true
  const told = isTheirs ? 'theirs' : standing
  const words = t(`standing.${told}`, { name: taken?.personName ?? '', seat: taken?.seatNumber ?? '', number: '' })
  return (
    <>
      <td className="figures">
        {day} {timeRange(startsAt, endsAt, place)}
      </td>
      <td title={roomName}>
        {t('seat', { number: seatNumber })} <span className={styles.quiet}>{roomName}</span>
      </td>
      <td>{personName}</td>
      <StandingCell standing={standing} words={words} />
    </>
  )
}
