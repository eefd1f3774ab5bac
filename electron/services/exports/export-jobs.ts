import { randomBytes } from 'node:crypto'
import type { ExportFormat, WaitReason } from '../../../shared/contract/exports/exports.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { ledgerName } from '../../../shared/domain/exports/export-names.ts'
import { makeExport } from '../../adapters/exports/make-export.ts'
import type { FileDrop, FolderAnswer } from '../../adapters/file-drop/file-drop.ts'
import { errorCode, failedCall } from '../../error-code.ts'
import { mountPointIn, saveMountPoint } from '../../storage/exports/export-folders.ts'
import {
  exportById,
  exportPlan,
  exportsInStates,
  namesInLedger,
  saveDelivered,
  saveDeliveringAgain,
  saveEnded,
  saveMade,
  saveTry,
  saveWaiting,
} from '../../storage/exports/exports.ts'
import { personById } from '../../storage/house/people.ts'
import { readRoom } from '../../storage/house/room.ts'
import { makeGate } from '../gate.ts'
import type { ServiceParts } from '../parts.ts'
import { namesFrom } from './export-names.ts'
import { makeExportWatch } from './export-watch.ts'
import { outboxIn } from './outbox.ts'

/** Long enough for a child that works to notice, short enough for a person who waits. */
const GIVE_UP_MS = 2_000
const CLOSE_MS = 1_000
const PROGRESS_EVERY_MS = 100
/** What a cancelled export left on a drive that was away is looked for so long. */
const SWEEP_FOR_MS = 7 * 86_400_000

export interface ExportJobs {
  /** Works on an export until it is delivered, waits or has failed. Does nothing when it is already being worked on. */
  run(exportId: Id): Promise<void>
  /** Stops the work; true when the file was delivered before it could be stopped. */
  cancel(exportId: Id): Promise<boolean>
  /** Continues what a crash or an end of the program left undone. */
  resume(): Promise<void>
  /** Asks each folder that exports wait for, and delivers where it answers. */
  retryWaiting(): Promise<void>
  /** Once a minute: folders that nobody watches, and what is left to be cleared away. */
  look(): Promise<void>
  /** Whether the folder takes files now; its drive is remembered when it does. */
  ask(folder: string): Promise<FolderAnswer>
  /** Something of ours may lie in this folder: removes it as soon as the folder can be reached. */
  clearAway(folder: string): void
  close(): Promise<void>
}

