import type { Booking } from '../../../../shared/contract/seats/bookings.ts'
import type { Id } from '../../../../shared/contract/values.ts'

/** How many bookings each department has; one in which two departments sit together counts for both. */
export function bookingsByDepartment(
  bookings: readonly Pick<Booking, 'personId' | 'companionId'>[],
  people: readonly { id: Id; department: string }[],
): ReadonlyMap<string, number> {
  const departments = new Map(people.map(({ id, department }) => [id, department]))
  const counts = new Map<string, number>()
  for (const { personId, companionId } of bookings) {
    const both = [personId, companionId].map((id) => (id === null ? undefined : departments.get(id)))
    for (const name of new Set(both)) if (name) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return counts
}
