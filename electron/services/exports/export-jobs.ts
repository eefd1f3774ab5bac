import type { ExportRecord, WaitReason } from '../../../shared/contract/exports/exports.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { ledgerName } from '../../../shared/domain/exports/export-names.ts'
import type { FileDrop, FolderAnswer } from '../../adapters/file-drop/file-drop.ts'
import { failedCall } from '../../error-code.ts'
import { mountPointIn } from '../../storage/exports/export-folders.ts'
import { makeGate } from '../gate.ts'
import type { ServiceParts } from '../parts.ts'
import { startMaking } from './export-bytes.ts'
import { makeExportFolders } from './export-folders.ts'
import { namesFrom } from './export-names.ts'
import { makeExportOutcomes, ownReason, saidOf } from './export-outcomes.ts'
import { type ExportTruth, SealRefused, TruthAway } from './export-truth.ts'
import { outboxIn } from './outbox.ts'

/** Long enough for a child that works to notice, short enough for a person who waits. */
const GIVE_UP_MS = 2_000
const CLOSE_MS = 1_000

const isHeldBack = ({ reason }: ExportRecord): boolean => reason === 'seal_refused'

export interface ExportJobs {
  /** Works on an export until it is delivered, waits or has failed. Does nothing when it is already being worked on. */
  run(exportId: Id): Promise<void>
  /** Stops the work; true when the file was delivered before it could be stopped. */
  cancel(exportId: Id): Promise<boolean>
  /** Continues what a crash or an end of the program left undone. */
  resume(): Promise<void>
  /** Asks each folder that exports wait for, and delivers where it answers. */
  retryWaiting(): Promise<void>
  /** Once a minute: what was given up because the ledger did not answer, folders that nobody watches, and what is left to be cleared away. */
  look(): Promise<void>
  /** Whether the folder takes files now; its drive is remembered when it does. */
  ask(folder: string): Promise<FolderAnswer>
  /** The same for a path that is still being typed: nothing is made in it. */
  glance(folder: string): Promise<FolderAnswer>
  /** Something of ours may lie in this folder: removes it as soon as the folder can be reached. */
  clearAway(folder: string): void
  close(): Promise<void>
}

