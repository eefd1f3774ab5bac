import { closeSync, cpSync, fsyncSync, mkdtempSync, openSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { askAside } from '../../electron/adapters/asking/ask-aside.ts'
import { forgettingDrafts } from '../../electron/services/listening/forget-drafts.ts'
import type { ServiceParts } from '../../electron/services/parts.ts'
import { sqliteEngine } from '../../electron/storage/engine/sqlite.ts'
import { openForWriting } from '../../electron/storage/open.ts'
import { systemClock } from '../../electron/system-clock.ts'
import { consoleOptions } from '../builders/console.ts'
import { sessionsOf } from '../builders/heard.ts'
import { accepted } from '../builders/outcomes.ts'

export const nobody = { personId: null }

/** A data folder of its own with the whole archive in it, already on the disk: the first note must not pay for the copy. */
export function aCopy(archive: string): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'earshot-bench-'))
  cpSync(archive, path, { recursive: true })
  for (const name of readdirSync(path)) flush(join(path, name))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

export interface Desk {
  readonly parts: ServiceParts
  /** A call that is being heard. */
  readonly callId: string
  close(): void
}

/** Somebody listening, on a copy of the archive. Subject and baseline each get one: the same schema, the same size. */
export async function aDesk(archive: string): Promise<Desk> {
  const folder = aCopy(archive)
  const { settings, shell, log } = consoleOptions(folder.path)
  const databasePath = join(folder.path, 'earshot.db')
  const db = openForWriting(databasePath)
  const aside = askAside(databasePath, log)
  const parts: ServiceParts = {
    ...{ settings, shell, log, databasePath, db },
    engine: sqliteEngine(db, aside),
    forgetDrafts: forgettingDrafts(db, log),
    dataFolder: folder.path,
    clock: systemClock,
    emit: () => {},
  }
  const sessions = sessionsOf(parts)
  const session = await accepted(sessions.start({ bookingId: null, listenerId: null, purpose: 'listen' }, nobody))
  const call = await accepted(sessions.nextCall({ sessionId: session.id, reference: null }, nobody))
  return {
    parts,
    callId: call.id,
    close: () => {
      parts.forgetDrafts.stop()
      void aside.stop()
      parts.db.close()
      folder.remove()
    },
  }
}

function flush(path: string): void {
  const file = openSync(path, 'r+')
  fsyncSync(file)
  closeSync(file)
}
