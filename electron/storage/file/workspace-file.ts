import { rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Mending, WorkspaceFault } from '../../../shared/contract/house/workspace.ts'
import { errorCode } from '../../error-code.ts'
import { isFolder, isTaken, setAside } from '../../set-aside.ts'
import { isNoSpace } from '../../system-faults.ts'
import type { WritableDb } from '../database.ts'
import { type Adrift, adriftFrom, adriftInMemory, layMemory } from './adrift.ts'
import { backupFolder, listBackupNames } from './backup.ts'
import { dropLeftovers, endedUncleanlyOr, followLink } from './before-opening.ts'
import { checkpoint } from './checkpoint.ts'
import type { Look } from './file-watch.ts'
import { inspectDatabase, suspicionOf } from './inspect.ts'
import { compareWithDisk } from './memory.ts'
import { type OpenedFile, openFile, whyNotOpened } from './opened-file.ts'
import type { PagesRead } from './page-digests.ts'
import type { PageWitness } from './page-witness.ts'
import { rebuildDatabase } from './repair.ts'
import { dropReplaced } from './replaced.ts'
import {
  clearTheWay,
  closeUntouched,
  copyFromOpen,
  keepAside,
  layCopyWithoutLog,
  makeEmpty,
  placeAlone,
  placeCopy,
} from './rescue.ts'
import { breakSeal, hasSeal, seal } from './seal.ts'

export type FileState = 'ready' | 'upgrading' | 'damaged' | 'newer'

/** The one database file of a data folder: open, or closed for a reason that has a screen. */
export interface WorkspaceFile {
  readonly path: string
  state(): FileState
  /** Null unless damaged. */
  fault(): WorkspaceFault | null
  /** How often it was closed for a fault: whoever waited meanwhile may not take the next one for the one they wrote into. */
  closings(): number
  /** What was done to the folder without asking, oldest first. */
  mendings(): readonly Mending[]
  /** Null unless the state is `ready`. */
  db(): WritableDb | null
  /** Whether the last Earshot left a write-ahead log behind: it did not end by itself. */
  readonly endedUncleanly: boolean
  /** Whether the file's bytes are known to be those Earshot left; else its indexes want a look. */
  readonly wasSealed: boolean
  /** Whether there was none, so that an empty one was made. */
  readonly wasMade: boolean
  /**
   * Whether the files are still those that were opened. Asked before a write is begun and before it is acknowledged. `touched`:
   * nobody knows before all of the file was read.
   */
  look(): 'same' | 'touched' | 'changed'
  /** What its pages are meant to be; null while none is open. */
  witness(): PageWitness | null
  /** A touched file was read: whether its bytes are ours. */
  settle(areOurs: boolean, read: Pick<PagesRead, 'mtimeMs'>): void
  /** Compares a touched file with what the connection remembers, here and now. False: it does not remember all of it. */
  settleFromMemory(): boolean
  /**
   * They are not. Puts everything back where our own bytes are whole, on the disk or in memory, and answers true: what was
   * acknowledged is safe. False: the database is closed, with a fault.
   */
  save(at: Date): boolean
  /** Drops what was found in its place again and again, and is needless. Answers the names. */
  dropReplaced(): string[]
  /** As of the last look. */
  logBytes(): number
  /** Writes a log that is longer than this into the file, and keeps all of it in memory; nobody waits for it. */
  tidy(longestBytes: number): void
  /** Something is wrong with it: nothing more is read or written. */
  noticeDamage(kind: WorkspaceFault['kind']): void
  /** Keeps the present file beside under a dated name, puts the copy (or an empty database) in its place and opens it. */
  replaceWith(copyPath: string | null, at: Date): void
  /**
   * Closes the sound database, puts the copy in its place and opens it. When the copy cannot be placed, what was there is open again.
   * False: so it is, because a thread reads it and keeps its log, which would be taken for the copy's.
   */
  goBackTo(copyPath: string): boolean
  /** Opens the tables with everything else made anew, the file as it was kept beside. False: that cannot be done. */
  repair(at: Date): boolean
  /** Opens the file that lies there though it is not what Earshot left. */
  openAsItIs(): void
  /** Looks once more; while adrift, tries to put the file back. */
  lookAgain(at: Date): void
  /** In the state `upgrading`: somebody brought it to this version elsewhere, or could not. Opens it, or closes it with a fault. */
  upgraded(why: WorkspaceFault | 'newer' | null): void
  /** Writes the log into the file, removes it, closes, seals. */
  close(): void
}