/** The work behind the ledger: bytes are made one file at a time, and delivered one file at a time per folder. */
export function makeExportJobs(parts: ServiceParts, truth: ExportTruth, drop: FileDrop): ExportJobs {
  const { ledger } = truth
  const outbox = outboxIn(parts.dataFolder)
  const outcomes = makeExportOutcomes(parts, ledger, outbox)
  /** `stop` is null until the work has begun: what still waits for its turn needs no stopping. */
  const running = new Map<Id, { done: Promise<void>; stop: (() => Promise<void>) | null }>()
  const cancelled = new Set<Id>()
  const makeInTurn = makeGate()
  const deliverInTurn = makeGate()
  let isClosed = false
  const folders = makeExportFolders({ service: parts, ledger, drop, outcomes, inTurn: deliverInTurn, deliverAll })

  const isStopped = (id: Id) => isClosed || cancelled.has(id)

  async function prepare(id: Id): Promise<void> {
    const making = await startMaking(parts, truth, outbox, id, () => isStopped(id))
    if (making === null) return
    stopOf(id, making.stop)
    const made = await making.made
    if (made !== null && !isStopped(id)) await outcomes.made(id, made)
  }

  async function deliver(id: Id, isRecovered: boolean): Promise<void> {
    if (isStopped(id)) return
    const begun = await ledger.beginTry(id)
    if (begun === null || isStopped(id)) return
    const { record, taken } = begun
    const { sha256, sizeBytes } = record
    if (sha256 === null || sizeBytes === null) return
    const { end, giveUp } = drop.deliver({
      exportId: id,
      sourcePath: outbox.pathOf(id, record.format),
      sha256,
      sizeBytes,
      folder: record.folder,
      mountPoint: mountPointIn(parts.db, record.folder),
      fileNames: namesFrom(record.fileName, (name) => taken.has(ledgerName(name))),
      // An earlier try may have placed the file and been cut off before it could say so.
      mayBeThere: isRecovered || record.tries > 0,
    })
    stopOf(id, async () => giveUp())
    const ended = await end
    if (ended.kind === 'delivered') {
      folders.took(record.folder, ended.mountPoint)
      await outcomes.delivered(record, { fileName: ended.fileName, sha256, sizeBytes }, () => isClosed)
    } else if (ended.kind !== 'refused' || isStopped(id)) return
    else if (ended.reason === 'source_gone') await outcomes.failed(record)
    else await waitFor(record, ended.reason, ended.said)
  }

  async function waitFor({ id, folder }: { id: Id; folder: string }, reason: WaitReason, said: string): Promise<void> {
    await outcomes.waiting(id, reason, said)
    if (!isClosed) folders.watch(folder, reason)
  }

  function stopOf(id: Id, stop: () => Promise<void>): void {
    const job = running.get(id)
    if (job !== undefined) job.stop = stop
  }

  async function work(id: Id, isRecovered: boolean): Promise<void> {
    try {
      await makeInTurn('', () => prepare(id))
      const record = isStopped(id) ? null : await ledger.find(id)
      // Nothing was left to tell.
      if (record?.state === 'cancelled') outbox.drop(id, record.format)
      await deliverInTurn(record?.folder ?? '', () => deliver(id, isRecovered))
    } catch (error) {
      if (!isStopped(id)) await endBadly(id, error)
    }
  }

  /** Never throws, because nobody waits for a job: its state stays as it is when not even that can be written. */
  async function endBadly(id: Id, error: unknown): Promise<void> {
    // It goes on from there.
    if (error instanceof TruthAway) return
    try {
      const record = await ledger.find(id)
      // No folder is watched for it: once a minute it is looked at again, and by whoever tries.
      if (error instanceof SealRefused) return await outcomes.waiting(id, 'seal_refused', 'a call that is sealed here')
      const isOfTheSystem = failedCall(error) !== ''
      if (record === null || !isOfTheSystem) outcomes.surprise(error)
      if (record === null) return
      // What the system refused in this machine's own folder passes; what is wrong with us does not.
      if (isOfTheSystem) await waitFor(record, ownReason(error), saidOf(error))
      else if (record.state === 'delivering') await waitFor(record, 'unknown', 'no code')
      else await outcomes.failed(record)
    } catch (another) {
      outcomes.surprise(another)
    }
  }

  function run(id: Id, isRecovered = false): Promise<void> {
    if (isClosed) return Promise.resolve()
    const known = running.get(id)
    // Asked for again while the last try is just ending: look once more, or the new try would be forgotten.
    if (known !== undefined) return known.done.then(() => run(id, isRecovered))
    const job = { done: Promise.resolve(), stop: null }
    running.set(id, job)
    job.done = work(id, isRecovered).finally(() => running.delete(id))
    return job.done
  }

  async function deliverAll(folder: string): Promise<void> {
    const all = (await ledger.inStates(['waiting'])).filter((record) => record.folder === folder)
    const isHeld = all.some(isHeldBack) && (await truth.mayGoOut?.()) === 'refused'
    const waiting = isHeld ? all.filter((record) => !isHeldBack(record)) : all
    const here = await ledger.goAgain(
      waiting.map(({ id }) => id),
      null,
    )
    if (here.length > 0) outcomes.changed()
    await Promise.all(here.map(({ id }) => run(id)))
  }

  /** Bytes that nobody waits for go, also of files that are to be made anew. Gives what is unfinished. */
  async function tidy(): Promise<ExportRecord[]> {
    const unfinished = await ledger.inStates(['preparing', 'delivering', 'waiting'])
    // What was begun while that was asked is none either.
    const atWork = [...running.keys()].map((id) => ({ id }))
    await outbox.dropStray({
      unfinished: [...unfinished.filter(({ sha256 }) => sha256 !== null), ...atWork],
      known: (ids) => ledger.known(ids),
      now: parts.clock.now(),
    })
    return unfinished
  }

  async function resume(): Promise<void> {
    const unfinished = await tidy()
    await folders.recallLeftovers()
    const left = unfinished.filter(({ state }) => state !== 'waiting')
    await Promise.all([...left.map(({ id }) => run(id, true)), tellAll()])
    void quietly(folders.sweepAll)
  }

  /** What not every ticket of a file has in its story, or has there under a name that was forgotten since. */
  async function tellAll(): Promise<void> {
    for (const id of await ledger.untold()) if (!running.has(id)) await quietly(() => outcomes.told(id, () => isClosed))
  }

  async function quietly(work: () => Promise<unknown>): Promise<void> {
    try {
      await work()
    } catch (error) {
      if (!isClosed) outcomes.surprise(error)
    }
  }

  async function look(): Promise<void> {
    const unfinished = (await tidy()).filter(({ state }) => state !== 'waiting')
    // What is to be made anew while it is worked on is looked at once more after that: those bytes are not taken.
    for (const { id, state } of unfinished) if (!running.has(id) || state === 'preparing') void run(id, true)
    await folders.look()
    await tellAll()
  }

  return {
    run: (id) => run(id),
    cancel: async (id) => {
      cancelled.add(id)
      const job = running.get(id)
      await job?.stop?.()
      // A child on a dead drive never answers; the person need not wait for it.
      if (job?.stop) await Promise.race([job.done, patience(GIVE_UP_MS)])
      if (isClosed) return false
      let record: ExportRecord | null
      try {
        record = await ledger.find(id)
        if (record === null || isClosed) return false
        if (record.state === 'delivered') return true
        await outcomes.cancelled(record)
      } catch (error) {
        // Not given up: it goes on.
        cancelled.delete(id)
        throw error
      }
      await folders.forgetIdle()
      if (record.tries > 0) folders.clearAway(record.folder)
      return false
    },
    resume: () => quietly(resume),
    retryWaiting: () => quietly(folders.askAll),
    look: () => quietly(look),
    ask: folders.ask,
    glance: folders.glance,
    clearAway: folders.clearAway,
    close: async () => {
      isClosed = true
      folders.close()
      const jobs = [...running.values()]
      await Promise.all(jobs.map((job) => job.stop?.()))
      // What works takes its unfinished file away; what hangs is left behind.
      await Promise.race([Promise.all(jobs.map((job) => job.done)), patience(CLOSE_MS)])
      drop.close()
      await Promise.all(jobs.map((job) => job.done))
    },
  }
}

const patience = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms).unref())
