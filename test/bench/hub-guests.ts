import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { v7 } from 'uuid'
import { hashOfToken } from '../../electron/storage/hub/secrets.ts'
import { idOf } from './team-archive.ts'

/** Desks of the first so many people, as if each had joined; their tokens. */
export async function seatDesks(url: string, count: number): Promise<{ deskId: string; token: string }[]> {
  const desks = Array.from({ length: count }, () => ({ deskId: v7(), token: randomBytes(32).toString('base64url') }))
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    for (const [at, { deskId, token }] of desks.entries())
      await client.query('INSERT INTO desk (id, person_id, name, token_hash, made_at) VALUES ($1, $2, $3, $4, $5)', [
        ...[deskId, idOf('a0', at), `台${at}`, hashOfToken(token), new Date().toISOString()],
      ])
  } finally {
    await client.end()
  }
  return desks
}
