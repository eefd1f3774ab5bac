import { isAbsolute, join, resolve } from 'node:path'
import { CHANGED_SHOWN, type ExportRecord } from '../../../shared/contract/exports/exports.ts'
import type { Service } from '../../../shared/contract/services.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { ledgerName } from '../../../shared/domain/exports/export-names.ts'
import { headings, rowAsText } from '../../adapters/exports/columns.ts'
import { makeWallClock } from '../../adapters/exports/wall-clock.ts'
import { consoleMark } from '../../adapters/file-drop/console-mark.ts'
import { type FileDrop, makeFileDrop } from '../../adapters/file-drop/file-drop.ts'
import { forgetMountPoint, mountPointIn } from '../../storage/exports/export-folders.ts'
import { firstExportRows } from '../../storage/exports/export-rows.ts'
import {
  exportById,
  exportPlan,
  type ExportPlan as KeptExport,
  listExports,
  namesInLedger,
  saveDeliveringAgain,
} from '../../storage/exports/exports.ts'
import type { ServiceParts } from '../parts.ts'
import { refuse } from '../refuse.ts'
import { laterThan, tellLater } from './export-changes.ts'
import { makeExportJobs } from './export-jobs.ts'
import { namesFrom } from './export-names.ts'
import { planExport, recordExports } from './export-plan.ts'
import { searchLedger } from './ledger-search.ts'

const PREVIEW_ROWS = 20
const LOOK_EVERY_MS = 60_000

function dropOf({ dataFolder, shell: { startChild } }: ServiceParts): FileDrop {
  const mark = consoleMark(dataFolder)
  return makeFileDrop(startChild === undefined ? { mark } : { mark, startChild })
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

  const recordOf = (exportId: Id): ExportRecord => {
    const record = exportById(db, exportId)
    if (record === null) throw new Error('the ledger lost a record')
    return record
  }

  /** A console's own folder will not become another one: what is sent there would wait for ever. One that took files is not looked at again. */
  const isOurOwn = async (folder: string) =>
    mountPointIn(db, folder) === null && (await jobs.glance(folder)).reason === 'data_folder'

  return {
    preview: ({ selection: wanted, ...wish }) => {
      const planned = planExport(parts, { ...wish, wanted }, parts.settings.read().exportFolder ?? '')
      if (planned === null) return refuse('nothing_to_export')
      const { ticketNumbers, timeZone, fileNames } = planned
      const wall = makeWallClock(timeZone)
      const rows = firstExportRows(db, ticketNumbers, PREVIEW_ROWS).map((row) => rowAsText(row, wish.language, wall))
      return {
        ok: true,
        value: {
          headings: headings(wish.language),
          rows,
          ticketCount: ticketNumbers.length,
          fileNames: [...fileNames],
        },
      }
    },
    start: async ({ selection: wanted, folder: typedFolder, ...wish }, asker) => {
      if (!isAbsolute(typedFolder)) return refuse('folder_not_absolute')
      // One spelling of a folder, so that its deliveries take turns.
      const folder = resolve(typedFolder)
      if (await isOurOwn(folder)) return refuse('data_folder')
      const planned = planExport(parts, { ...wish, wanted }, folder)
      if (planned === null) return refuse('nothing_to_export')
      const records = recordExports(parts, planned, folder, asker.personId)
      for (const { id } of records) void jobs.run(id)
      return { ok: true, value: records }
    },
    again: async ({ exportId, what }, asker) => {
      const earlier = exportPlan(db, exportId)
      if (earlier === null) return refuse('not_found')
      const { record, language } = earlier
      if (await isOurOwn(record.folder)) return refuse('data_folder')
      const changed = what === 'changed' ? [...((await laterThan(db, [exportId])).get(exportId)?.keys() ?? [])] : null
      if (changed?.length === 0) return refuse('nothing_changed')
      const wanted = changed === null ? choiceAgain(earlier) : { ticketNumbers: changed }
      const scope = changed === null ? earlier.scope : changedScope(earlier)
      const planned = planExport(parts, { wanted, scope, language, formats: [record.format] }, record.folder)
      if (planned === null) return refuse('nothing_to_export')
      const [started] = recordExports(parts, planned, record.folder, asker.personId)
      if (started === undefined) throw new Error('an export without a format')
      void jobs.run(started.id)
      return { ok: true, value: started }
    },
    find: async ({ text, limit }) => ({ ok: true, value: await searchLedger(db, text, limit, clock.now()) }),
    changedSince: async ({ exportIds }) => {
      const later = [...(await laterThan(db, exportIds))]
      const counts = later.map(([exportId, tickets]) => ({ exportId, changedCount: tickets.size }))
      return { ok: true, value: counts.filter(({ changedCount }) => changedCount > 0) }
    },
    get: async ({ exportId }) => {
      const later = (await laterThan(db, [exportId])).get(exportId) ?? new Map()
      const plan = exportPlan(db, exportId)
      if (plan === null) return refuse('not_found')
      const { record, scope, language, choice } = plan
      const changed = tellLater(db, later, CHANGED_SHOWN)
      return { ok: true, value: { record, scope, language, choice, changedCount: later.size, changed } }
    },
    list: ({ limit }) => ({ ok: true, value: listExports(db, limit) }),
    retry: async ({ exportId, folder }) => {
      const known = exportById(db, exportId)
      if (known === null) return refuse('not_found')
      if (folder !== null && !isAbsolute(folder)) return refuse('folder_not_absolute')
      const target = folder === null ? known.folder : resolve(folder)
      const isRefused = known.state === 'waiting' && (await isOurOwn(target))
      // Looking took a moment, in which it may have gone out or been given up.
      const record = recordOf(exportId)
      if (record.state !== 'waiting') return refuse('not_waiting')
      if (isRefused) return refuse('data_folder')
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
    checkFolder: async ({ folder, isTyping }) => {
      if (!isAbsolute(folder)) return refuse('folder_not_absolute')
      const answer = await (isTyping ? jobs.glance(resolve(folder)) : jobs.ask(resolve(folder)))
      const isOnNetwork = answer.reason === null && answer.isOnNetwork
      return { ok: true, value: { isReady: answer.reason === null, reason: answer.reason, isOnNetwork } }
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

/** The choice of an earlier export; its tickets, where they were chosen or nothing else is known. */
const choiceAgain = ({ choice, ticketNumbers }: KeptExport) =>
  choice === null || choice.by === 'tickets' ? { ticketNumbers } : choice

/** Told apart in the folder from the whole list. */
function changedScope({ scope, language }: KeptExport): string {
  const suffix = language === 'zh' ? '-有变化' : '-changed'
  return scope.endsWith(suffix) ? scope : `${scope}${suffix}`
}
