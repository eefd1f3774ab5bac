import { isAbsolute, join, resolve } from 'node:path'
import type { ExportFormat } from '../../../shared/contract/exports/export-formats.ts'
import type { ExportRecord, ExportSelection } from '../../../shared/contract/exports/exports.ts'
import type { Service } from '../../../shared/contract/services.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { ledgerName } from '../../../shared/domain/exports/export-names.ts'
import { maskText } from '../../../shared/domain/listening/masking/mask-text.ts'
import { headings, rowAsText } from '../../adapters/exports/columns.ts'
import { makeWallClock } from '../../adapters/exports/wall-clock.ts'
import { consoleMark } from '../../adapters/file-drop/console-mark.ts'
import { type FileDrop, makeFileDrop } from '../../adapters/file-drop/file-drop.ts'
import { forgetMountPoint } from '../../storage/exports/export-folders.ts'
import { firstExportRows } from '../../storage/exports/export-rows.ts'
import { selectedTicketNumbers } from '../../storage/exports/export-selection.ts'
import {
  exportById,
  insertExports,
  listExports,
  namesInLedger,
  saveDeliveringAgain,
} from '../../storage/exports/exports.ts'
import { readRoom } from '../../storage/house/room.ts'
import type { ServiceParts } from '../parts.ts'
import { refuse } from '../refuse.ts'
import { makeExportJobs } from './export-jobs.ts'
import { exportNames, namesFrom } from './export-names.ts'

const PREVIEW_ROWS = 20
const LOOK_EVERY_MS = 60_000

const untried = {
  state: 'preparing',
  reason: null,
  sha256: null,
  sizeBytes: null,
  deliveredAt: null,
  tries: 0,
} satisfies Partial<ExportRecord>

function dropOf({ dataFolder, shell: { startChild } }: ServiceParts): FileDrop {
  const mark = consoleMark(dataFolder)
  return makeFileDrop(startChild === undefined ? { mark } : { mark, startChild })
}

interface ExportWish {
  readonly selection: ExportSelection
  readonly scope: string
  readonly language: 'zh' | 'en'
  readonly formats: readonly ExportFormat[]
}

export type ExportsService = Service<'exports'> & {
  /** Continues what the last run left undone and tries waiting exports, now and every minute. Call once the workspace is open. */
  begin(): Promise<void>
  /** Tries every waiting export again; resolves when each is delivered or waits again. */
  retryWaiting(): Promise<void>
  /** Stops all work; what is unfinished is continued by the next `begin`. Await it before the database is closed. */
  close(): Promise<void>
}

