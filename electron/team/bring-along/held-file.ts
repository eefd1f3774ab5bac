import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { ReadableDb } from '../../storage/database.ts'
import { migrationVersion, openForReading } from '../../storage/open.ts'

/** The file in which a desk alone works; while the desk belongs to a hub nobody else has it open. */
export interface HeldAlone {
  /** Null: there is none, or it cannot be read. */
  read<T>(work: (from: ReadableDb) => T): T | null
  /** The file is closed again at the end of the work. Throws `EarlierVersion`, and what SQLite throws. */
  during(work: (from: ReadableDb) => Promise<void>): Promise<void>
}

/** Left by an earlier Earshot, and not opened alone since: whoever goes back to it has it brought up to date. */
export class EarlierVersion extends Error {}

export function heldAloneIn(dataFolder: string): HeldAlone {
  const path = join(dataFolder, 'earshot.db')
  return {
    read: (work) => {
      if (!existsSync(path)) return null
      try {
        const from = openForReading(path)
        try {
          return work(from)
        } finally {
          from.close()
        }
      } catch {
        return null
      }
    },
    during: async (work) => {
      const from = openForReading(path)
      try {
        if (migrationVersion(from) !== migrationVersion(null)) throw new EarlierVersion()
        await work(from)
      } finally {
        from.close()
      }
    },
  }
}
