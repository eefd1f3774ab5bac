import { queryOptions } from '@tanstack/react-query'
import { accepted } from '../../../lib/answers.ts'
import { client } from '../../../lib/client.ts'

/** Which desks the hub has; coordinators alone may ask. */
export const hubDesks = queryOptions({
  queryKey: ['team', 'desks'],
  queryFn: () => accepted(client.desks.list({})),
  // Who came and went tells nobody: whoever opens the list asks anew.
  staleTime: 0,
})