/** `prepare` runs on each database right after it was opened. One of an older version is brought up to date `here`, or waits for `upgraded`. */
export function openWorkspaceFile(
  dataFolder: string,
  now: () => Date,
  prepare: (db: WritableDb) => void,
  upgrades: 'here' | 'elsewhere' = 'here',
): WorkspaceFile {
  const path = followLink(join(dataFolder, 'earshot.db'))
  const mendings: Mending[] = []
  const noteMending = (kind: Mending['kind'], keptAs: string | null, at: Date) =>
    mendings.push({ kind, keptAs, at: at.toISOString() })
  for (const folder of [backupFolder(dataFolder), join(dataFolder, 'outbox')])
    if (isTaken(folder) && !isFolder(folder)) noteMending('set_aside', basename(setAside(folder, now())), now())
  dropLeftovers(dataFolder, path)
  // Copies that cannot be seen may be there all the same.
  const areCopiesHidden = mendings.length > 0
  const isExpected = () => areCopiesHidden || hasSeal(path) || listBackupNames(dataFolder).length > 0
  const wasUnclean = endedUncleanlyOr(path)

  let state: FileState = 'ready'
  let fault: WorkspaceFault | null = null
  let opened: OpenedFile | null = null
  /** What a look found once: a write that slips in between must not make it good again. */
  let verdict: Exclude<Look, 'touched'> = 'same'
  let adrift: Adrift | null = null
  let wasSealed = false
  let wasMade = false
  let closings = 0

  const fail = (kind: WorkspaceFault['kind'], code: string | null = null) => {
    state = 'damaged'
    fault = { kind, code }
    closings += 1
  }

  const open = () => {
    state = 'ready'
    fault = null
    try {
      for (const kept of clearTheWay(path, now())) noteMending('set_aside', kept, now())
      const finding = inspectDatabase(path, isExpected())
      if (finding.kind === 'newer') state = 'newer'
      if (finding.kind === 'damaged') {
        fail(finding.fault, finding.code ?? null)
        layCopyWithoutLog(dataFolder, path)
      }
      if (finding.kind !== 'missing' && finding.kind !== 'sound') return
      wasSealed = finding.kind !== 'sound' || finding.isSealed
      breakSeal(path)
      wasMade = finding.kind === 'missing'
      if (wasMade) makeEmpty(path)
      if (finding.kind === 'sound' && finding.isOlder && upgrades === 'elsewhere') state = 'upgrading'
      else openNow()
    } catch (error) {
      notOpened(error)
    }
  }
  const openNow = () => {
    opened = openFile(path, dataFolder, now, prepare)
    rmSync(suspicionOf(path), { recursive: true, force: true })
    state = 'ready'
  }
  const notOpened = (error: unknown) => {
    letGo()
    closedFor(whyNotOpened(error))
  }
  const closedFor = (why: WorkspaceFault | 'newer') => {
    if (why === 'newer') state = why
    else fail(why.kind, why.code)
  }
  const letGo = () => {
    opened?.close()
    opened = null
  }
  const dropAdrift = () => {
    adrift?.letGo()
    adrift = null
  }

  /** The whole of it as a copy first, so that a kill at any moment leaves it among the backups; then that copy in its place. */
  const putBack = (from: Adrift, at: Date): boolean => {
    adrift = from
    let copy: string
    try {
      copy = copyFromOpen(from.db, dataFolder, at)
    } catch (error) {
      fail('adrift', errorCode(error) || null)
      return false
    }
    try {
      const keptAs = keepAside(path, at, 'replaced')
      placeCopy(copy, path)
      noteMending('put_back', keptAs, at)
    } catch (error) {
      // The whole of it is the newest backup now, and the screen offers it.
      fail('gone', errorCode(error) || null)
      return false
    } finally {
      dropAdrift()
    }
    open()
    return state === 'ready'
  }
  /** Whoever works in the background, or stores a last thing on being told, writes nothing more into files that are not ours, or are spoilt. */
  const condemn = (found: Exclude<Look, 'touched' | 'same'>) => {
    verdict = found
    opened?.db.pragma('query_only = ON')
  }
  const look = () => {
    if (verdict !== 'same') return 'changed'
    const found = opened?.watch.look() ?? 'same'
    if (found === 'touched' || found === 'same') return found
    condemn(found)
    return 'changed'
  }
  const save = (at: Date): boolean => {
    if (opened === null) return false
    if (look() !== 'changed') return true
    const held = opened
    const found = verdict
    verdict = 'same'
    held.db.pragma('query_only = OFF')
    opened = null
    const from = found === 'taken' ? adriftFrom(held) : adriftInMemory(held, path, dataFolder, at)
    if (from !== null) return putBack(from, at)
    fail('changed')
    return false
  }
  const settle = (areOurs: boolean, read: Pick<PagesRead, 'mtimeMs'>) => {
    if (!areOurs || opened?.watch.believe(read) === false) condemn('written')
  }
  /** At the end the bytes are looked at as well: a disk that spoils a page tells nobody, and the seal would call it ours. */
  const lookLast = (): 'ours' | 'unknown' => {
    const seen = look()
    const compared = opened === null || seen === 'changed' ? 'unknown' : compareWithDisk(path, opened.memory)
    if (compared === 'differs') condemn('written')
    return compared === 'same' || seen === 'same' ? 'ours' : 'unknown'
  }
  /** Before another file is put in its place. */
  const clear = (at: Date) => {
    dropAdrift()
    keepAside(path, at, 'damaged')
    rmSync(suspicionOf(path), { recursive: true, force: true })
    breakSeal(path)
  }

  open()
  return {
    path,
    endedUncleanly: wasUnclean,
    get wasSealed() {
      return wasSealed
    },
    get wasMade() {
      return wasMade
    },
    state: () => state,
    fault: () => (state === 'damaged' ? fault : null),
    closings: () => closings,
    mendings: () => mendings,
    db: () => opened?.db ?? null,
    look,
    witness: () => opened?.watch.witness ?? null,
    settle,
    settleFromMemory: () => {
      const read = statSync(path, { throwIfNoEntry: false })
      const found = opened === null || read === undefined ? 'unknown' : compareWithDisk(path, opened.memory)
      if (found === 'unknown' || read === undefined) return false
      settle(found === 'same', read)
      return true
    },
    save,
    dropReplaced: () => (opened === null ? [] : dropReplaced(path, opened.db)),
    logBytes: () => opened?.watch.logSizeBytes() ?? 0,
    tidy: (longestBytes) => {
      if (opened === null) return
      opened.memory.refresh()
      if (opened.watch.logSizeBytes() > longestBytes) checkpoint(opened.db, 'TRUNCATE')
    },
    noticeDamage: (kind) => {
      fail(kind)
      // Another console has it open now: not a byte of it is ours to put back.
      if (kind === 'in_use') return letGo()
      if (opened !== null) layMemory(opened, dataFolder, now())
      closeUntouched(path, letGo)
      try {
        writeFileSync(suspicionOf(path), '')
      } catch {
        // A disk that is full or gone as well: this run knows all the same, and the next one looks at small files anyway.
      }
    },
    replaceWith: (copyPath, at) => {
      clear(at)
      if (copyPath === null) makeEmpty(path)
      else placeCopy(copyPath, path)
      open()
    },
    goBackTo: (copyPath) => {
      if (opened === null) return false
      checkpoint(opened.db, 'TRUNCATE')
      letGo()
      breakSeal(path)
      try {
        return placeAlone(copyPath, path)
      } finally {
        open()
      }
    },
    repair: (at) => {
      const rebuilt = `${path}.rebuilt`
      dropLeftovers(dataFolder, path)
      try {
        if (!rebuildDatabase(path, rebuilt)) return false
      } catch (error) {
        if (isNoSpace(error)) throw error
        return false
      }
      clear(at)
      placeCopy(rebuilt, path)
      dropLeftovers(dataFolder, path)
      open()
      return true
    },
    openAsItIs: () => {
      dropAdrift()
      breakSeal(path)
      open()
    },
    lookAgain: (at) => {
      if (adrift !== null) putBack(adrift, at)
      else if (state === 'damaged') open()
    },
    upgraded: (why) => {
      if (state !== 'upgrading') return
      try {
        if (why === null) openNow()
        else closedFor(why)
      } catch (error) {
        notOpened(error)
      }
    },
    close: () => {
      if (adrift !== null) putBack(adrift, now())
      const areKnown = lookLast() === 'ours'
      const isPutBack = verdict !== 'same' && save(now())
      if (opened === null) return
      try {
        checkpoint(opened.db, 'TRUNCATE')
      } catch {
        // No room: what stands in the log is safe there, and the next start writes it into the file.
      }
      letGo()
      if ((areKnown || isPutBack) && !endedUncleanlyOr(path)) seal(path)
    },
  }
}
