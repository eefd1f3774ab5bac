import type { Service } from '../../../shared/contract/services.ts'
import type { BackupShelf } from '../../adapters/backup/backup-shelf.ts'
import type { WorkspaceFile } from '../../storage/file/workspace-file.ts'
import { diskFault } from '../../system-faults.ts'
import { refuse } from '../refuse.ts'
import type { Backups } from './backups.ts'

export interface RestoringParts {
  readonly file: WorkspaceFile
  readonly shelf: BackupShelf
  readonly backups: Backups
  holdsFolder(): boolean
  /** A session runs: its screen must not find itself in another database. */
  isListening(): boolean
  /** The open database is about to be closed: whatever works on it ends. Resolves when nobody reads it any more. */
  letGo(): Promise<void>
  /** It stays open: whatever worked on it begins anew. */
  takeUp(): void
}

/** Somebody always writes something; a copy that holds all of it is made within so many tries. */
const MOST_TRIES = 5

/** Going back to a copy while all is well: what would be lost is said before, and the present state is a copy first. */
export function restoring({ file, shelf, backups, holdsFolder, isListening, letGo, takeUp }: RestoringParts) {
  /** Looked up in the list, never joined to a path: the name comes from outside. */
  const find = async (fileName: string) => {
    if (file.db() === null) return refuse('closed')
    const wanted = (await shelf.list(false)).find((backup) => backup.fileName === fileName)
    if (wanted === undefined) return refuse('not_found')
    return wanted.isGood ? null : refuse('not_good')
  }

  /** The copy of the present state. One that was being made already may not hold all of it. */
  const copyOfAll = async () => {
    for (let attempt = 1; attempt <= MOST_TRIES; attempt += 1) {
      const made = await backups.copyNow()
      if (made === 'no_space') return refuse('no_space')
      if (made === 'ended' || file.db() === null) return refuse('closed')
      if (backups.holdsAll()) return made
    }
    return refuse('busy')
  }

  const compare: Service<'workspace'>['compareBackup'] = async ({ fileName }) => {
    const refusal = await find(fileName)
    if (refusal !== null) return refusal
    return { ok: true, value: await shelf.lossAgainst(file.path, fileName) }
  }

  let isGoingBack = false
  /** The copy of what was there, or why nothing was done. One at a time: what a second one let go of would be no more what is open then. */
  const goBack = async (fileName: string) => {
    if (isGoingBack) return refuse('busy')
    isGoingBack = true
    const letGoOfCopy = backups.keep(fileName)
    try {
      return await goBackTo(fileName)
    } finally {
      letGoOfCopy()
      isGoingBack = false
    }
  }

  const whyNot = (made: Awaited<ReturnType<typeof copyOfAll>>) => {
    if ('code' in made) return made
    if (isListening()) return refuse('listening')
    if (file.state() !== 'ready' || !holdsFolder()) return refuse('closed')
    return backups.holdsAll() ? null : refuse('busy')
  }

  const goBackTo = async (fileName: string) => {
    const refusal = await find(fileName)
    if (refusal !== null) return refusal
    if (isListening()) return refuse('listening')
    const first = await copyOfAll()
    if ('code' in first) return first
    // A thread that reads it keeps its log, and on Windows its files. What ends may store a last thing.
    const before = file.db()
    await letGo()
    try {
      const made = backups.holdsAll() ? first : await copyOfAll()
      return whyNot(made) ?? (swapped(fileName) ? made : refuse('busy'))
    } catch (error) {
      const fault = diskFault(error)
      if (fault === 'disk_full') return refuse('no_space')
      // Another program has it open.
      if (fault === 'file_held') return refuse('busy')
      throw error
    } finally {
      // Whatever kept it from being another database: those who worked on this one go on.
      if (file.db() === before) takeUp()
    }
  }

  /** Nothing is awaited here: what is written before is in the copy, what comes after goes into the other database. */
  const swapped = (fileName: string): boolean => {
    try {
      return file.goBackTo(shelf.pathOf(fileName))
    } finally {
      // Whichever database is open now, it is another connection that counts from the beginning, and a copy holds all of it.
      backups.startAnew()
    }
  }
  return { compare, goBack }
}
