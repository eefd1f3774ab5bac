import { queryOptions, useQuery } from '@tanstack/react-query'
import type { TeamStatus } from '../../shared/contract/team/team.ts'
import { accepted } from './answers.ts'
import { client } from './client.ts'

export type Member = Extract<TeamStatus, { kind: 'member' }>

/** Whether this desk belongs to a hub, and how it stands with it. */
export const teamStatus = queryOptions({
  queryKey: ['team', 'status'],
  queryFn: () => accepted(client.team.status({})),
})

/** Null: the desk is alone, or it is not known yet. */
export function useMember(): Member | null {
  const status = useQuery(teamStatus).data
  return status?.kind === 'member' ? status : null
}
