import { Client } from 'pg'

/**
 * A test's own connection with a server. Where the server ends it between two questions, whatever is asked of it next fails by itself; heard by
 * nobody, that end would be one of the whole run.
 */
export async function connectionTo(url: string | undefined): Promise<Client> {
  const client = new Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  return client
}
