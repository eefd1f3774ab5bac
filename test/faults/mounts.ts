import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const run = (command: string, ...args: string[]) => spawnSync(command, args, { stdio: 'ignore' }).status === 0

export interface TinyDrive {
  readonly path: string
  /** Changes it in place, e.g. `ro`. */
  remount(options: string): void
  /** What is left is the empty folder below. */
  unmount(): void
  remove(): void
}

/** A real drive of a few kilobytes; null where this user may not mount. */
export function aTinyDrive(options: string): TinyDrive | null {
  const path = mkdtempSync(join(tmpdir(), 'earshot-drive-'))
  if (!run('mount', '-t', 'tmpfs', '-o', options, 'earshot-test', path)) {
    rmSync(path, { recursive: true })
    return null
  }
  return {
    path,
    remount: (changed) => {
      if (!run('mount', '-o', `remount,${changed}`, path)) throw new Error('remount failed')
    },
    unmount: () => {
      if (!run('umount', path)) throw new Error('umount failed')
    },
    remove: () => {
      run('umount', path)
      rmSync(path, { recursive: true, force: true })
    },
  }
}

/** Why tests on tiny drives cannot run here; null when they can. */
export function whyNoDrives(): string | null {
  const drive = aTinyDrive('size=64k')
  drive?.remove()
  return drive === null ? 'this user may not mount a tmpfs' : null
}
