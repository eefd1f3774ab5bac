import { queryOptions } from '@tanstack/react-query'
import type { Id } from '../../../shared/contract/values.ts'
import { valueOf } from '../../lib/answers.ts'
import { client } from '../../lib/client.ts'

export const conversationOfCall = (callId: Id) =>
  queryOptions({
    queryKey: ['conversations', 'ofCall', callId],
    queryFn: () => valueOf(client.conversations.ofCall({ callId })),
  })
