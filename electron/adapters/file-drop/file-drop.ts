import type { WaitReason } from '../../../shared/contract/exports.ts'
import { workerEntry } from '../worker-entry.ts'
import { type AbandonableChild, type StartChild, startNodeChild } from './child-port.ts'
import type { Delivery, DropEnd, DropJob, DropReport } from './drop-messages.ts'

export interface RunningDelivery {
  readonly end: Promise<DropEnd>
  /** Asks the child to stop before the final name is taken; `end` tells which came first. */
  giveUp(): void
}

export interface FileDrop {
  deliver(delivery: Delivery): RunningDelivery
  /** Null: the folder takes files. */
  checkFolder(folder: string, probeId: string): Promise<WaitReason | null>
  /** Whether the file is there; false too when the drive does not answer. */
  hasFile(folder: string, fileName: string): Promise<boolean>
  /** Removes what tries of this export left in the folder, as far as it can be reached now. */
  sweep(folder: string, exportId: string): Promise<void>
  /** Abandons every child. Their deliveries end as not answered. */
  close(): void
}

export interface FileDropOptions {
  readonly startChild?: StartChild
  readonly entry?: URL
  /** A delivery that gives no sign of life for so long is given up. */
  readonly silenceMs?: number
  readonly checkMs?: number
}

/** Until the child itself has started; a busy machine is not a dead drive. */
const START_MS = 20_000

const NOT_ANSWERING: DropEnd = { kind: 'refused', reason: 'drive_not_answering' }

/** Work on folders that may hang, each piece in a child process that can be abandoned. */
export function makeFileDrop(options: FileDropOptions = {}): FileDrop {
  const { startChild = startNodeChild, entry = workerEntry('deliver-child') } = options
  const { silenceMs = 20_000, checkMs = 2_000 } = options
  const running = new Set<() => void>()
  /** Abandoned and still not gone: another try on the same folder would only leave another process hanging. */
  const stuck = new Map<string, AbandonableChild>()

  function run(job: DropJob, patienceMs: number): { end: Promise<DropEnd>; child: AbandonableChild | null } {
    if (stuck.has(job.folder)) return { end: Promise.resolve(NOT_ANSWERING), child: null }
    const child = startChild(entry)
    const end = new Promise<DropEnd>((resolve) => {
      const abandon = () => {
        stuck.set(job.folder, child)
        child.abandon()
        finish(NOT_ANSWERING)
      }
      let timer = setTimeout(abandon, START_MS)
      const finish = (end: DropEnd) => {
        clearTimeout(timer)
        running.delete(abandon)
        resolve(end)
      }
      running.add(abandon)
      child.onMessage((message) => {
        const report = message as DropReport
        if (report.kind !== 'alive') {
          finish(report)
          child.abandon()
          return
        }
        clearTimeout(timer)
        timer = setTimeout(abandon, patienceMs)
      })
      child.onExit(() => {
        if (stuck.get(job.folder) === child) stuck.delete(job.folder)
        finish({ kind: 'refused', reason: 'unknown' })
      })
    })
    child.send(job)
    return { end, child }
  }

  return {
    deliver: (delivery) => {
      const { end, child } = run({ kind: 'deliver', ...delivery }, silenceMs)
      return { end, giveUp: () => child?.send({ kind: 'give_up' }) }
    },
    checkFolder: async (folder, probeId) => {
      const end = await run({ kind: 'check', folder, probeId }, checkMs).end
      if (end.kind !== 'refused') return null
      return end.reason === 'source_gone' ? 'unknown' : end.reason
    },
    hasFile: async (folder, fileName) => {
      const end = await run({ kind: 'look', folder, fileName }, checkMs).end
      return end.kind === 'done'
    },
    sweep: async (folder, exportId) => {
      await run({ kind: 'sweep', folder, exportId }, checkMs).end
    },
    close: () => {
      for (const abandon of [...running]) abandon()
    },
  }
}
