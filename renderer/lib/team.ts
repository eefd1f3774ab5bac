import { queryOptions, useQuery } from '@tanstack/react-query'
import type { TeamStatus } from '../../shared/contract/team/team.ts'
import { accepted } from './answers.ts'
import { client } from './client.ts'
import { clockIsAhead } from './now.ts'

export type Member = Extract<TeamStatus, { kind: 'member' }>

/** Whether this desk belongs to a hub, and how it stands with it. */
export const teamStatus = queryOptions({
  queryKey: ['team', 'status'],
  queryFn: async () => {
    const status = await accepted(client.team.status({}))
    clockIsAhead(status.kind === 'member' ? status.clockAheadMs : 0)
    return status
  },
})

/** Null: the desk is alone, or it is not known yet. */
export function useMember(): Member | null {
  const status = useQuery(teamStatus).data
  return status?.kind === 'member' ? status : null
}
