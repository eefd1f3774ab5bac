import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { PlainDate } from '../../../../shared/contract/values.ts'
import { accepted } from '../../../lib/answers.ts'
import { client } from '../../../lib/client.ts'

export const PAGE_SIZE = 50

export interface SessionsWanted {
  /** Part of a name, or how it sounds. */
  readonly listener: string
  readonly from: PlainDate | null
  readonly to: PlainDate | null
  /** From 1. */
  readonly page: number
}

/** Its counts follow notes and tickets (`refreshOn`). */
export const sessionsPage = ({ page, ...filter }: SessionsWanted) =>
  queryOptions({
    queryKey: ['sessions', 'list', filter, page],
    queryFn: () => accepted(client.sessions.list({ ...filter, limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE })),
    staleTime: 0,
    placeholderData: keepPreviousData,
  })
