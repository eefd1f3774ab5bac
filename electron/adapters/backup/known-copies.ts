import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { renamePatiently } from '../../patiently.ts'
import { readIfFile } from '../../read-if-file.ts'
import type { BackupContents } from '../../storage/file/backup.ts'

const KnownCopy = z.object({
  /** Size and time of the file that was read. */
  stamp: z.string(),
  contents: z.object({
    isGood: z.boolean(),
    noteCount: z.number().int().nullable(),
    ticketCount: z.number().int().nullable(),
  }) satisfies z.ZodType<BackupContents>,
})
export type KnownCopy = z.infer<typeof KnownCopy>

const KnownCopies = z.record(z.string(), KnownCopy)

const pathIn = (folder: string): string => join(folder, 'looked-into.json')

/** What earlier runs found in the copies, by file name; nothing when that cannot be read. */
export function readKnownCopies(folder: string): Map<string, KnownCopy> {
  try {
    return new Map(Object.entries(KnownCopies.parse(JSON.parse(readIfFile(pathIn(folder)) ?? ''))))
  } catch {
    return new Map()
  }
}

/** Best effort: what is not remembered is looked at again. */
export function rememberCopies(folder: string, known: ReadonlyMap<string, KnownCopy>): void {
  try {
    writeFileSync(`${pathIn(folder)}.new`, JSON.stringify(Object.fromEntries(known)), { mode: 0o600 })
    renamePatiently(`${pathIn(folder)}.new`, pathIn(folder))
  } catch {
    // A full or read-only disk costs the next start a look at each copy, no more.
  }
}
