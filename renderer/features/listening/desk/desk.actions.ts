import { client } from '../../../lib/client.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { settingsQuery } from '../../../lib/settings.ts'
import { ask } from '../../../ui/ask.ts'

/** Folded at once, and so the next time; a failure to keep it is told, the desk stays as it is seen. */
export async function foldDesk(isCallDeskFolded: boolean): Promise<void> {
  queryClient.setQueryData(settingsQuery.queryKey, (known) => known && { ...known, isCallDeskFolded })
  await ask(client.settings.save({ isCallDeskFolded }))
}
