import type { ReadableDb } from '../database.ts'
import { checkIntegrity } from './integrity.ts'
import { openMemory } from './memory.ts'
import type { OpenedFile } from './opened-file.ts'
import { closeUntouched, copyFromOpen } from './rescue.ts'

/** Everything that was acknowledged, whole, and no longer where the next start would look for it. */
export interface Adrift {
  /** All of it can be copied from here. */
  readonly db: ReadableDb
  letGo(): void
}

/** The files were moved, deleted or replaced: the connection still holds ours. */
export const adriftFrom = ({ db, close }: OpenedFile): Adrift => ({ db, letGo: close })

/**
 * Somebody wrote into our files: the connection is closed, the bytes are left as they were found, and what it remembers is taken
 * over. Null: it does not remember all of it; what it still knows is one more copy to choose, where that is sound.
 */
export function adriftInMemory(opened: OpenedFile, path: string, dataFolder: string, at: Date): Adrift | null {
  const memory = rememberedBy(opened)
  if (memory === null) layWhatIsKnown(opened.db, dataFolder, at)
  closeUntouched(path, opened.close)
  return memory === null ? null : { db: memory, letGo: () => void memory.close() }
}

/** What a connection remembers of a damaged file is one more copy to choose, where all of it is there and sound. */
export function layMemory(opened: OpenedFile, dataFolder: string, at: Date): void {
  const memory = rememberedBy(opened)
  if (memory === null) return
  try {
    copyFromOpen(memory, dataFolder, at)
  } catch {
    // The choices are those that were there before.
  } finally {
    memory.close()
  }
}

function rememberedBy({ memory }: OpenedFile): ReadableDb | null {
  try {
    return openMemory(memory)
  } catch {
    // Not enough of this machine's memory, or a connection that answers nothing any more.
    return null
  }
}

function layWhatIsKnown(db: ReadableDb, dataFolder: string, at: Date): void {
  try {
    if (checkIntegrity(db) === 'ok') copyFromOpen(db, dataFolder, at)
  } catch {
    // The choices are those that were there before.
  }
}
