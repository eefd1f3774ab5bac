import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { HouseRoom } from '../../../../shared/contract/house/rooms.ts'
import type { PlainDate } from '../../../../shared/contract/values.ts'
import { rulesWhileOpen } from '../../../../shared/domain/seats/closed-rooms.ts'
import { rulesOn } from '../../../../shared/domain/seats/room-rules.ts'
import { addDays } from '../../../lib/plain-dates.ts'
import { boardOf } from '../seats.queries.ts'
import { heldIn } from '../waitlist/waitlist.queries.ts'
import type { Taken } from './rests.ts'

/** What lies on the day before these and on the day after, where the room leaves time between two bookings: around the clock that goes on over midnight. */
export function useTakenBeside(room: HouseRoom | undefined, first: PlainDate, last: PlainDate): Taken {
  const enabled =
    room !== undefined && [first, last].some((day) => rulesOn(rulesWhileOpen(room), day).bufferMinutes > 0)
  const before = useTakenOn(addDays(first, -1), enabled)
  const after = useTakenOn(addDays(last, 1), enabled)
  return useMemo(() => {
    return { bookings: [...before.bookings, ...after.bookings], held: [...before.held, ...after.held] }
  }, [before, after])
}

function useTakenOn(day: PlainDate, enabled: boolean): Taken {
  const bookings = useQuery({ ...boardOf(day, day), enabled }).data
  const held = useQuery({ ...heldIn(day, day), enabled }).data
  return useMemo(() => ({ bookings: bookings ?? [], held: held ?? [] }), [bookings, held])
}
