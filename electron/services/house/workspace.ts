import { statSync } from 'node:fs'
import { hostname } from 'node:os'
import type { Mending, WorkspaceStatus } from '../../../shared/contract/house/workspace.ts'
import type { Service } from '../../../shared/contract/services.ts'
import type { BackupShelf } from '../../adapters/backup/backup-shelf.ts'
import type { SettingsPort } from '../../adapters/settings/settings-port.ts'
import type { WorkspaceFile } from '../../storage/file/workspace-file.ts'
import { migrationVersion } from '../../storage/open.ts'
import { isNoSpace } from '../../system-faults.ts'
import type { Clock, ShellPort } from '../parts.ts'
import { refuse } from '../refuse.ts'
import type { Backups } from './backups.ts'
import { restoring } from './restoring.ts'
import type { Upgrading } from './upgrading.ts'

export interface WorkspaceParts {
  readonly file: WorkspaceFile
  readonly shelf: BackupShelf
  readonly backups: Backups
  readonly upgrading: Upgrading
  readonly dataFolder: string
  readonly settings: Pick<SettingsPort, 'keptAs'>
  readonly clock: Clock
  readonly shell: ShellPort
  readonly appVersion: string
  readonly isDemo: boolean
  readonly isThrowAway: boolean
  /** A session runs: its screen must not find itself in another database. */
  isListening(): boolean
  /** The open database is about to be closed: whatever works on it ends. */
  letGo(): Promise<void>
  takeUp(): void
  /** Whether the folder is ours alone: its lock may have been taken away and found by another console. */
  holdsFolder(): boolean
}

/** The only service besides settings that answers while the database is closed. */
export function workspaceService(parts: WorkspaceParts): Service<'workspace'> {
  const { file, shelf, backups, clock } = parts
  const { keptAs } = parts.settings
  const resetSettings: Mending[] = keptAs === null ? [] : [{ kind: 'settings_reset', keptAs, at: clock.now() }]
  const status = (): WorkspaceStatus => ({
    state: file.state(),
    fault: file.fault(),
    upgrade: parts.upgrading.progress(),
    mendings: [...resetSettings, ...file.mendings()],
    dataFolder: parts.dataFolder,
    databaseSizeBytes: sizeOrNone(file.path) + sizeOrNone(`${file.path}-wal`),
    schemaVersion: migrationVersion(file.db()),
    appVersion: parts.appVersion,
    shell: parts.shell.kind,
    isDemo: parts.isDemo,
    isThrowAway: parts.isThrowAway,
    machineName: hostname(),
  })
  const { compare, goBack } = restoring(parts)
  const now = () => new Date(clock.now())
  const mayChange = () => file.state() === 'damaged' && parts.holdsFolder()
  /** What was put in place may be of an older version; whoever asked waits, and the windows show how far it is. */
  const opened = async () => {
    await parts.upgrading.settled()
    backups.startAnew()
    return { ok: true, value: status() } as const
  }

  return {
    status: () => ({ ok: true, value: status() }),
    backups: async () => ({ ok: true, value: await shelf.list(file.state() === 'ready') }),
    backUpNow: async () => {
      if (file.db() === null) return refuse('closed')
      const made = await backups.copyNow()
      if (made === 'no_space') return refuse('no_space')
      return made === 'ended' ? refuse('closed') : { ok: true, value: made }
    },
    restoreBackup: async ({ fileName }) => {
      if (!mayChange()) return refuse('not_damaged')
      // Looked up in the list, never joined to a path: the name comes from outside.
      const wanted = (await shelf.list(false)).find((backup) => backup.fileName === fileName)
      if (wanted === undefined) return refuse('not_found')
      if (!wanted.isGood) return refuse('not_good')
      // Looking took a while: another window may have been quicker.
      if (!mayChange()) return refuse('not_damaged')
      file.replaceWith(shelf.pathOf(fileName), now())
      return opened()
    },
    compareBackup: compare,
    goBackTo: async ({ fileName }) => {
      const made = await goBack(fileName)
      if ('code' in made) return made
      return { ok: true, value: { status: (await opened()).value, undoFileName: made.fileName } }
    },
    startFresh: () => {
      if (!mayChange()) return refuse('not_damaged')
      file.replaceWith(null, now())
      return opened()
    },
    repair: async () => {
      if (!mayChange()) return refuse('not_damaged')
      try {
        return file.repair(now()) ? await opened() : refuse('not_repairable')
      } catch (error) {
        if (isNoSpace(error)) return refuse('no_space')
        throw error
      }
    },
    openAsItIs: () => {
      if (!mayChange()) return refuse('not_damaged')
      file.openAsItIs()
      return opened()
    },
    lookAgain: () => {
      if (file.state() === 'ready' || !parts.holdsFolder()) return { ok: true, value: status() }
      file.lookAgain(now())
      return opened()
    },
    quit: () => {
      parts.shell.quit()
      return { ok: true, value: {} }
    },
  }
}

/** The screen that tells of a file nobody can look at, a link in a circle or on a drive that is gone, must not fail for its size. */
function sizeOrNone(path: string): number {
  try {
    return statSync(path, { throwIfNoEntry: false })?.size ?? 0
  } catch {
    return 0
  }
}
