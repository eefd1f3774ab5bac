import type { WaitReason } from '../../../shared/contract/exports/exports.ts'
import { type AbandonableChild, type StartChild, startNodeChild } from '../child-port.ts'
import { workerEntry } from '../worker-entry.ts'
import { randomMark } from './console-mark.ts'
import type {
  Delivery,
  DropEnd,
  DropJob,
  DropReport,
  DropTarget,
  Probe,
  Refusal,
  Replacement,
} from './drop-messages.ts'

export interface RunningDelivery {
  readonly end: Promise<DropEnd>
  /** Asks the child to stop before the final name is taken; `end` tells which came first. */
  giveUp(): void
}

/** Why the folder takes no file, with the system's own words for the log; or where its drive is mounted. */
export type FolderAnswer =
  | { readonly reason: null; readonly mountPoint: string; readonly isOnNetwork: boolean }
  | { readonly reason: WaitReason; readonly said: string }

export interface FileDrop {
  deliver(delivery: Delivery): RunningDelivery
  /** Writes a small file over the one before it; `delivered` when it is there. */
  replace(replacement: Replacement): Promise<DropEnd>
  checkFolder(probe: Probe): Promise<FolderAnswer>
  /** The same without making a file in it. */
  glanceAt(target: DropTarget): Promise<FolderAnswer>
  /**
   * Asks the folder until it takes files; `end` is `ready` then. `still` hears why it does not yet. Bears a drive that hangs,
   * because it comes back when the drive does.
   */
  watch(probe: Probe, still: (refusal: Refusal) => void): RunningDelivery
  /** Null: the file is there. */
  whyNoFile(folder: string, fileName: string): Promise<WaitReason | null>
  /** Removes what this console left in the folder; false when it could not be reached. Only while nothing is delivered there. */
  sweep(folder: string): Promise<boolean>
  /** Abandons every child. Their deliveries end as not answered. */
  close(): void
}

export interface FileDropOptions {
  /** Of this console, in the names it makes on shared drives. */
  readonly mark: string
  readonly startChild?: StartChild
  readonly entry?: URL
  /** A delivery that gives no sign of life for so long is given up. */
  readonly silenceMs?: number
  readonly checkMs?: number
}

type Job = DropJob extends infer Each ? (Each extends DropJob ? Omit<Each, 'owner'> : never) : never

/** Until the child itself has started; a busy machine is not a dead drive. */
const START_MS = 20_000

const NOT_ANSWERING: DropEnd = { kind: 'refused', reason: 'drive_not_answering', said: 'no sign of life' }
const CHILD_ENDED: DropEnd = { kind: 'refused', reason: 'unknown', said: 'the child process ended' }

const idOf = (job: Job): string => ('exportId' in job ? job.exportId : 'probeId' in job ? job.probeId : '')

/** A question that was answered has removed its file itself. */
const mayHaveLeft = (job: Job, end: DropEnd): boolean =>
  idOf(job) !== '' &&
  (end === NOT_ANSWERING || end === CHILD_ENDED || (job.kind === 'deliver' && end.kind !== 'delivered'))

const answerOf = (end: DropEnd): FolderAnswer =>
  end.kind === 'ready'
    ? { reason: null, mountPoint: end.mountPoint, isOnNetwork: end.isOnNetwork }
    : { reason: reasonOf(end), said: end.kind === 'refused' ? end.said : end.kind }

/** The reason of an end that should have been «ready» or «done». */
const reasonOf = (end: DropEnd): WaitReason =>
  end.kind === 'refused' && end.reason !== 'source_gone' ? end.reason : 'unknown'

/** Work on folders that may hang, each piece in a child process that can be abandoned. */
export function makeFileDrop(options: FileDropOptions): FileDrop {
  const { mark, startChild = startNodeChild, entry = workerEntry('deliver-child') } = options
  const { silenceMs = 20_000, checkMs = 2_000 } = options
  const running = new Set<() => void>()
  const thisRun = randomMark()
  const endedIds = new Set<string>()
  /** Abandoned and still not gone: another try on the same folder would only leave another process hanging. */
  const stuck = new Map<string, AbandonableChild>()

  function run(job: Job, patienceMs: number, still: (refusal: Refusal) => void = () => {}): RunningDelivery {
    if (stuck.has(job.folder) && job.kind !== 'watch') return { end: Promise.resolve(NOT_ANSWERING), giveUp: () => {} }
    const child = startChild(entry)
    // Another try at the same export: what the last one left goes first.
    const id = idOf(job)
    const owner = { mark, run: thisRun, endedIds: id === '' ? [...endedIds] : [...endedIds, id] }
    endedIds.delete(id)
    const end = new Promise<DropEnd>((resolve) => {
      const abandon = () => {
        if (job.kind !== 'watch') stuck.set(job.folder, child)
        child.abandon()
        finish(NOT_ANSWERING)
      }
      let timer = setTimeout(abandon, START_MS)
      const finish = (end: DropEnd) => {
        clearTimeout(timer)
        if (mayHaveLeft(job, end)) endedIds.add(idOf(job))
        running.delete(abandon)
        resolve(end)
      }
      running.add(abandon)
      child.onMessage((message) => {
        const report = message as DropReport
        if (report.kind === 'still') still(report.refusal)
        else if (report.kind !== 'alive') {
          finish(report)
          child.abandon()
        } else {
          clearTimeout(timer)
          if (patienceMs !== Number.POSITIVE_INFINITY) timer = setTimeout(abandon, patienceMs)
        }
      })
      child.onExit(() => {
        if (stuck.get(job.folder) === child) stuck.delete(job.folder)
        finish(CHILD_ENDED)
      })
    })
    child.send({ ...job, owner })
    return { end, giveUp: () => child.send({ kind: 'give_up' }) }
  }

  return {
    deliver: (delivery) => run({ kind: 'deliver', ...delivery }, silenceMs),
    replace: (replacement) => run({ kind: 'replace', ...replacement }, silenceMs).end,
    checkFolder: async (probe) => answerOf(await run({ kind: 'check', ...probe }, checkMs).end),
    glanceAt: async (target) => answerOf(await run({ kind: 'glance', ...target }, checkMs).end),
    watch: (probe, still) => run({ kind: 'watch', ...probe }, Number.POSITIVE_INFINITY, still),
    whyNoFile: async (folder, fileName) => {
      const end = await run({ kind: 'look', folder, fileName }, checkMs).end
      return end.kind === 'done' ? null : reasonOf(end)
    },
    sweep: async (folder) => (await run({ kind: 'sweep', folder }, checkMs).end).kind === 'done',
    close: () => {
      for (const abandon of [...running]) abandon()
    },
  }
}
