import { statSync } from 'node:fs'
import type { Service } from '../../shared/contract/services.ts'
import type { WorkspaceStatus } from '../../shared/contract/workspace.ts'
import type { BackupShelf } from '../adapters/backup/backup-shelf.ts'
import { migrationVersion } from '../storage/open.ts'
import type { WorkspaceFile } from '../storage/workspace-file.ts'
import type { Backups } from './backups.ts'
import type { Clock, ShellPort } from './parts.ts'

export interface WorkspaceParts {
  readonly file: WorkspaceFile
  readonly shelf: BackupShelf
  readonly backups: Backups
  readonly dataFolder: string
  readonly clock: Clock
  readonly shell: ShellPort
  readonly appVersion: string
  readonly isDemo: boolean
}

/** The only service besides settings that answers while the database is closed. */
export function workspaceService(parts: WorkspaceParts): Service<'workspace'> {
  const { file, shelf, backups, clock } = parts
  const sizeOf = (path: string) => statSync(path, { throwIfNoEntry: false })?.size ?? 0
  const status = async (): Promise<WorkspaceStatus> => ({
    state: file.state(),
    dataFolder: parts.dataFolder,
    databaseSizeBytes: sizeOf(file.path) + sizeOf(`${file.path}-wal`),
    schemaVersion: migrationVersion(file.db()),
    // Each window asks at its start and shows nothing before: reading a shelf of copies through would take seconds.
    backups: await shelf.list(file.state() === 'ready'),
    appVersion: parts.appVersion,
    shell: parts.shell.kind,
    isDemo: parts.isDemo,
  })

  return {
    status: async () => ({ ok: true, value: await status() }),
    backUpNow: async () => {
      if (file.db() === null) return { ok: false, code: 'closed', detail: {} }
      const made = await backups.copyNow()
      return made === 'no_space' ? { ok: false, code: 'no_space', detail: {} } : { ok: true, value: made }
    },
    restoreBackup: async ({ fileName }) => {
      if (file.state() !== 'damaged') return { ok: false, code: 'not_damaged', detail: {} }
      // Looked up in the list, never joined to a path: the name comes from outside.
      const wanted = (await shelf.list(false)).find((backup) => backup.fileName === fileName)
      if (wanted === undefined) return { ok: false, code: 'not_found', detail: {} }
      if (!wanted.isGood) return { ok: false, code: 'not_good', detail: {} }
      // Looking took a while: another window may have been quicker.
      if (file.state() !== 'damaged') return { ok: false, code: 'not_damaged', detail: {} }
      file.replaceWith(shelf.pathOf(fileName), new Date(clock.now()))
      backups.startAnew()
      return { ok: true, value: await status() }
    },
    startFresh: async () => {
      if (file.state() !== 'damaged') return { ok: false, code: 'not_damaged', detail: {} }
      file.replaceWith(null, new Date(clock.now()))
      backups.startAnew()
      return { ok: true, value: await status() }
    },
    quit: () => {
      parts.shell.quit()
      return { ok: true, value: {} }
    },
  }
}
