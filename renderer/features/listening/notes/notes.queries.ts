import { queryOptions } from '@tanstack/react-query'
import type { Id } from '../../../../shared/contract/values.ts'
import { accepted } from '../../../lib/answers.ts'
import { client } from '../../../lib/client.ts'

export const notesOfCall = (callId: Id) =>
  queryOptions({ queryKey: ['notes', 'ofCall', callId], queryFn: () => accepted(client.notes.ofCall({ callId })) })

/** Asked once per call and never refreshed: from then on the box itself knows best. */
export const draftsOfCall = (callId: Id) =>
  queryOptions({
    queryKey: ['drafts', callId],
    queryFn: () => accepted(client.notes.drafts({ callId })),
    staleTime: 0,
    gcTime: 0,
  })
