import { theRoom, workspaceStatus } from '../lib/common-queries.ts'
import { queryClient } from '../lib/query-client.ts'
import { settingsQuery } from '../lib/settings.ts'

/** Asks, before anything is drawn, what Boot must know. What fails here is asked again there, and shown. */
export function askFirstQuestions(): void {
  void queryClient.prefetchQuery(settingsQuery)
  void queryClient.prefetchQuery(workspaceStatus)
  void queryClient.prefetchQuery(theRoom)
}
