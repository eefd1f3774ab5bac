import Database from 'better-sqlite3'
import { migrations } from '../../electron/storage/migrations/migrations.ts'
import { HubAway, type HubLink, type LinkState } from '../../electron/team/hub-link-port.ts'
import {
  type Changes,
  CONTRACT_VERSION,
  heardTables,
  type Row,
  type UploadedRow,
  type UploadOutcome,
  type Welcome,
} from '../../electron/team/wire.ts'
import type { EarshotEvent } from '../../shared/contract/events.ts'

const KEYS: Readonly<Record<string, readonly string[]>> = {
  listening_gap: ['session_id', 'from_ms'],
  conversation: ['call_id'],
  conversation_taken: ['call_id'],
  silver_hair: ['call_id'],
  call_agent: ['call_id'],
  retention_keep: ['session_id'],
}

/** What may happen to one message: it does not arrive, its answer does not come back, or the hub says this. */
export type Fate = 'arrives' | 'lost' | 'answer_lost' | Extract<UploadOutcome, { ok: false }>

/** A hub at the other end of a link that a test cuts: it lays rows down in tables of its own, with their keys and referees. */
export function aFarHub() {
  const db = new Database(':memory:')
  for (const { sql } of migrations) db.exec(sql)
  // As on a real hub: events go by the order in which they come.
  db.pragma('foreign_keys = ON')
  const handedOver: string[] = []
  const lots: (readonly UploadedRow[])[] = []
  const states = new Set<(state: LinkState) => void>()
  const events = new Set<(event: EarshotEvent) => void>()
  const welcome = {
    hub: { id: ID, name: '总部', appVersion: '0.0.0', contract: CONTRACT_VERSION },
    ...{ deskId: ID, generation: 1, at: '2026-09-18T01:00:00.000Z' },
    me: { personId: ID, name: '王敏', role: 'coordinator' as const },
  }
  const since = welcome.at
  let state: LinkState = { kind: 'here', welcome, since }
  let fate: (lot: readonly UploadedRow[], count: number) => Fate | Promise<Fate> = () => 'arrives'
  let answer: (call: string, input: unknown) => unknown = () => ({ ok: false, code: 'offline', detail: { since } })
  let changes: (cursor: string | null) => Changes = () => ({
    cursor: '',
    isAnew: false,
    hasMore: false,
    rows: [],
    gone: [],
  })

  const become = (next: LinkState) => {
    state = next
    for (const listener of states) listener(next)
  }
  const lay = db.transaction((entries: readonly UploadedRow[]): void => {
    for (const entry of entries) {
      if ('gone' in entry) db.prepare(`DELETE FROM ${entry.table} WHERE call_id = ?`).run(entry.gone)
      else if ('handedOver' in entry) handedOver.push(entry.handedOver)
      else put(db, entry.table, entry.row)
    }
  })
  const link: HubLink = {
    state: () => state,
    lastHeard: () => since,
    onState: (listener) => {
      states.add(listener)
      return () => states.delete(listener)
    },
    onEvent: (listener) => {
      events.add(listener)
      return () => events.delete(listener)
    },
    ask: async (call, input) => {
      await null
      if (state.kind !== 'here') throw new HubAway(false)
      return answer(call, input)
    },
    upload: async (entries) => {
      await null
      if (state.kind !== 'here') throw new HubAway(false)
      const sent = JSON.parse(JSON.stringify(entries)) as UploadedRow[]
      const deciding = fate(sent, lots.length)
      lots.push(sent)
      const what = await deciding
      if (typeof what === 'object') return what
      if (what !== 'lost') lay(sent)
      if (what === 'arrives') return { ok: true }
      become({ kind: 'away', since })
      throw new HubAway(true)
    },
    changesSince: async (cursor) => {
      await null
      if (state.kind !== 'here') throw new HubAway(false)
      return changes(cursor)
    },
    close: async () => {},
  }
  return {
    ...{ db, link, lots, handedOver },
    /** Decides what becomes of each lot; `count` says how many came before. */
    decide: (next: typeof fate) => {
      fate = next
    },
    answers: (next: typeof answer) => {
      answer = next
    },
    tells: (next: typeof changes) => {
      changes = next
    },
    emit: (event: EarshotEvent) => {
      for (const listener of events) listener(event)
    },
    goesAway: () => become({ kind: 'away', since }),
    comesBack: (hub: Partial<Welcome['hub']> = {}) =>
      become({ kind: 'here', welcome: { ...welcome, hub: { ...welcome.hub, ...hub } }, since }),
    /** People, rooms and bookings that a hub knows before anything is heard. */
    knows: (from: Database.Database) => {
      for (const table of ['person', 'room', 'seat', 'booking'])
        for (const row of from.prepare(`SELECT * FROM ${table}`).all()) put(db, table, row as Row)
    },
  }
}

const ID = '01930000-0000-7000-8000-0000000000aa'

export function put(db: Database.Database, table: string, row: Row): void {
  const names = Object.keys(row)
  const key = KEYS[table] ?? ['id']
  const changed = names.filter((name) => !key.includes(name)).map((name) => `${name} = excluded.${name}`)
  db.prepare(
    `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})
      ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${changed.join(', ')}`,
  ).run(Object.values(row))
}

/** Every row of what is heard, by table, in the order of happening. */
export const heardRows = (db: Database.Database) =>
  Object.fromEntries(heardTables.map((table) => [table, db.prepare(`SELECT * FROM ${table} ORDER BY rowid`).all()]))
