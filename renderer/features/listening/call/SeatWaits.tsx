import { useTranslation } from 'react-i18next'
import type { Booking } from '../../../../shared/contract/seats/bookings.ts'
import { timeRange } from '../../../lib/formats.ts'
import { useSeatRooms } from '../../../lib/seat-rooms.ts'
import { useChord, useKeys } from '../../../lib/use-keys.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { DialogFoot } from '../../../ui/DialogFoot.tsx'

export interface SeatWaitsProps {
  booking: Booking
  onSitDown: () => void
  onElsewhere: () => void
  onClose: () => void
}

/**
 * Before whoever has a seat waiting for them sits down without it: a walk-up is no check-in, so that they would count as not having come to what they booked,
 * and the seat would be given away, while they listen two seats further on.
 */
export function SeatWaits({ booking, onClose, ...acts }: SeatWaitsProps) {
  const { t } = useTranslation('listen')
  const { place, named } = useSeatRooms()(booking)
  const seat = named(t('start.seat', { number: booking.seatNumber }))
  return (
    <Dialog isOpen onClose={onClose} title={t('waits.title', { seat })} width={440}>
      <p>{t('waits.why', { span: timeRange(booking.startsAt, booking.endsAt, place) })}</p>
      <Choices seat={seat} {...acts} />
    </Dialog>
  )
}

function Choices({
  seat,
  onSitDown,
  onElsewhere,
}: Pick<SeatWaitsProps, 'onSitDown' | 'onElsewhere'> & { seat: string }) {
  const { t } = useTranslation('listen')
  useKeys('dialog', { 'dialog.confirm': onSitDown })
  return (
    <DialogFoot>
      <Button onClick={onElsewhere}>{t('waits.elsewhere')}</Button>
      <Button tone="primary" onClick={onSitDown} chord={useChord('dialog.confirm')} data-autofocus>
        {t('waits.sitDown', { seat })}
      </Button>
    </DialogFoot>
  )
}
