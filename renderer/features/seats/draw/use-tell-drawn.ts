import { useQuery } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { theRooms } from '../../../lib/common-queries.ts'
import { textsOf } from '../../../lib/i18n.ts'
import { type Cell, type DayBoard, firstToBeDrawn, isToBeDrawn } from '../board/board-layout.ts'
import { tellRefusal } from '../seats.actions.ts'
import { openWindows } from './drawn-hours.ts'
import { drawWindows } from './draws.queries.ts'

/**
 * Says of a cell that it is drawn, until when requests are taken, and leads to the draw, before anybody fills in a form for it; null: of the
 * first such cell of the day. False: it is not to be drawn.
 */
export function useTellDrawn(): (board: DayBoard, cell: Cell | null) => boolean {
  const windows = useQuery(drawWindows).data?.windows ?? []
  const rooms = useQuery(theRooms).data ?? []
  const navigate = useNavigate()
  return (board, cell) => {
    const drawn = cell ?? firstToBeDrawn(board)
    const seat = drawn === null ? undefined : board.seats[drawn.seat]
    const startsAt = drawn === null ? undefined : board.slots[drawn.slot]?.startsAt
    const roomId = rooms.find(({ seats }) => seats.some(({ id }) => id === seat?.id))?.id
    if (drawn === null || seat === undefined || startsAt === undefined || roomId === undefined) return false
    const [window] = openWindows(windows, roomId, board.date, board.date)
    if (window === undefined || !isToBeDrawn(board, drawn)) return false
    const { id: windowId, closesAt: drawnAt } = window
    const detail = { windowId, drawnAt, seatNumber: seat.number }
    const toTheDraw = () => void navigate(`/draws?window=${windowId}`)
    const action = { label: () => textsOf('draws')('refused.link'), run: toTheDraw }
    tellRefusal({ ok: false, code: 'to_be_drawn', detail }, { seatId: seat.id, startsAt }, action)
    return true
  }
}
