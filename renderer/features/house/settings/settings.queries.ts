import { queryOptions } from '@tanstack/react-query'
import { accepted, answered } from '../../../lib/answers.ts'
import { client } from '../../../lib/client.ts'

export const ticketDepartments = queryOptions({
  queryKey: ['tickets', 'departments'],
  queryFn: () => accepted(client.tickets.departments({})),
})

/** What the list would do; nothing is stored. A refusal comes as data. */
export const listDryRun = (base64: string | null) =>
  queryOptions({
    queryKey: ['people', 'dryRun', base64],
    queryFn: () => answered(client.people.readList({ base64: base64 ?? '' })),
    enabled: base64 !== null,
    // A list of people is not kept in memory once nobody looks at it.
    gcTime: 0,
  })
