import { useTranslation } from 'react-i18next'
import type { Booking } from '../../../../shared/contract/seats/bookings.ts'
import type { SeatSpan } from '../../../../shared/domain/seats/free-neighbours.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { AnchoredDialog } from '../../../ui/AnchoredDialog.tsx'
import { Button } from '../../../ui/Button.tsx'
import { areaStyle } from '../board/area-style.ts'
import layerStyles from '../board/BoardLayer.module.css'
import { moveTo } from '../board/board-acts.ts'
import type { DayBoard } from '../board/board-layout.ts'
import { leave } from '../board/board-store.ts'
import { askToWaitFor } from '../waitlist/asked-wait.ts'
import { PopoverHead } from './PopoverHead.tsx'
import styles from './Popovers.module.css'
import { RefusalBox } from './RefusalBox.tsx'
import { freePlacesIn, type SeatsRefusal } from './refusal-words.ts'

/** A move that main refused: the reason stands where the booking was put down; the booking is still where it was. */
export function RefusedPopover({
  board,
  booking,
  place,
  refusal,
}: {
  board: DayBoard
  booking: Booking
  place: SeatSpan
  refusal: SeatsRefusal
}) {
  const { t } = useTranslation('seats')
  const style = areaStyle(board, place)
  const room = usePlace()
  const close = () => leave('refused')
  const wait = () => {
    close()
    askToWaitFor(board.date, place, room, booking)
  }
  if (style === null) return null
  return (
    <AnchoredDialog
      label={t('move.refused')}
      onClose={close}
      target={<div className={layerStyles.drawn} style={style} data-look="taken" />}
    >
      <PopoverHead title={t('move.refused')} date={board.date} onClose={close} />
      <div className={styles.form}>
        <RefusalBox
          refusal={refusal}
          day={board.date}
          onTake={(free) => void moveTo(board, booking, free)}
          onWait={wait}
          isFirst
        />
        <Button fullWidth onClick={close} data-autofocus={freePlacesIn(refusal).length === 0 || undefined}>
          {t('move.stay')}
        </Button>
      </div>
    </AnchoredDialog>
  )
}
