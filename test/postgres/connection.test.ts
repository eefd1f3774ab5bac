import { expect, test, vi } from 'vitest'
import { connectionTo } from '../builders/connection.ts'
import { aDatabaseOnServer, asked } from '../builders/engine.ts'
import { patience } from '../builders/patience.ts'

test('a connection that the server ends while nothing is asked of it ends nothing else', async () => {
  const url = await aDatabaseOnServer('_ended')
  const connection = await connectionTo(url)
  await asked(
    url,
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
  )
  await vi.waitFor(() => expect(connection.query('SELECT 1')).rejects.toThrow(/not queryable/), patience)
})
