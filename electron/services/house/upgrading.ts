import type { Upgrade } from '../../../shared/contract/house/workspace.ts'
import type { RunningUpgrade } from '../../adapters/upgrade/upgrade-in-worker.ts'
import type { WorkspaceFile } from '../../storage/file/workspace-file.ts'

/** Often enough for a bar that grows. */
const TELL_EVERY_MS = 400
/** What is over by then needs no screen: a window takes longer to open. */
const SHORT_MS = 200

export interface Upgrading {
  /** Starts what is due. Resolves at once when nothing is, else when the file is open, or closed with a fault. */
  settled(): Promise<void>
  /** The same, without waiting for one that takes long. */
  settledIfShort(): Promise<void>
  /** Null while none runs. */
  progress(): Upgrade | null
  stop(): Promise<void>
}

export interface UpgradingParts {
  readonly file: Pick<WorkspaceFile, 'state' | 'upgraded'>
  begin(stepped: () => void): RunningUpgrade
  /** It went on; nothing is open yet. */
  tell(): void
  /** The database is open now, or closed with a fault. */
  done(): void
  /** The thread ended as no step does, or what it left could not be opened. */
  surprised(error: unknown): void
}

/** A database of an older version is brought up to date beside the main thread, which answers windows meanwhile. */
export function upgradingFile({ file, begin, tell, done, surprised }: UpgradingParts): Upgrading {
  let running: { upgrade: RunningUpgrade; settled: Promise<void> } | null = null
  let timer: NodeJS.Timeout | undefined
  const run = async (upgrade: RunningUpgrade) => {
    timer = setInterval(tell, TELL_EVERY_MS)
    const why = await upgrade.ended.catch((error: unknown) => {
      surprised(error)
      return { kind: 'unreadable', code: null } as const
    })
    clearInterval(timer)
    running = null
    try {
      file.upgraded(why)
      done()
    } catch (error) {
      surprised(error)
    }
  }
  const settled = () => {
    if (running === null && file.state() === 'upgrading') {
      const upgrade = begin(tell)
      running = { upgrade, settled: run(upgrade) }
    }
    return running?.settled ?? Promise.resolve()
  }
  return {
    settled,
    settledIfShort: async () => {
      const all = settled()
      if (running !== null) await Promise.race([all, new Promise((resolve) => setTimeout(resolve, SHORT_MS))])
    },
    progress: () => running?.upgrade.progress() ?? null,
    stop: async () => {
      clearInterval(timer)
      await running?.upgrade.stop()
    },
  }
}
