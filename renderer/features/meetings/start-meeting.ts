import { v7 } from 'uuid'
import type { Id } from '../../../shared/contract/values.ts'
import { client } from '../../lib/client.ts'
import { failureOf } from '../../lib/errors.ts'
import { textsOf } from '../../lib/i18n.ts'
import { queryClient } from '../../lib/query-client.ts'
import { notify, notifyFailure } from '../../ui/notices.ts'
import { meetingOfCall } from './meetings.queries.ts'

/** Begins a meeting about a call, or goes on with the one there is. False, and said, where it cannot be. In a file of its own: the live page needs no more. */
export async function startMeeting(callId: Id): Promise<boolean> {
  const answer = await client.meetings.start({ callId, meetingId: v7() })
  if (answer.ok) queryClient.setQueryData(meetingOfCall(callId).queryKey, answer.value)
  else if (answer.code === 'sealed') notify({ tone: 'info', title: () => textsOf('meetings')('refused.sealed') })
  else notifyFailure(() => failureOf(answer))
  return answer.ok
}
