import { queryOptions, useQuery } from '@tanstack/react-query'
import type { TeamStatus } from '../../shared/contract/team/team.ts'
import { accepted } from './answers.ts'
import { client } from './client.ts'
import { clockIsAhead } from './now.ts'
import { queryClient } from './query-client.ts'

export type Member = Extract<TeamStatus, { kind: 'member' }>

/** Whether this desk belongs to a hub, and how it stands with it. */
export const teamStatus = queryOptions({
  queryKey: ['team', 'status'],
  queryFn: async () => dated(await accepted(client.team.status({}))),
})

/** What main answered to whoever changed it. */
export const keepStatus = (status: TeamStatus): void =>
  void queryClient.setQueryData(teamStatus.queryKey, dated(status))

/** Each time it is told says by which clock things are dated here. */
function dated(status: TeamStatus): TeamStatus {
  clockIsAhead(status.kind === 'member' ? status.clockAheadMs : 0)
  return status
}

export const isMemberNow = (): boolean => queryClient.getQueryData(teamStatus.queryKey)?.kind === 'member'

/** Null: the desk is alone, or it is not known yet. */
export function useMember(): Member | null {
  const status = useQuery(teamStatus).data
  return status?.kind === 'member' ? status : null
}
