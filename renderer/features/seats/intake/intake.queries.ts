import { queryOptions } from '@tanstack/react-query'
import type { BookingColumns } from '../../../../shared/contract/seats/booking-lists.ts'
import type { DayOrder } from '../../../../shared/domain/seats/booking-list/read-days.ts'
import { accepted, answered } from '../../../lib/answers.ts'
import { client } from '../../../lib/client.ts'

/** What the list would come to; nothing is stored. A refusal comes as data. `columns`, `dayOrder` null: as the list itself says. */
export const bookingsDryRun = (base64: string | null, columns: BookingColumns | null, dayOrder: DayOrder | null) =>
  queryOptions({
    // Below the bookings: what others book meanwhile is seen in it.
    queryKey: ['bookings', 'dryRun', base64, columns, dayOrder],
    queryFn: () => answered(client.bookingLists.read({ base64: base64 ?? '', columns, dayOrder })),
    enabled: base64 !== null,
    gcTime: 0,
  })

/** The lists of bookings that were brought in, the last one first. */
export const bookingImports = queryOptions({
  queryKey: ['bookings', 'imports'],
  queryFn: () => accepted(client.bookingLists.imports({})),
})
