import type { Refusal } from '../../adapters/file-drop/drop-messages.ts'
import type { RunningDelivery } from '../../adapters/file-drop/file-drop.ts'

/** Each watch is a process of its own; folders beyond these are asked once a minute. */
const MOST_AT_ONCE = 3

/** Before each watch: a folder that answers well and lets every delivery fail is not filled every few seconds. */
const PAUSES_MS = [500, 2_000, 10_000, 60_000]

export interface ExportWatch {
  /** A delivery into this folder came to nothing: asks it until it takes files. */
  begin(folder: string): void
  /** Whether somebody asks this folder now. */
  isOn(folder: string): boolean
  /** The folder took a file. */
  praise(folder: string): void
  /** Ends the watches of all other folders: nothing waits for them any more. */
  keepOnly(folders: ReadonlySet<string>): void
  close(): void
}

export interface WatchParts {
  start(folder: string, still: (refusal: Refusal) => void): RunningDelivery
  /** The folder does not take files yet. */
  still(folder: string, refusal: Refusal): void
  ready(folder: string, mountPoint: string): void
}

/** Watches folders that exports wait for, so that a file goes out within seconds of its drive's return. */
export function makeExportWatch({ start, still, ready }: WatchParts): ExportWatch {
  const watched = new Map<string, { stop(): void }>()
  const failures = new Map<string, number>()

  function watch(folder: string): void {
    const running = start(folder, (refusal) => {
      failures.delete(folder)
      still(folder, refusal)
    })
    const here = { stop: running.giveUp }
    watched.set(folder, here)
    void running.end.then((end) => {
      if (watched.get(folder) !== here) return
      watched.delete(folder)
      if (end.kind === 'ready') ready(folder, end.mountPoint)
    })
  }

  return {
    begin: (folder) => {
      if (watched.has(folder) || watched.size >= MOST_AT_ONCE) return
      const failed = failures.get(folder) ?? 0
      failures.set(folder, failed + 1)
      const pause = setTimeout(() => watch(folder), PAUSES_MS[Math.min(failed, PAUSES_MS.length - 1)])
      pause.unref()
      watched.set(folder, { stop: () => clearTimeout(pause) })
    },
    isOn: (folder) => watched.has(folder),
    praise: (folder) => void failures.delete(folder),
    keepOnly: (folders) => {
      for (const [folder, { stop }] of watched) {
        if (folders.has(folder)) continue
        watched.delete(folder)
        stop()
      }
    },
    close: () => {
      for (const { stop } of watched.values()) stop()
      watched.clear()
    },
  }
}
