import { queryOptions } from '@tanstack/react-query'
import type { Id } from '../../../shared/contract/values.ts'
import { accepted } from '../../lib/answers.ts'
import { client } from '../../lib/client.ts'

/** Null: not for whoever asks. */
export const agentOfCall = (callId: Id) =>
  queryOptions({ queryKey: ['agents', 'ofCall', callId], queryFn: () => accepted(client.agents.ofCall({ callId })) })

export const praiseTold = (sessionId: Id) =>
  queryOptions({
    queryKey: ['agents', 'ofSession', sessionId],
    queryFn: () => accepted(client.agents.ofSession({ sessionId })),
  })

/** Notes of praise whose thanks are collected. */
export const thankedNotes = (sessionId: Id) =>
  queryOptions({
    queryKey: ['agents', 'thanked', sessionId],
    queryFn: () => accepted(client.thanks.ofSession({ sessionId })),
  })

export type ThanksState = 'waiting' | 'handed_over'

export const thanksList = (state: ThanksState) =>
  queryOptions({ queryKey: ['agents', 'thanks', state], queryFn: () => accepted(client.thanks.list({ state })) })
