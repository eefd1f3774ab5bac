import { isAbsolute, join, resolve } from 'node:path'
import type { ExportRecord } from '../../../shared/contract/exports/exports.ts'
import type { Service } from '../../../shared/contract/services.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { consoleMark } from '../../adapters/file-drop/console-mark.ts'
import { type FileDrop, makeFileDrop } from '../../adapters/file-drop/file-drop.ts'
import { forgetMountPoint, mountPointIn } from '../../storage/exports/export-folders.ts'
import type { ServiceParts } from '../parts.ts'
import { accept, refuse } from '../refuse.ts'
import { makeExportJobs } from './export-jobs.ts'
import { exportQuestions } from './export-questions.ts'
import { type ExportTruth, truthOn } from './export-truth.ts'

const LOOK_EVERY_MS = 60_000

/** What brings files into folders: one for the whole console, which knows its own files by it. */
export function dropOf({ dataFolder, shell: { startChild } }: ServiceParts): FileDrop {
  const mark = consoleMark(dataFolder)
  return makeFileDrop(startChild === undefined ? { mark } : { mark, startChild })
}

export type ExportsService = Service<'exports'> & {
  /** Continues what the last run left undone and tries waiting exports: now, every minute, and when the truth is back. Call once the workspace is open. */
  begin(): Promise<void>
  /** Tries every waiting export again; resolves when each is delivered or waits again. */
  retryWaiting(): Promise<void>
  /** Stops all work; what is unfinished is continued by the next `begin`. Await it before the database is closed. */
  close(): Promise<void>
}

/** `truth`: where the tickets and the ledger are asked; on a desk of its own, in its own file. */
export function exportsService(
  parts: ServiceParts,
  drop: FileDrop = dropOf(parts),
  truth: ExportTruth = truthOn(parts, 'file'),
): ExportsService {
  const { db } = parts
  const { ledger } = truth
  const jobs = makeExportJobs(parts, truth, drop)
  let timer: NodeJS.Timeout | undefined
  let stopHearing: (() => void) | undefined
  const goOn = () => Promise.all([jobs.resume(), jobs.retryWaiting()])

  const recordOf = async (exportId: Id): Promise<ExportRecord> => {
    const record = await ledger.find(exportId)
    if (record === null) throw new Error('the ledger lost a record')
    return record
  }

  /** In whose hands the file is: nobody else delivers it or gives it up. */
  const isOurs = async (exportId: Id) => (await ledger.ours([exportId])).has(exportId)

  /** A console's own folder will not become another one: what is sent there would wait for ever. One that took files is not looked at again. */
  const isOurOwn = async (folder: string) =>
    mountPointIn(db, folder) === null && (await jobs.glance(folder)).reason === 'data_folder'

  return {
    ...exportQuestions(parts),
    start: async ({ selection: wanted, folder: typedFolder, ...wish }, asker) => {
      if (!isAbsolute(typedFolder)) return refuse('folder_not_absolute')
      // One spelling of a folder, so that its deliveries take turns.
      const folder = resolve(typedFolder)
      if (await isOurOwn(folder)) return refuse('data_folder')
      const records = await ledger.begin({ ...wish, wanted }, folder, asker.personId)
      if (records === null) return refuse('nothing_to_export')
      for (const { id } of records) void jobs.run(id)
      return accept(records)
    },
    again: async ({ exportId, what }, asker) => {
      const again = await ledger.wishAgain(exportId, what)
      if (typeof again === 'string') return refuse(again)
      if (await isOurOwn(again.folder)) return refuse('data_folder')
      const records = await ledger.begin(again.wish, again.folder, asker.personId)
      if (records === null) return refuse('nothing_to_export')
      const [started] = records
      if (started === undefined) throw new Error('an export without a format')
      void jobs.run(started.id)
      return accept(started)
    },
    retry: async ({ exportId, folder }) => {
      const known = await ledger.find(exportId)
      if (known === null) return refuse('not_found')
      if (!(await isOurs(exportId))) return refuse('at_other_desk')
      if (folder !== null && !isAbsolute(folder)) return refuse('folder_not_absolute')
      const target = folder === null ? known.folder : resolve(folder)
      if (known.state === 'waiting' && (await isOurOwn(target))) return refuse('data_folder')
      // Looking took a moment, in which it may have gone out or been given up.
      const [before] = await ledger.goAgain([exportId], target)
      if (before === undefined) return refuse('not_waiting')
      if (target !== before.folder) jobs.clearAway(before.folder)
      void jobs.run(exportId)
      return accept(await recordOf(exportId))
    },
    confirmFolder: async ({ exportId }) => {
      const record = await ledger.find(exportId)
      if (record === null) return refuse('not_found')
      if (!(await isOurs(exportId))) return refuse('at_other_desk')
      if (record.state !== 'waiting') return refuse('not_waiting')
      forgetMountPoint(db, record.folder)
      await ledger.goAgain([exportId], null)
      void jobs.run(exportId)
      return accept(await recordOf(exportId))
    },
    cancel: async ({ exportId }) => {
      const record = await ledger.find(exportId)
      if (record === null) return refuse('not_found')
      if (!(await isOurs(exportId))) return refuse('at_other_desk')
      if (record.state === 'delivered' || (await jobs.cancel(exportId))) return refuse('already_delivered')
      return accept(await recordOf(exportId))
    },
    showInFolder: async ({ exportId }) => {
      const record = await ledger.find(exportId)
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
      return accept({ isReady: answer.reason === null, reason: answer.reason, isOnNetwork })
    },
    begin: async () => {
      timer = setInterval(() => void jobs.look(), LOOK_EVERY_MS)
      timer.unref()
      stopHearing = truth.onBack?.(() => void goOn())
      await goOn()
    },
    retryWaiting: () => jobs.retryWaiting(),
    close: async () => {
      clearInterval(timer)
      stopHearing?.()
      await jobs.close()
    },
  }
}
