import { queryOptions } from '@tanstack/react-query'
import { accepted } from '../../lib/answers.ts'
import { client } from '../../lib/client.ts'

/** The sessions of which something waits to go up, the oldest first. */
export const waitingSessions = queryOptions({
  queryKey: ['team', 'waiting'],
  queryFn: () => accepted(client.team.waiting({})),
  // What is heard meanwhile waits too, and tells nobody: whoever opens the list asks anew.
  staleTime: 0,
})
