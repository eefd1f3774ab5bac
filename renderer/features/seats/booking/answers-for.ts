import { useQuery } from '@tanstack/react-query'
import type { Booking } from '../../../../shared/contract/seats/bookings.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { speaksFor } from '../../../../shared/domain/seats/swaps.ts'
import { bookingForOf } from '../../../lib/common-queries.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { type Member, teamStatus, useMember } from '../../../lib/team.ts'

type Answers = (booking: Pick<Booking, 'personId' | 'bookedById'>) => boolean

/** At a desk alone, and for a coordinator, that is everybody. */
export const mayBookForAll = (member: Member | null): boolean => member === null || member.me.role === 'coordinator'

/** A booking is theirs, or they made it and may still book for whom it is; the hub has the last word. */
const answersFor =
  (me: Id | null, member: Member | null, bookedForIds: readonly Id[]): Answers =>
  (booking) =>
    speaksFor(booking, me) &&
    (booking.personId === me || mayBookForAll(member) || bookedForIds.includes(booking.personId))

/** For which bookings whoever sits here answers, asked as it is now. */
export async function answeredBy(me: Id | null): Promise<Answers> {
  const status = await queryClient.fetchQuery(teamStatus)
  const member = status.kind === 'member' ? status : null
  return answersFor(me, member, (await queryClient.fetchQuery(bookingForOf(me))).bookedForIds)
}

/** The same on screen; of others' nothing is known before it is answered. */
export function useAnswers(me: Id | null): Answers {
  const member = useMember()
  return answersFor(me, member, useQuery(bookingForOf(me)).data?.bookedForIds ?? [])
}
