import { randomBytes } from 'node:crypto'
import type { ExportFormat, WaitReason } from '../../shared/contract/exports.ts'
import type { Id } from '../../shared/contract/values.ts'
import { makeExport } from '../adapters/exports/make-export.ts'
import type { FileDrop } from '../adapters/file-drop/file-drop.ts'
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
} from '../storage/exports.ts'
import { personById } from '../storage/people.ts'
import { readRoom } from '../storage/room.ts'
import { namesFrom } from './export-names.ts'
import { makeGate } from './gate.ts'
import { outboxIn } from './outbox.ts'
import type { ServiceParts } from './parts.ts'

/** Long enough for a child that works to notice, short enough for a person who waits. */
const GIVE_UP_MS = 2_000
const PROGRESS_EVERY_MS = 100

export interface ExportJobs {
  /** Works on an export until it is delivered, waits or has failed. Does nothing when it is already being worked on. */
  run(exportId: Id): Promise<void>
  /** Stops the work; true when the file was delivered before it could be stopped. */
  cancel(exportId: Id): Promise<boolean>
  /** Continues what a crash or an end of the program left undone. */
  resume(): Promise<void>
  /** Asks each folder that exports wait for, and delivers where it answers. */
  retryWaiting(): Promise<void>
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
  let isClosed = false

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
      fileNames: namesFrom(record.fileName, (name) => othersNames.has(name)),
      // An earlier try may have placed the file and been cut off before it could say so.
      mayBeThere: isRecovered || record.tries > 0,
    })
    stopOf(id, async () => giveUp())
    const ended = await end
    if (isClosed) return
    if (ended.kind === 'delivered') finish(id, record.format, ended.fileName)
    else if (ended.kind !== 'refused' || cancelled.has(id)) return
    else if (ended.reason === 'source_gone') fail(id, record.format)
    else wait(id, ended.reason)
  }

  function finish(id: Id, format: ExportFormat, fileName: string): void {
    const { me } = parts.settings.read()
    const actorName = me === null ? null : (personById(db, me)?.name ?? null)
    saveDelivered(db, id, { fileName, at: clock.now(), actorName, newEventId: () => clock.newId() })
    outbox.drop(id, format)
    parts.emit({ kind: 'changed', topics: ['exports', 'tickets'] })
  }

  function wait(id: Id, reason: WaitReason): void {
    saveWaiting(db, id, reason)
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
    surprise(error)
    try {
      const record = exportById(db, id)
      if (record !== null) record.state === 'delivering' ? wait(id, 'unknown') : fail(id, record.format)
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

  async function askAndDeliver(folder: string): Promise<void> {
    const reason = await drop.checkFolder(folder, clock.newId()).catch((): WaitReason => 'unknown')
    if (isClosed) return
    const here = exportsInStates(db, ['waiting']).filter((record) => record.folder === folder)
    for (const record of here) {
      if (reason === null) saveDeliveringAgain(db, record.id, record)
      else saveWaiting(db, record.id, reason)
    }
    if (reason === null || here.some((record) => record.reason !== reason)) changed()
    if (reason === null) await Promise.all(here.map(({ id }) => run(id)))
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
      if (record.tries > 0) void drop.sweep(record.folder, id)
      return false
    },
    resume: async () => {
      outbox.dropStray(exportsInStates(db, ['preparing', 'delivering', 'waiting']))
      const left = exportsInStates(db, ['preparing', 'delivering'])
      await Promise.all(left.map(({ id }) => run(id, true)))
    },
    retryWaiting: async () => {
      try {
        const folders = new Set(exportsInStates(db, ['waiting']).map(({ folder }) => folder))
        await Promise.all([...folders].map(askAndDeliver))
      } catch (error) {
        if (!isClosed) surprise(error)
      }
    },
    close: async () => {
      isClosed = true
      drop.close()
      const jobs = [...running.values()]
      await Promise.all(jobs.map((job) => job.stop?.()))
      await Promise.all(jobs.map((job) => job.done))
    },
  }
}

const patience = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms).unref())
