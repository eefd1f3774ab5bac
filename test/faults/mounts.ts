import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const run = (command: string, ...args: string[]) => spawnSync(command, args, { stdio: 'ignore' }).status === 0

/** A real drive of a few kilobytes; null where this user may not mount. `remount` changes it in place, e.g. `ro`. */
export function aTinyDrive(options: string): { path: string; remount(options: string): void; remove(): void } | null {
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
