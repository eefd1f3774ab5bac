import { type Query, write } from '../engine/query.ts'
import type { KeepingRows } from './heard-rows.ts'
import { findOwners, type Laying, SESSION_OWNERS } from './laying.ts'

const INSERT: Readonly<Record<keyof KeepingRows, string>> = {
  retention_keep: `INSERT INTO retention_keep (session_id, reason, until, at, actor_id) SELECT session_id, reason, until, at, actor_id
    FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS heard (session_id text, reason text, until text, at text, actor_id text)
    ON CONFLICT (session_id) DO NOTHING`,
  words_gone: `INSERT INTO words_gone (id, kind, session_id, kept_until, gone_at, voice, view, praise, risk, thanks, conversations, others)
    SELECT id, kind, session_id, kept_until, gone_at, voice, view, praise, risk, thanks, conversations, others
    FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS heard (id text, kind text, session_id text, kept_until text, gone_at text,
      voice bigint, view bigint, praise bigint, risk bigint, thanks bigint, conversations bigint, others bigint)
    ON CONFLICT (id) DO NOTHING`,
}

/**
 * What a desk decided while it was alone about a session that it brings along. Once the session is handed over, who keeps it and what went of it is decided
 * here alone: a desk that was restored and tells of it again changes nothing.
 */
export function* layKeeping(keeping: { [T in keyof KeepingRows]: KeepingRows[T][] }, laying: Laying): Query<void> {
  for (const table of ['retention_keep', 'words_gone'] as const) {
    const all: { session_id: string }[] = keeping[table]
    yield* findOwners(
      SESSION_OWNERS,
      all.map((row) => row.session_id),
      laying,
    )
    const mine = all.filter((row) => laying.owners.get(row.session_id) === 'mine')
    if (mine.length > 0) yield* write(INSERT[table], { rows: JSON.stringify(mine) })
  }
}
