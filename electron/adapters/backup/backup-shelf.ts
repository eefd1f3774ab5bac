import { existsSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Backup, RestoreLoss } from '../../../shared/contract/house/workspace.ts'
import { patiently } from '../../patiently.ts'
import { readIfFile } from '../../read-if-file.ts'
import { makeFolder } from '../../set-aside.ts'
import {
  type BackupContents,
  backupFolder,
  dropUnfinished,
  listBackupNames,
  nextBackupPath,
  unfinishedOf,
} from '../../storage/file/backup.ts'
import { madeAtOf } from '../../storage/file/copy-names.ts'
import type { LetGo } from '../../storage/life-channel/seal-copy.ts'
import { isNoSpace } from '../../system-faults.ts'
import { type DatabaseChildren, databaseChildren } from '../database-child/database-children.ts'
import { type KnownCopy, readKnownCopies, rememberCopies } from './known-copies.ts'

/** Why no copy was made. `ended`: the console ends, and whoever made it was stopped. */
export type NoCopy = 'no_space' | 'ended'

/** The copies of one data folder. Nothing here blocks the main thread for longer than a look at the folder. */
export interface BackupShelf {
  /**
   * Newest first. With `believesEarlierRuns` a file that did not change is what it was when it was last read, which is quick;
   * without, each is read through once in this run: before one of them is to be trusted.
   */
  list(believesEarlierRuns: boolean): Promise<Backup[]>
  /** One copy at a time: who asks while one is being made gets that one. */
  copy(databasePath: string, at: Date): Promise<Backup | NoCopy>
  /** What the open database holds and this copy does not. */
  lossAgainst(databasePath: string, fileName: string): Promise<RestoreLoss>
  /**
   * Makes a copy anew that holds what the open database let go of since; `nothing`: it holds nothing of it, or was dropped meanwhile; `stays`: it is of an older version, and
   * cannot be brought up to this one.
   */
  seal(letGo: LetGo, fileName: string): Promise<'made_anew' | 'nothing' | 'stays' | 'ended'>
  /** Remembers over a restart for what the copies were looked through; null: for nothing. */
  markSealed(what: string): void
  sealedFor(): string | null
  drop(fileNames: readonly string[]): void
  names(): string[]
  pathOf(fileName: string): string
  /** Remembers over a restart that the newest copy does not hold everything. */
  markChanged(isChanged: boolean): void
  isMarkedChanged(): boolean
  /** Resolves when no copy is being made; at once after the children were stopped. */
  settled(): Promise<void>
}

