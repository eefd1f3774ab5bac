import { queryOptions } from '@tanstack/react-query'
import { accepted } from '../../../lib/answers.ts'
import { client } from '../../../lib/client.ts'

/** The copies of the database. One that nobody has read yet is read through first, which may take a while. */
export const backupList = queryOptions({
  queryKey: ['workspace', 'backups'],
  queryFn: () => accepted(client.workspace.backups({})),
})
