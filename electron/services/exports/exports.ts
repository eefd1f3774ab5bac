import { isAbsolute, join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ExportRecord } from '../../../shared/contract/exports/exports.ts'
import type { Asker, Service } from '../../../shared/contract/services.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { isNameless } from '../../../shared/domain/exports/export-names.ts'
import { consoleMark } from '../../adapters/file-drop/console-mark.ts'
import { type FileDrop, makeFileDrop } from '../../adapters/file-drop/file-drop.ts'
import { forgetMountPoint, mountPointIn } from '../../storage/exports/export-folders.ts'
import type { ServiceParts } from '../parts.ts'
import { accept, refuse } from '../refuse.ts'
import { makeExportJobs } from './export-jobs.ts'
import type { WantedPage } from './export-pages.ts'
import type { ExportWish } from './export-plan.ts'
import { exportQuestions } from './export-questions.ts'
import { type ExportTruth, truthOn } from './export-truth.ts'
import { makeLookingThrough } from './looking-through.ts'

const LOOK_EVERY_MS = 60_000
/** So long whoever writes a page is kept waiting for the word that it is there. */
const ANSWER_WITHIN_MS = 2_000

/** What brings files into folders: one for the whole console, which knows its own files by it. */
export function dropOf({ dataFolder, shell: { startChild } }: ServiceParts): FileDrop {
  const mark = consoleMark(dataFolder)
  return makeFileDrop(startChild === undefined ? { mark } : { mark, startChild })
}

/** A page for a folder, as somebody asked for it. */
export interface PageWish {
  readonly wanted: WantedPage
  readonly folder: string
  readonly language: 'zh' | 'en'
}

export type StartedPage =
  | { ok: true; value: ExportRecord }
  | { ok: false; code: 'nothing_to_export'; detail: Record<string, never> }
  | { ok: false; code: 'folder_not_absolute' | 'data_folder'; detail: Record<string, never> }

export type ExportsService = Service<'exports'> & {
  /** Minutes or thanks, by way of the ledger. Answers once the file is there or waits, after two seconds at most. */
  startPage(wish: PageWish, asker: Asker): Promise<StartedPage>
  /** What is unfinished is looked at now, not at the next minute. */
  look(): Promise<void>
  /** Words were sealed or deleted: nothing that could tell of them stays beside the database. */
  wordsWent(): void
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
  // Of what stands at a hub, this desk's own file tells nothing.
  const looking = truth.rows === 'file' ? makeLookingThrough(parts) : null
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

  async function begin(wish: ExportWish, typedFolder: string, asker: Asker) {
    if (!isAbsolute(typedFolder)) return refuse('folder_not_absolute')
    // One spelling of a folder, so that its deliveries take turns.
    const folder = resolve(typedFolder)
    if (await isOurOwn(folder)) return refuse('data_folder')
    const records = await ledger.begin(wish, folder, asker.personId)
    if (records === null) return refuse('nothing_to_export')
    return accept(records)
  }

  return {
    ...exportQuestions(parts),
    start: async ({ selection: wanted, folder, ...wish }, asker) => {
      const begun = await begin({ ...wish, wanted }, folder, asker)
      if (begun.ok) for (const { id } of begun.value) void jobs.run(id)
      return begun
    },
    startPage: async ({ folder, ...wish }, asker) => {
      const begun = await begin({ ...wish, scope: '', formats: ['markdown'] }, folder, asker)
      if (!begun.ok) return begun
      const [started] = begun.value
      if (started === undefined) throw new Error('an export without a format')
      await Promise.race([jobs.run(started.id), sleep(ANSWER_WITHIN_MS, undefined, { ref: false })])
      // Begun it is, whatever can be known of it by now.
      const now = await Promise.resolve(ledger.find(started.id)).catch(() => null)
      return accept(now ?? started)
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
      if (record.state !== 'delivered') return refuse('file_gone')
      // Of a name that was forgotten only the folder is known.
      const isForgotten = isNameless(record.fileName)
      const path = isForgotten ? record.folder : join(record.folder, record.fileName)
      const reason = isForgotten ? null : await drop.whyNoFile(record.folder, record.fileName)
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
      timer = setInterval(() => {
        void jobs.look()
        void looking?.look()
      }, LOOK_EVERY_MS)
      timer.unref()
      stopHearing = truth.onBack?.(() => void goOn())
      await goOn()
    },
    retryWaiting: () => jobs.retryWaiting(),
    look: () => jobs.look(),
    wordsWent: () => void looking?.forget(),
    close: async () => {
      clearInterval(timer)
      stopHearing?.()
      await Promise.all([jobs.close(), looking?.close()])
    },
  }
}
