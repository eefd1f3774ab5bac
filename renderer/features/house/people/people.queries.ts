import { queryOptions } from '@tanstack/react-query'
import type { Id } from '../../../../shared/contract/values.ts'
import { accepted } from '../../../lib/answers.ts'
import { client } from '../../../lib/client.ts'

/** Who was taken off the list, the last one first. */
export const formerPeople = queryOptions({
  queryKey: ['people', 'former'],
  queryFn: () => accepted(client.people.former({})),
})

/** The lists of people that were brought in, the last one first. */
export const peopleImports = queryOptions({
  queryKey: ['people', 'imports'],
  queryFn: () => accepted(client.people.imports({})),
})

/** What somebody has before them, as it is when somebody looks. A refusal comes as data. */
export const aheadOf = (personId: Id) =>
  queryOptions({
    queryKey: ['bookings', 'ahead', personId],
    queryFn: () => accepted(client.people.ahead({ personId })),
    staleTime: 0,
  })
