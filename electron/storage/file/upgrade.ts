import { statSync } from 'node:fs'
import { schemaVersion } from '../migrations/migrations.ts'
import { openForWriting } from '../open.ts'
import { copyDatabase, nextBackupPath } from './backup.ts'

/** How far it is, as it is told on the way. `unfinished` grows up to about `sizeBytes`. */
export type UpgradeTold =
  | { readonly doing: 'copying'; readonly of: number; readonly unfinished: string; readonly sizeBytes: number }
  | { readonly doing: 'changing'; readonly step: number; readonly of: number; readonly name: string }

/**
 * Brings a database that nobody has open to this version's schema, with a copy before. Takes seconds for a large archive: not for
 * the main thread. Throws what SQLite throws; each step that was taken stays taken.
 */
export function upgradeDatabase(path: string, dataFolder: string, at: Date, tell: (told: UpgradeTold) => void): void {
  const copyFirst = (from: number, old: Parameters<typeof copyDatabase>[0]) => {
    const target = nextBackupPath(dataFolder, at)
    const { size: sizeBytes } = statSync(path)
    tell({ doing: 'copying', of: schemaVersion - from, unfinished: `${target}.unfinished`, sizeBytes })
    copyDatabase(old, target)
  }
  openForWriting(path, copyFirst, undefined, (step, of, name) => tell({ doing: 'changing', step, of, name })).close()
}
