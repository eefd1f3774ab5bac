import type { Backup } from '../../../../shared/contract/house/workspace.ts'

/** The backup to begin with: the newest that can be opened. `backups` are newest first. */
export const newestGood = (backups: readonly Backup[]): Backup | null => backups.find((backup) => backup.isGood) ?? null

/** What is chosen now: the person's own choice while it is there and good, else the newest good one. */
export const chosenBackup = (backups: readonly Backup[], fileName: string | null): Backup | null =>
  backups.find((backup) => backup.fileName === fileName && backup.isGood) ?? newestGood(backups)