/** The work behind the ledger: bytes are made one file at a time, and delivered one file at a time per folder. */
export function makeExportJobs(parts: ServiceParts, drop: FileDrop): ExportJobs {
  const { db, clock } = parts
  const outbox = outboxIn(parts.dataFolder)
  /** `stop` is null until the work has begun: what still waits for its turn needs no stopping. */
  const running = new Map<Id, { done: Promise<void>; stop: (() => Promise<void>) | null }>()
  const cancelled = new Set<Id>()
  const makeInTurn = makeGate()
  const deliverInTurn = makeGate()
  /** Folders in which something of ours may lie that no delivery will come across. */
  const unclean = new Set<string>()
  let isClosed = false

  const watch = makeExportWatch({
    start: (folder, still) => drop.watch(probeOf(folder), still),
    still: (folder, { reason, said }) => {
      if (!isClosed) waitAll(folder, reason === 'source_gone' ? 'unknown' : reason, said)
    },
    ready: (folder, mountPoint) => {
      if (isClosed) return
      saveMountPoint(db, folder, mountPoint)
      void deliverAll(folder)
    },
  })
  const probeOf = (folder: string) => ({ folder, mountPoint: mountPointIn(db, folder), probeId: clock.newId() })
  const waitingIn = (folder: string) => exportsInStates(db, ['waiting']).filter((record) => record.folder === folder)

  const changed = () => parts.emit({ kind: 'changed', topics: ['exports'] })
  const isStopped = (id: Id) => isClosed || cancelled.has(id)

  async function prepare(id: Id): Promise<void> {
    const plan = exportPlan(db, id)
    if (plan === null || plan.record.state !== 'preparing' || isStopped(id)) return
    outbox.make()
    const { ticketCount } = plan.record
    const startedMs = clock.elapsedMs()
    let toldAtMs = Number.NEGATIVE_INFINITY
    const tell = (doneTickets: number) => {
      const elapsedMs = Math.round(clock.elapsedMs() - startedMs)
      parts.emit({ kind: 'exportProgress', exportId: id, doneTickets, ticketCount, elapsedMs })
    }
    const job = {
      databasePath: parts.databasePath,
      path: outbox.pathOf(id, plan.record.format),
      format: plan.record.format,
      language: plan.language,
      timeZone: readRoom(db).timeZone,
      ticketNumbers: plan.ticketNumbers,
    }
    const making = makeExport(job, (doneTickets) => {
      const now = performance.now()
      if (isStopped(id) || (now - toldAtMs < PROGRESS_EVERY_MS && doneTickets < ticketCount)) return
      toldAtMs = now
      tell(doneTickets)
    })
    stopOf(id, making.stop)
    const made = await making.made
    if (made === null || isStopped(id)) return
    saveMade(db, id, made)
    changed()
  }

  async function deliver(id: Id, isRecovered: boolean): Promise<void> {
    const record = exportById(db, id)
    if (record?.state !== 'delivering' || record.sha256 === null || record.sizeBytes === null || isStopped(id)) return
    saveTry(db, id)
    const othersNames = namesInLedger(db, record.folder, id)
    const { end, giveUp } = drop.deliver({
      exportId: id,
      sourcePath: outbox.pathOf(id, record.format),
      sha256: record.sha256,
      sizeBytes: record.sizeBytes,
      folder: record.folder,
      mountPoint: mountPointIn(db, record.folder),
      fileNames: namesFrom(record.fileName, (name) => othersNames.has(ledgerName(name))),
      // An earlier try may have placed the file and been cut off before it could say so.
      mayBeThere: isRecovered || record.tries > 0,
    })
    stopOf(id, async () => giveUp())
    const ended = await end
    if (ended.kind === 'delivered') {
      saveMountPoint(db, record.folder, ended.mountPoint)
      watch.praise(record.folder)
      unclean.delete(record.folder)
      finish(id, record.format, ended.fileName)
    } else if (ended.kind !== 'refused' || isStopped(id)) return
    else if (ended.reason === 'source_gone') fail(id, record.format)
    else wait(record, ended.reason, ended.said)
  }

  function finish(id: Id, format: ExportFormat, fileName: string): void {
    const { me } = parts.settings.read()
    const actorName = me === null ? null : (personById(db, me)?.name ?? null)
    saveDelivered(db, id, { fileName, at: clock.now(), actorName, newEventId: () => clock.newId() })
    outbox.drop(id, format)
    parts.emit({ kind: 'changed', topics: ['exports', 'tickets'] })
  }

  function wait({ id, folder }: { id: Id; folder: string }, reason: WaitReason, said: string): void {
    parts.log.warn(`an export waits: ${reason} (${said})`)
    saveWaiting(db, id, reason)
    changed()
    if (!isClosed) watch.begin(folder)
  }

  /** The folder's own answer, for everything that waits for it. */
  function waitAll(folder: string, reason: WaitReason, said: string): void {
    const others = waitingIn(folder).filter((record) => record.reason !== reason)
    if (others.length === 0) return
    parts.log.warn(`exports wait: ${reason} (${said})`)
    for (const { id } of others) saveWaiting(db, id, reason)
    changed()
  }

  function fail(id: Id, format: ExportFormat): void {
    saveEnded(db, id, 'failed')
    outbox.drop(id, format)
    changed()
  }

  function stopOf(id: Id, stop: () => Promise<void>): void {
    const job = running.get(id)
    if (job !== undefined) job.stop = stop
  }

  async function work(id: Id, isRecovered: boolean): Promise<void> {
    try {
      await makeInTurn('', () => prepare(id))
      const folder = exportById(db, id)?.folder ?? ''
      await deliverInTurn(folder, () => deliver(id, isRecovered))
    } catch (error) {
      if (!isStopped(id)) endBadly(id, error)
    }
  }

  /** Never throws, because nobody waits for a job: its state stays as it is when not even that can be written. */
  function endBadly(id: Id, error: unknown): void {
    try {
      const record = exportById(db, id)
      const isOfTheSystem = failedCall(error) !== ''
      if (record === null || !isOfTheSystem) surprise(error)
      if (record === null) return
      // What the system refused in this machine's own folder passes; what is wrong with us does not.
      if (isOfTheSystem) wait(record, ownReason(error), saidOf(error))
      else if (record.state === 'delivering') wait(record, 'unknown', 'no code')
      else fail(id, record.format)
    } catch (another) {
      surprise(another)
    }
  }

  function surprise(error: unknown): void {
    parts.log.error('export', randomBytes(4).toString('hex').toUpperCase(), error)
  }

  function run(id: Id, isRecovered = false): Promise<void> {
    if (isClosed) return Promise.resolve()
    const known = running.get(id)
    // Asked for again while the last try is just ending: look once more, or the new try would be forgotten.
    if (known !== undefined) return known.done.then(() => run(id))
    const job = { done: Promise.resolve(), stop: null }
    running.set(id, job)
    job.done = work(id, isRecovered).finally(() => running.delete(id))
    return job.done
  }

  async function ask(folder: string): Promise<FolderAnswer> {
    const answer = await drop.checkFolder(probeOf(folder))
    if (isClosed) return answer
    if (answer.reason === null) saveMountPoint(db, folder, answer.mountPoint)
    // Abandoned in the middle, it may have left the file it tried with.
    if (answer.reason === 'drive_not_answering') unclean.add(folder)
    return answer
  }

  async function askAndDeliver(folder: string): Promise<void> {
    const answer = await ask(folder)
    if (isClosed) return
    if (answer.reason === null) return deliverAll(folder)
    waitAll(folder, answer.reason, answer.said)
    watch.begin(folder)
  }

  async function deliverAll(folder: string): Promise<void> {
    const here = waitingIn(folder)
    for (const record of here) saveDeliveringAgain(db, record.id, record)
    if (here.length > 0) changed()
    await Promise.all(here.map(({ id }) => run(id)))
  }

  const waitingFolders = () => new Set(exportsInStates(db, ['waiting']).map(({ folder }) => folder))

  /** In turn with the deliveries into that folder, whose unfinished file it would take for a leftover. */
  const sweep = (folder: string) =>
    deliverInTurn(folder, async () => {
      if (!isClosed && (await drop.sweep(folder))) unclean.delete(folder)
    })

  function clearAway(folder: string): void {
    unclean.add(folder)
    void quietly(() => sweep(folder))
  }

  async function quietly(work: () => Promise<unknown>): Promise<void> {
    try {
      await work()
    } catch (error) {
      if (!isClosed) surprise(error)
    }
  }

  return {
    run: (id) => run(id),
    cancel: async (id) => {
      cancelled.add(id)
      const job = running.get(id)
      await job?.stop?.()
      // A child on a dead drive never answers; the person need not wait for it.
      if (job?.stop) await Promise.race([job.done, patience(GIVE_UP_MS)])
      const record = exportById(db, id)
      if (record === null || isClosed) return false
      if (record.state === 'delivered') return true
      saveEnded(db, id, 'cancelled')
      outbox.drop(id, record.format)
      watch.keepOnly(waitingFolders())
      if (record.tries > 0) clearAway(record.folder)
      return false
    },
    resume: async () => {
      outbox.dropStray(exportsInStates(db, ['preparing', 'delivering', 'waiting']))
      const sinceMs = Date.parse(clock.now()) - SWEEP_FOR_MS
      for (const { tries, folder, createdAt } of exportsInStates(db, ['cancelled', 'failed']))
        if (tries > 0 && Date.parse(createdAt) > sinceMs) unclean.add(folder)
      const left = exportsInStates(db, ['preparing', 'delivering'])
      await Promise.all(left.map(({ id }) => run(id, true)))
      void quietly(() => Promise.all([...unclean].map(sweep)))
    },
    retryWaiting: () => quietly(() => Promise.all([...waitingFolders()].map(askAndDeliver))),
    look: () =>
      quietly(async () => {
        const folders = waitingFolders()
        watch.keepOnly(folders)
        const unwatched = [...folders].filter((folder) => !watch.isOn(folder))
        await Promise.all([...unwatched.map(askAndDeliver), ...[...unclean].map(sweep)])
      }),
    ask,
    clearAway,
    close: async () => {
      isClosed = true
      watch.close()
      const jobs = [...running.values()]
      await Promise.all(jobs.map((job) => job.stop?.()))
      // What works takes its unfinished file away; what hangs is left behind.
      await Promise.race([Promise.all(jobs.map((job) => job.done)), patience(CLOSE_MS)])
      drop.close()
      await Promise.all(jobs.map((job) => job.done))
    },
  }
}

/** Why this machine's own folder did not take the bytes. */
const ownReason = (error: unknown): WaitReason =>
  ['ENOSPC', 'EDQUOT'].includes(errorCode(error)) ? 'outbox_full' : 'outbox_refused'

const saidOf = (error: unknown): string => `${errorCode(error)} ${failedCall(error)}`

const patience = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms).unref())
