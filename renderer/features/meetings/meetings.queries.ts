import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { Id } from '../../../shared/contract/values.ts'
import { accepted } from '../../lib/answers.ts'
import { client } from '../../lib/client.ts'

export const PAGE_SIZE = 50

export const meetingOfCall = (callId: Id) =>
  queryOptions({
    queryKey: ['meetings', 'ofCall', callId],
    queryFn: () => accepted(client.meetings.ofCall({ callId })),
  })

/** What the minutes say now, masked as paper and files are. */
export const minutesOfCall = (callId: Id) =>
  queryOptions({
    queryKey: ['meetings', 'minutes', callId],
    queryFn: () => accepted(client.meetings.minutes({ callId })),
    staleTime: 0,
  })

export const meetingsOfSession = (sessionId: Id | null) =>
  queryOptions({
    queryKey: ['meetings', 'ofSession', sessionId],
    queryFn: () => accepted(client.meetings.ofSession({ sessionId: sessionId ?? '' })),
    enabled: sessionId !== null,
  })

/** Asked once when the box is first shown: from then on the box itself knows best. */
export const draftsOfMeeting = (meetingId: Id) =>
  queryOptions({
    queryKey: ['drafts', 'meeting', meetingId],
    queryFn: () => accepted(client.meetings.drafts({ meetingId })),
    staleTime: 0,
    gcTime: 0,
  })

/** `page` from 1. Its open ones follow tickets. */
export const meetingsPage = (page: number) =>
  queryOptions({
    queryKey: ['meetings', 'list', page],
    queryFn: () => accepted(client.meetings.list({ limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE })),
    staleTime: 0,
    placeholderData: keepPreviousData,
  })

export const monthsOfMeetings = queryOptions({
  queryKey: ['meetings', 'months'],
  queryFn: () => accepted(client.meetings.months({})),
  staleTime: 0,
})
