import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openForWriting } from '../../electron/storage/open.ts'
import { aFolder } from '../builders/console.ts'

test('files that were there are of tickets; pages of thanks that went out stand behind them, with what is on them', () => {
  const folder = aFolder()
  const path = join(folder.path, 'earshot.db')
  copyFileSync(join(import.meta.dirname, 'fixtures', 'v33.db'), path)
  const before = new Database(path)
  before.exec(`INSERT INTO thanks_page (id, folder, file_name, sha256, size_bytes, made_at, actor_id)
    VALUES ('later', '/share', 'Earshot-thanks.md', 'hash', 9, '2026-11-27T09:00:00.000Z', NULL)`)
  const handed = before.prepare('SELECT thanks_id FROM thanks_handed').pluck().all()
  const files = Number(before.prepare('SELECT count(*) FROM export_record').pluck().get())
  before.close()
  const db = openForWriting(path)
  const lines = db.prepare('SELECT * FROM export_record ORDER BY rowid').all() as Record<string, unknown>[]
  expect(lines.slice(0, files).map(({ kind, call_id: callId }) => `${kind} ${callId}`)).toEqual(
    Array.from({ length: files }, () => 'tickets null'),
  )
  const out = { kind: 'thanks', call_id: null, state: 'delivered', sha256: 'hash', ticket_count: 0, told_tickets: 0 }
  expect(lines.slice(files)).toMatchObject([
    { ...out, language: 'zh', exported_by: '陈思远', choice_json: '{"by":"thanks","count":1}' },
    { ...out, id: 'later', language: 'en', exported_by: null, choice_json: '{"by":"thanks","count":0}' },
  ])
  expect(lines.slice(files).map((line) => JSON.parse(String(line.selection_json)))).toMatchObject([
    { ticketNumbers: [], thanks: { ids: handed } },
    { ticketNumbers: [], thanks: { ids: [], actorId: null } },
  ])
  db.close()
  folder.remove()
})
