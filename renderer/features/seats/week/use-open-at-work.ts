import { type RefObject, useLayoutEffect } from 'react'
import type { Instant } from '../../../../shared/contract/values.ts'
import { timeOfDay } from '../../../lib/formats.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { type DayBoard, shareOfDay } from '../board/board-layout.ts'
import { openingRow } from '../board/opening.ts'

/** Before every present: the working day alone says where it opens. */
const NO_PRESENT = ''
const GAP_PX = 6

/**
 * A week that is open round the clock is higher than its window: it opens where its first day's work begins, or its first morning booking, with the present in
 * sight. Where somebody scrolled to stays until another week or other seats are shown.
 */
export function useOpenAtWork(list: RefObject<HTMLElement | null>, boards: readonly DayBoard[], now: Instant): void {
  const place = usePlace()
  const [first] = boards
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when another week, or other seats, are shown
  useLayoutEffect(() => {
    const week = list.current
    const picture = week?.querySelector<HTMLElement>('[data-picture]')
    if (!week || !picture || first === undefined || first.slots.length === 0) return
    const rows = boards.map((board) => openingRow(board, NO_PRESENT, (at) => timeOfDay(at, place)))
    const heightPx = picture.offsetHeight
    const begins = (Math.min(...rows) / first.slots.length) * heightPx - GAP_PX
    const seenPx = week.clientHeight - (week.scrollHeight - heightPx)
    const today = boards.find((board) => board.slots.some(({ startsAt, endsAt }) => startsAt <= now && endsAt > now))
    const present = today === undefined ? begins : shareOfDay(today, now) * heightPx
    const isInSight = present >= begins && present <= begins + seenPx
    week.scrollTop = Math.max(0, isInSight ? begins : present < begins ? present - GAP_PX * 4 : present - seenPx / 2)
  }, [first?.date, first?.seats[0]?.id])
}
