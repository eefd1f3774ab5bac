import { theRoom, workspaceStatus } from '../lib/common-queries.ts'
import { queryClient } from '../lib/query-client.ts'
import { settingsQuery } from '../lib/settings.ts'

/** Asks, before anything is drawn, what Boot must know; resolves when it is known. What fails here is asked again there, and shown. */
export function askFirstQuestions(): Promise<unknown> {
  return Promise.all([
    queryClient.prefetchQuery(settingsQuery),
    queryClient.prefetchQuery(workspaceStatus),
    queryClient.prefetchQuery(theRoom),
  ])
}