export function openBackupShelf(dataFolder: string, children: DatabaseChildren = databaseChildren()): BackupShelf {
  /** However many windows ask, a copy is read by one. */
  const looks = new Map<string, Promise<Backup>>()
  const seen = new Map<string, KnownCopy>()
  const earlier = readKnownCopies(backupFolder(dataFolder))
  const marker = join(backupFolder(dataFolder), 'changes-not-copied')
  const sealMarker = join(backupFolder(dataFolder), 'sealed-up-to')
  let [sealedFor = null, ...keptAsTheyWere] = readIfFile(sealMarker)?.split('\n') ?? []
  /** Copies that hold words that were sealed since, as they could not be made anew. */
  const unsealed = new Set(keptAsTheyWere)
  let running: Promise<Backup | NoCopy> | null = null

  const pathOf = (fileName: string) => join(backupFolder(dataFolder), fileName)
  const stampOf = (fileName: string) => {
    const { size, mtimeMs } = statSync(pathOf(fileName))
    return `${size} ${Math.round(mtimeMs)}`
  }
  const describe = (fileName: string, contents: BackupContents): Backup => ({
    fileName,
    madeAt: madeAtOf(fileName).toISOString(),
    sizeBytes: statSync(pathOf(fileName)).size,
    saysSealed: unsealed.has(fileName),
    ...contents,
  })
  const remember = (fileName: string, known: KnownCopy) => {
    seen.set(fileName, known)
    const here = new Set(listBackupNames(dataFolder))
    rememberCopies(backupFolder(dataFolder), new Map([...earlier, ...seen].filter(([name]) => here.has(name))))
  }
  const readThrough = async (fileName: string, stamp: string): Promise<Backup> => {
    // Whoever reads it may be killed, as by a machine that runs out of memory: the others are listed all the same.
    const answer = await children.ask('look', { path: pathOf(fileName) }).catch(() => ({ ok: false }) as const)
    // Unreadable is not good, but it is not remembered either: the disk may answer next time.
    if (!answer.ok) return describe(fileName, { isGood: false, noteCount: null, ticketCount: null })
    remember(fileName, { stamp, contents: answer.value })
    return describe(fileName, answer.value)
  }
  const look = (fileName: string, believesEarlierRuns: boolean): Promise<Backup> | Backup => {
    const stamp = stampOf(fileName)
    const known = seen.get(fileName) ?? (believesEarlierRuns ? earlier.get(fileName) : undefined)
    if (known?.stamp === stamp) return describe(fileName, known.contents)
    const key = `${fileName} ${stamp}`
    const looking = looks.get(key) ?? readThrough(fileName, stamp).finally(() => looks.delete(key))
    looks.set(key, looking)
    return looking
  }
  /** Null: it was dropped while the others were looked at. */
  const lookIfThere = async (fileName: string, believesEarlierRuns: boolean): Promise<Backup | null> => {
    try {
      return await look(fileName, believesEarlierRuns)
    } catch (error) {
      if (existsSync(pathOf(fileName))) throw error
      return null
    }
  }
  const make = async (databasePath: string, at: Date): Promise<Backup | NoCopy> => {
    let path: string
    try {
      path = nextBackupPath(dataFolder, at)
    } catch (error) {
      if (isNoSpace(error)) return 'no_space'
      throw error
    }
    const unfinished = unfinishedOf(path)
    try {
      const answer = await children.ask('copy', { from: databasePath, unfinished })
      if (!answer.ok) {
        if (answer.why !== 'failed') return answer.why
        throw Object.assign(new Error('no copy of the database could be made'), answer.said)
      }
      // Named here, where the folder is held: the process of an Earshot that was killed goes on for a while.
      await patiently(() => rename(unfinished, path))
      const fileName = basename(path)
      remember(fileName, { stamp: stampOf(fileName), contents: answer.value })
      return describe(fileName, answer.value)
    } finally {
      dropQuietly(unfinished)
    }
  }

  const sealOne = async (letGo: LetGo, fileName: string): ReturnType<BackupShelf['seal']> => {
    const path = pathOf(fileName)
    const unfinished = unfinishedOf(path)
    const answer = await children.ask('seal', { letGo, path, unfinished })
    if (!answer.ok && answer.why === 'ended') return 'ended'
    if (!answer.ok) throw Object.assign(new Error('a copy could not be made anew'), answer.said)
    if (typeof answer.value === 'string') return answer.value
    if (!existsSync(path)) {
      dropQuietly(unfinished)
      return 'nothing'
    }
    await patiently(() => rename(unfinished, path))
    remember(fileName, { stamp: stampOf(fileName), contents: answer.value })
    return 'made_anew'
  }

  return {
    pathOf,
    names: () => listBackupNames(dataFolder),
    list: async (believesEarlierRuns) => {
      const found: Backup[] = []
      // One after the other: two processes reading large files at once only fight for the disk.
      for (const fileName of listBackupNames(dataFolder)) {
        const copy = await lookIfThere(fileName, believesEarlierRuns)
        if (copy !== null) found.push(copy)
      }
      return found
    },
    copy: (databasePath, at) => {
      running ??= make(databasePath, at).finally(() => {
        running = null
      })
      return running
    },
    lossAgainst: async (databasePath, fileName) => {
      const answer = await children.ask('loss', { from: databasePath, path: pathOf(fileName) })
      if (answer.ok) return answer.value
      throw Object.assign(new Error('a copy could not be compared'), answer.why === 'ended' ? {} : answer.said)
    },
    seal: async (letGo, fileName) => {
      const outcome = await sealOne(letGo, fileName).catch((error: unknown) => {
        unsealed.add(fileName)
        throw error
      })
      if (outcome === 'stays') unsealed.add(fileName)
      else if (outcome !== 'ended') unsealed.delete(fileName)
      return outcome
    },
    markSealed: (what) => {
      sealedFor = what
      const here = new Set(listBackupNames(dataFolder))
      writeFileSync(sealMarker, [what, ...[...unsealed].filter((name) => here.has(name))].join('\n'))
    },
    sealedFor: () => sealedFor,
    drop: (fileNames) => {
      for (const fileName of fileNames) removeQuietly(pathOf(fileName))
    },
    markChanged: (isChanged) => {
      if (!isChanged) rmSync(marker, { force: true })
      else {
        makeFolder(backupFolder(dataFolder))
        writeFileSync(marker, '')
      }
    },
    isMarkedChanged: () => existsSync(marker),
    settled: async () => {
      await running?.catch(() => {})
    },
  }
}

/** One that somebody just carries elsewhere goes after the next copy. */
function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {}
}

/** One that a process still has open, in a call that does not return, goes at the next start. */
function dropQuietly(unfinished: string): void {
  try {
    dropUnfinished(unfinished)
  } catch {}
}
