import { useCallback } from 'react'
import { flushSync } from 'react-dom'
import { useNavigate } from 'react-router'
import { FindDialog } from '../features/search/FindDialog.tsx'
import type { FindRow } from '../features/search/find-rows.ts'
import { closeFindBox } from '../features/search/find-store.ts'
import { arriveAt } from '../features/seats/board/board-store.ts'
import { instantNow } from '../lib/now.ts'
import { useCommands } from './use-commands.ts'
import { useDayOfBoard } from './use-day-of-board.ts'

/** The box with what only the app knows: which actions the page beneath has, and where things have their place. */
export function FindEverything() {
  const navigate = useNavigate()
  const commands = useCommands()
  const commandsFor = useDayOfBoard()
  const open = useCallback(
    (row: FindRow) => {
      // Closed first: the focus is back where it was, and an action means what was under it.
      flushSync(closeFindBox)
      if (row.group === 'commands') return row.hit.run()
      // The board opens at the booking or the seat, with the focus on it.
      if (row.group === 'bookings') arriveAt(row.hit.booking)
      if (row.group === 'seats') arriveAt({ seatId: row.hit.id, startsAt: instantNow() })
      void navigate(row.path)
    },
    [navigate],
  )
  return <FindDialog commands={commands} commandsFor={commandsFor} onOpen={open} onClose={closeFindBox} />
}
