import { useEffect } from 'react'
import { useNavigate } from 'react-router'
import { arriveAt } from '../features/seats/board/board-store.ts'
import { askToWait } from '../features/seats/waitlist/asked-wait.ts'
import { closeFindSeat, openFindSeat, useFindSeat } from '../lib/find-seat-store.ts'
import { lazyPage } from '../lib/lazy-page.tsx'
import { boardPath, seatRoomNow } from '../lib/seat-rooms.ts'
import { KeysWait, OpenedLater } from '../ui/OpenedLater.tsx'

const findSeat = lazyPage(async () => (await import('../features/seats/find/FindSeatDialog.tsx')).FindSeatDialog)

/** The box that finds a free seat, over whatever page it was asked from; what was booked is shown on its day. */
export function FindSeat() {
  const { isOpen } = useFindSeat()
  const navigate = useNavigate()
  useEffect(() => closeFindSeat, [])
  if (!isOpen) return null
  return (
    <OpenedLater open={openFindSeat} close={closeFindSeat} fallback={<KeysWait />}>
      <findSeat.Page
        onClose={closeFindSeat}
        onBooked={(place) => {
          arriveAt(place)
          void navigate(seatRoomNow(place).path)
        }}
        onWait={(asked, roomId) => {
          askToWait(asked)
          void navigate(boardPath(asked.date, roomId))
        }}
      />
    </OpenedLater>
  )
}
