import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 } from 'uuid'
import { vi } from 'vitest'
import { glanceAt } from '../../electron/adapters/file-drop/check-folder.ts'
import type { DropTarget } from '../../electron/adapters/file-drop/drop-messages.ts'
import {
  type FileDrop,
  type FileDropOptions,
  type FolderAnswer,
  makeFileDrop,
} from '../../electron/adapters/file-drop/file-drop.ts'
import { truthOn } from '../../electron/services/exports/export-truth.ts'
import { exportsService } from '../../electron/services/exports/exports.ts'
import { makeStopwatch } from '../../electron/services/listening/stopwatch.ts'
import { ticketsService } from '../../electron/services/tickets/tickets.ts'
import { type Value, write } from '../../electron/storage/engine/query.ts'
import { ensureRoom } from '../../electron/storage/house/room.ts'
import type { ExportRecord, ExportState } from '../../shared/contract/exports/exports.ts'
import type { TicketFilter } from '../../shared/contract/tickets/tickets.ts'
import { mark } from './deliveries.ts'
import { anEngine, isOnPostgres } from './engine.ts'
import { notesOf, sessionsOf } from './heard.ts'
import { accepted } from './outcomes.ts'
import { someParts } from './parts.ts'
import { patience } from './patience.ts'
import { nobody } from './seats.ts'

export const anyTicket: TicketFilter = {
  text: '',
  states: [],
  priorities: [],
  issueTypeIds: [],
  departments: [],
  openedFrom: null,
  openedTo: null,
  isOverdue: false,
}
export const everything = { by: 'filter' as const, filter: anyTicket }

/** What the child does, without the child. */
async function glanceHere(target: DropTarget): Promise<FolderAnswer> {
  const end = await glanceAt(target)
  if (end.kind === 'ready') return { reason: null, mountPoint: end.mountPoint, isOnNetwork: end.isOnNetwork }
  if (end.kind !== 'refused' || end.reason === 'source_gone') throw new Error(`a glance ended as ${end.kind}`)
  return { reason: end.reason, said: end.said }
}

/** A workspace with tickets, a folder to export to, and the service under test. */
export async function anExportHouse(
  change: Parameters<typeof someParts>[0] = {},
  dropOptions: Partial<FileDropOptions> = {},
  makeDrop: (options: FileDropOptions) => FileDrop = makeFileDrop,
) {
  const { parts: deskParts, events, clock, close: closeParts } = someParts(change)
  const { engine, close: closeEngine } = await anEngine(deskParts.db)
  const parts = { ...deskParts, engine }
  await engine.transact(() => ensureRoom(clock))
  const truth = truthOn(parts, isOnPostgres() ? 'engine' : 'file')
  const share = join(mkdtempSync(join(tmpdir(), 'earshot-share-')), 'share')
  mkdirSync(share)
  const stopwatch = makeStopwatch(parts)
  const sessions = sessionsOf(parts, stopwatch)
  const notes = notesOf(parts, stopwatch)
  const tickets = ticketsService(parts)
  const aDrop = (options: Partial<FileDropOptions>): FileDrop => {
    const drop = makeDrop({ mark, ...options })
    // Where no test says how children start: a process for each look at a new folder would double the seconds of these tests.
    return Object.keys(options).length === 0 ? { ...drop, glanceAt: glanceHere } : drop
  }
  let exports = exportsService(parts, aDrop(dropOptions), truth)

  /** A ticket of one call with one voice note and one view. */
  const aTicket = async (title = '优惠券用不了', change: { department?: string; reference?: string } = {}) => {
    const session =
      (await accepted(sessions.current({}, nobody))) ??
      (await accepted(sessions.start({ bookingId: null, listenerId: null, purpose: 'listen' }, nobody)))
    const reference = change.reference ?? null
    const call = await accepted(sessions.nextCall({ sessionId: session.id, reference }, nobody))
    const note = async (kind: 'voice' | 'view', text: string, offsetMs: number) => {
      const wish = { noteId: v7(), callId: call.id, kind, text, offsetMs, issueTypeId: null }
      return (await accepted(notes.add(wish, nobody))).id
    }
    const noteIds = [await note('voice', `${title}，怎么回事啊`, 134_000), await note('view', '入口太深', 150_000)]
    const department = change.department ?? '物流部'
    return accepted(tickets.open({ title, issueTypeId: 'coupon', priority: 2, department, noteIds }, nobody))
  }

  /** Exports everything as CSV into the share; only what the sentence is about needs to be said. */
  const start = (wish: Partial<Parameters<typeof exports.start>[0]> = {}) =>
    exports.start(
      { selection: everything, scope: '全部', language: 'zh', formats: ['csv'], folder: share, ...wish },
      nobody,
    )

  const ledger = async (): Promise<ExportRecord[]> => accepted(exports.list({ limit: 100 }, nobody))

  /** Waits until every export has come to this state. */
  const allIn = (state: ExportState): Promise<ExportRecord[]> =>
    vi.waitFor(async () => {
      const records = await ledger()
      const others = records.filter((record) => record.state !== state)
      if (records.length === 0 || others.length > 0) throw new Error(JSON.stringify(others))
      return records
    }, patience)

  return {
    parts,
    events,
    clock,
    share,
    sessions,
    notes,
    tickets,
    aTicket,
    start,
    ledger,
    allIn,
    exports: () => exports,
    /** What nobody can ask for: written into the truth by hand. */
    meddle: (sql: string, parameters: readonly Value[] = []) => engine.transact(() => write(sql, parameters)),
    outbox: () => (existsSync(join(parts.dataFolder, 'outbox')) ? readdirSync(join(parts.dataFolder, 'outbox')) : []),
    /** The program ends and starts again on the same data. */
    restart: async (otherOptions: Partial<FileDropOptions> = {}) => {
      await exports.close()
      exports = exportsService(parts, aDrop({ ...dropOptions, ...otherOptions }), truth)
    },
    close: async () => {
      await exports.close()
      closeParts()
      await closeEngine()
      rmSync(join(share, '..'), { recursive: true, force: true })
    },
  }
}

export type ExportHouse = Awaited<ReturnType<typeof anExportHouse>>
