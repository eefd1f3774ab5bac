import { queryOptions } from '@tanstack/react-query'
import { accepted, answered } from '../../lib/answers.ts'
import { client } from '../../lib/client.ts'

/** How the company's login stands that was begun at this desk; told by the topic `team`. */
export const loginState = queryOptions({
  queryKey: ['team', 'login'],
  queryFn: () => accepted(client.team.loginState({})),
})

/**
 * Who vouches for people at the hub of this address. Null: nobody, or it cannot be asked; whoever presses the button to join is told why.
 * A certificate that is to be compared first comes back as it is.
 */
export const loginInfo = (address: string, acceptFingerprint: string | undefined) =>
  queryOptions({
    queryKey: ['loginInfo', address, acceptFingerprint ?? ''],
    queryFn: async () => {
      const answer = await client.team.loginInfo({ address, ...(acceptFingerprint && { acceptFingerprint }) })
      if (answer.ok) return { issuerHost: answer.value.issuerHost, certificate: null }
      return { issuerHost: null, certificate: answer.code === 'certificate_unknown' ? answer.detail : null }
    },
    retry: false,
    staleTime: 60_000,
  })

/** What the hub had accepted from this desk and lost since; told by the topic `team`. */
export const lostChanges = queryOptions({
  queryKey: ['team', 'lost'],
  queryFn: () => accepted(client.team.lost({})),
})

/** What whoever sits here did at other desks, and the hub does not have. Of a hub that cannot be asked nothing is known. */
export const troublesElsewhere = queryOptions({
  queryKey: ['desks', 'elsewhere'],
  queryFn: async () => {
    const answer = await answered(client.desks.troublesElsewhere({}))
    return answer.ok ? answer.value : []
  },
})

/** The sessions of which something waits to go up, the oldest first. */
export const waitingSessions = queryOptions({
  queryKey: ['team', 'waiting'],
  queryFn: () => accepted(client.team.waiting({})),
  // What is heard meanwhile waits too, and tells nobody: whoever opens the list asks anew.
  staleTime: 0,
})
