import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ConsoleOptions, type OpenConsole, openConsole } from '../../electron/compose.ts'
import type { OwnDoor } from '../../electron/door.ts'
import { systemClock } from '../../electron/system-clock.ts'
import { createClient } from '../../renderer/lib/client.ts'
import type { Client } from '../../shared/contract/contract.ts'
import { layClosedDatabase } from './empty-database.ts'
import { someSettings } from './parts.ts'

/** A data folder of its own under the system's temporary folder. */
export function aFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'earshot-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** As long as a timer can wait: what is done ahead for a desk would be done for each test file. */
const NEVER_MS = 2 ** 31 - 1

export const consoleOptions = (dataFolder: string, change: Partial<ConsoleOptions> = {}): ConsoleOptions => ({
  dataFolder,
  settings: someSettings(),
  shell: {
    kind: 'browser',
    chooseFolder: async () => 'not_here',
    showInFolder: async () => 'no_file_window',
    openOutside: async () => 'not_here',
    quit: () => {},
  },
  log: { info: () => {}, warn: () => {}, error: () => {} },
  appVersion: '0.0.0',
  isDemo: false,
  firstScreenMs: NEVER_MS,
  ...change,
})

/** The whole console on a folder, as the shells open it; throws its sentence when it does not open. */
export async function aConsole(dataFolder: string, change: Partial<ConsoleOptions> = {}): Promise<OpenConsole> {
  const opened = await openConsole(consoleOptions(dataFolder, change))
  if (!opened.ok) throw new Error(opened.sentence)
  await opened.console.upgraded()
  return opened.console
}

/** The same for whoever does not look at how its database came to be: where there is none yet, on an empty one that was made once. */
export async function aReadyConsole(dataFolder: string, change: Partial<ConsoleOptions> = {}): Promise<OpenConsole> {
  mkdirSync(dataFolder, { recursive: true })
  const database = join(dataFolder, 'earshot.db')
  if (!existsSync(database)) layClosedDatabase(database, (change.clock ?? systemClock).now())
  return aConsole(dataFolder, change)
}

/** The typed client straight on a door. */
export const clientOf = (call: OwnDoor): Client => createClient(call)

/** The value of an accepted answer; throws when it was refused. */
export async function accepted<T>(
  answer: Promise<{ ok: true; value: T } | { ok: false; code: string; detail: unknown }>,
): Promise<T> {
  const settled = await answer
  if (!settled.ok) throw new Error(`refused: ${settled.code} ${JSON.stringify(settled.detail)}`)
  return settled.value
}

/** A walk-up session with one call, ready for notes. */
export async function aCall(client: Client): Promise<{ sessionId: string; callId: string }> {
  const session = await accepted(client.sessions.start({ bookingId: null, listenerId: null, purpose: 'listen' }))
  const call = await accepted(client.sessions.nextCall({ sessionId: session.id, reference: null }))
  return { sessionId: session.id, callId: call.id }
}

/** Note number so-and-so of a call, stored. */
export const aNoteIn = (client: Client, callId: string, number: number, text = `第 ${number} 句话`) =>
  accepted(
    client.notes.add({
      noteId: `01930000-0000-7000-8000-${String(number).padStart(12, '0')}`,
      callId,
      kind: 'voice',
      text,
      offsetMs: 1_000 * number,
      issueTypeId: null,
    }),
  )