export function exportsService(parts: ServiceParts, drop: FileDrop = dropOf(parts)): ExportsService {
  const { db, clock } = parts
  const jobs = makeExportJobs(parts, drop)
  let timer: NodeJS.Timeout | undefined

  /** Finds the tickets and names the files; null when there is nothing to export. */
  function plan(wish: ExportWish, folder: string) {
    const at = clock.now()
    const ticketNumbers = selectedTicketNumbers(db, wish.selection, at)
    if (ticketNumbers.length === 0) return null
    const { timeZone } = readRoom(db)
    const formats = [...new Set(wish.formats)]
    const taken = namesInLedger(db, folder, null)
    // A file name is read by everybody who may look into the folder.
    const scope = maskText(wish.scope).text
    const fileNames = exportNames({ scope, language: wish.language, at, timeZone }, formats, (name) =>
      taken.has(ledgerName(name)),
    )
    return { at, ticketNumbers, timeZone, formats, scope, fileNames }
  }

  const recordOf = (exportId: Id): ExportRecord => {
    const record = exportById(db, exportId)
    if (record === null) throw new Error('the ledger lost a record')
    return record
  }

  return {
    preview: (wish) => {
      const planned = plan(wish, parts.settings.read().exportFolder ?? '')
      if (planned === null) return refuse('nothing_to_export')
      const { ticketNumbers, timeZone, fileNames } = planned
      const wall = makeWallClock(timeZone)
      const rows = firstExportRows(db, ticketNumbers, PREVIEW_ROWS).map((row) => rowAsText(row, wish.language, wall))
      return {
        ok: true,
        value: { headings: headings(wish.language), rows, ticketCount: ticketNumbers.length, fileNames },
      }
    },
    start: (wish) => {
      if (!isAbsolute(wish.folder)) return refuse('folder_not_absolute')
      // One spelling of a folder, so that its deliveries take turns.
      const folder = resolve(wish.folder)
      const planned = plan(wish, folder)
      if (planned === null) return refuse('nothing_to_export')
      const records = planned.formats.map((format, index): ExportRecord => {
        const fileName = planned.fileNames[index] ?? ''
        const ticketCount = planned.ticketNumbers.length
        return {
          ...untried,
          id: clock.newId(),
          format,
          folder,
          fileName,
          ticketCount,
          createdAt: planned.at,
        }
      })
      const { scope, ticketNumbers } = planned
      insertExports(db, records, { scope, language: wish.language, ticketNumbers })
      for (const { id } of records) void jobs.run(id)
      return { ok: true, value: records }
    },
    list: ({ limit }) => ({ ok: true, value: listExports(db, limit) }),
    retry: ({ exportId, folder }) => {
      const record = exportById(db, exportId)
      if (record === null) return refuse('not_found')
      if (record.state !== 'waiting') return refuse('not_waiting')
      if (folder !== null && !isAbsolute(folder)) return refuse('folder_not_absolute')
      const target = folder === null ? record.folder : resolve(folder)
      const taken = namesInLedger(db, target, exportId)
      const [fileName = record.fileName] = namesFrom(record.fileName, (name) => taken.has(ledgerName(name)))
      saveDeliveringAgain(db, exportId, { folder: target, fileName })
      if (target !== record.folder) jobs.clearAway(record.folder)
      void jobs.run(exportId)
      return { ok: true, value: recordOf(exportId) }
    },
    confirmFolder: ({ exportId }) => {
      const record = exportById(db, exportId)
      if (record === null) return refuse('not_found')
      if (record.state !== 'waiting') return refuse('not_waiting')
      forgetMountPoint(db, record.folder)
      saveDeliveringAgain(db, exportId, record)
      void jobs.run(exportId)
      return { ok: true, value: recordOf(exportId) }
    },
    cancel: async ({ exportId }) => {
      const record = exportById(db, exportId)
      if (record === null) return refuse('not_found')
      if (record.state === 'delivered' || (await jobs.cancel(exportId))) return refuse('already_delivered')
      return { ok: true, value: recordOf(exportId) }
    },
    showInFolder: async ({ exportId }) => {
      const record = exportById(db, exportId)
      if (record === null) return refuse('not_found')
      const path = join(record.folder, record.fileName)
      if (record.state !== 'delivered') return refuse('file_gone')
      const reason = await drop.whyNoFile(record.folder, record.fileName)
      if (reason === 'folder_missing') return refuse('file_gone')
      if (reason !== null) return { ok: false, code: 'not_reachable', detail: { reason } }
      if ((await parts.shell.showInFolder(path)) === 'shown') return { ok: true, value: {} }
      return { ok: false, code: 'no_file_window', detail: { path } }
    },
    checkFolder: async ({ folder }) => {
      if (!isAbsolute(folder)) return refuse('folder_not_absolute')
      const { reason } = await jobs.ask(resolve(folder))
      return { ok: true, value: { isReady: reason === null, reason } }
    },
    begin: async () => {
      timer = setInterval(() => void jobs.look(), LOOK_EVERY_MS)
      timer.unref()
      await Promise.all([jobs.resume(), jobs.retryWaiting()])
    },
    retryWaiting: () => jobs.retryWaiting(),
    close: async () => {
      clearInterval(timer)
      await jobs.close()
    },
  }
}
