import { queryOptions } from '@tanstack/react-query'
import type { Id } from '../../../../shared/contract/values.ts'
import { accepted } from '../../../lib/answers.ts'
import { client } from '../../../lib/client.ts'

export const conversationOfCall = (callId: Id) =>
  queryOptions({
    queryKey: ['conversations', 'ofCall', callId],
    queryFn: () => accepted(client.conversations.ofCall({ callId })),
  })
