import { statSync } from 'node:fs'
import type { Upgrade, WorkspaceFault } from '../../../shared/contract/house/workspace.ts'
import type { UpgradeTold } from '../../storage/file/upgrade.ts'
import { askToEnd, type EndMark, newEndMark } from '../end-mark.ts'
import { startThread } from '../threads/start-thread.ts'

export interface UpgradeJob {
  readonly path: string
  readonly dataFolder: string
  readonly atMs: number
}

/** What the thread is started with. */
export interface UpgradeThread extends UpgradeJob {
  readonly endMark: EndMark
}

/** Why the file is not of this version now; null: it is. */
export type WhyNotUpgraded = WorkspaceFault | 'newer' | null
export interface UpgradeAnswer {
  readonly doing: 'ended'
  readonly why: WhyNotUpgraded
  readonly failure: UpgradeFailure | null
}

/** For the log; without a word of what stands in the database. */
export interface UpgradeFailure {
  /** The step that failed, or what came before the first. */
  readonly at: string
  /** SQLite's code, or the system's. */
  readonly said: string
}

export interface RunningUpgrade {
  readonly ended: Promise<WhyNotUpgraded>
  progress(): Upgrade
  /** After the step that runs; the next start goes on from there. `ended` says nothing then. */
  stop(): Promise<void>
}

/** In a worker thread: windows are answered and painted meanwhile. `stepped` is told of each step. */
export function upgradeInWorker(
  job: UpgradeJob,
  stepped: () => void,
  failed: (failure: UpgradeFailure) => void,
): RunningUpgrade {
  const endMark = newEndMark()
  const workerData: UpgradeThread = { ...job, endMark }
  const worker = startThread('upgrade-worker', { workerData })
  const gone = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
  let last: UpgradeTold | null = null
  let why: WhyNotUpgraded = { kind: 'unreadable', code: null }
  let isStopped = false
  worker.on('message', (told: UpgradeTold | UpgradeAnswer) => {
    if (isStopped) return
    if (told.doing === 'ended') {
      why = told.why
      if (told.failure !== null) failed(told.failure)
      return
    }
    last = told
    stepped()
  })
  const ended = new Promise<WhyNotUpgraded>((resolve, reject) => {
    worker.once('error', reject)
    // Not before its connection is closed: the next one to open the file is to be the only one.
    void gone.then(() => {
      if (!isStopped) resolve(why)
    })
  })
  return {
    ended,
    progress: () => progressOf(last),
    stop: async () => {
      isStopped = true
      askToEnd(endMark)
      await gone
    },
  }
}

function progressOf(told: UpgradeTold | null): Upgrade {
  if (told === null) return { doing: 'copying', step: 0, of: 0, copied: 0 }
  if (told.doing === 'changing') return { doing: 'changing', step: told.step, of: told.of, copied: 1 }
  const size = statSync(told.unfinished, { throwIfNoEntry: false })?.size ?? 0
  return { doing: 'copying', step: 0, of: told.of, copied: Math.min(1, size / told.sizeBytes) }
}
