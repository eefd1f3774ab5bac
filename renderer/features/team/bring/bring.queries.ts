import { queryOptions } from '@tanstack/react-query'
import type { BroughtKind } from '../../../../shared/contract/team/bring-along.ts'
import { accepted } from '../../../lib/answers.ts'
import { client } from '../../../lib/client.ts'

/** What became of the offer to bring along what this desk held alone; told by the topic `team`. */
export const bringStatus = queryOptions({
  queryKey: ['team', 'bring'],
  queryFn: () => accepted(client.bringAlong.status({})),
})

export const ROWS_A_PAGE = 100

/** One page of one kind. */
export const broughtRows = (kind: BroughtKind, page: number) =>
  queryOptions({
    queryKey: ['team', 'bring', 'rows', kind, page],
    queryFn: () => accepted(client.bringAlong.rows({ kind, offset: page * ROWS_A_PAGE, limit: ROWS_A_PAGE })),
  })
