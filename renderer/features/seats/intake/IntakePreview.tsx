import { useTranslation } from 'react-i18next'
import type { Client } from '../../../../shared/contract/contract.ts'
import { dayOf, timeRange } from '../../../lib/formats.ts'
import { instantNow } from '../../../lib/now.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { roomName as nameOfRoom, useSeatRooms } from '../../../lib/seat-rooms.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { LeftOut } from '../../../ui/LeftOut.tsx'
import { QuietLine } from '../../../ui/QuietLine.tsx'
import { ScrollBox } from '../../../ui/ScrollBox.tsx'
import { SheetTable } from '../../../ui/SheetTable.tsx'
import styles from './BookingIntake.module.css'
import { faultWords } from './fault-words.ts'

/** More than anybody reads before keeping a list. */
const ROWS_SHOWN = 100

type Plan = Extract<Awaited<ReturnType<Client['bookingLists']['read']>>, { ok: true }>['value']

/** What the list would come to: the bookings it makes, and the rows that can be none, each with why. */
export function IntakePreview({ good, bad, sheet, isWhole }: Plan) {
  const { t, i18n } = useTranslation('seats')
  const place = usePlace()
  const roomOf = useSeatRooms()
  if (!isWhole) return <QuietLine>{t('intake.notWhole')}</QuietLine>
  const others = new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(sheet?.others ?? [])
  const placed = good.map((one) => ({ ...one, place: roomOf(one).place }))
  const zones = [
    ...new Set([...placed.map((one) => one.place.timeZone), ...(good.length === 0 ? [place.timeZone] : [])]),
  ]
  const hasRooms = good.some(({ roomName }) => roomName !== good[0]?.roomName)
  return (
    <>
      <p className={styles.sum} role="status">
        <Badge tone="praise">{t('intake.goodCount', { count: good.length })}</Badge>
        {bad.length === 0 ? null : <Badge tone="soon">{t('intake.badCount', { count: bad.length })}</Badge>}
      </p>
      {sheet === null || others === '' ? null : (
        <p className={styles.told}>{t('intake.onlySheet', { name: sheet.name, others })}</p>
      )}
      <p className={styles.told}>{t('intake.zone', { zones: zones.join(' · ') })}</p>
      {bad.length === 0 ? null : (
        <LeftOut
          label={t('intake.badTitle')}
          title={t('intake.badTitle')}
          lines={bad.map(({ row, faults, text }) => ({
            ...{ key: row, place: row, text },
            reason: faultWords(faults, t, roomOf),
          }))}
        />
      )}
      {good.length === 0 ? null : (
        <ScrollBox label={t('intake.goodTitle')} height={200}>
          <SheetTable
            heads={[
              { key: 'row', head: t('intake.row') },
              { key: 'day', head: t('intake.field.day') },
              { key: 'time', head: t('intake.time') },
              ...(hasRooms ? [{ key: 'room', head: t('intake.field.room') }] : []),
              { key: 'seat', head: t('intake.field.seat') },
              { key: 'person', head: t('intake.field.person') },
              { key: 'companion', head: t('intake.field.companion') },
              { key: 'bookedBy', head: t('intake.field.bookedBy') },
              { key: 'purpose', head: t('intake.field.purpose') },
            ]}
          >
            {placed.slice(0, ROWS_SHOWN).map((each) => (
              <tr key={each.row}>
                <td className="figures">{each.row}</td>
                <td>{dayOf(each.startsAt, each.place, instantNow())}</td>
                <td className="figures">{timeRange(each.startsAt, each.endsAt, each.place)}</td>
                {hasRooms ? <td>{nameOfRoom({ name: each.roomName, site: '' })}</td> : null}
                <td className="figures">{each.seatNumber}</td>
                <td>{each.personName}</td>
                <td>{each.companionName}</td>
                <td>{each.bookedByName}</td>
                <td>{t(`purpose.${each.purpose}`)}</td>
              </tr>
            ))}
          </SheetTable>
          {good.length <= ROWS_SHOWN ? null : (
            <p className={styles.rest}>{t('intake.moreRows', { count: good.length - ROWS_SHOWN })}</p>
          )}
        </ScrollBox>
      )}
    </>
  )
}
