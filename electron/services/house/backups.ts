import type { Backup } from '../../../shared/contract/house/workspace.ts'
import type { BackupShelf, NoCopy } from '../../adapters/backup/backup-shelf.ts'
import type { Log } from '../../adapters/log/log-port.ts'
import { changeCount } from '../../storage/file/backup.ts'
import { madeAtOf } from '../../storage/file/copy-names.ts'
import type { WorkspaceFile } from '../../storage/file/workspace-file.ts'
import type { Clock } from '../parts.ts'
import { copiesToDrop, isCopyDue, LOOK_EVERY_MS, newestFirst } from './backup-schedule.ts'

export interface Backups {
  copyNow(): Promise<Backup | NoCopy>
  /** Until the answer is called this copy is not dropped, however old it is and whoever makes another: somebody is about to go back to it. */
  keep(fileName: string): () => void
  /** What the timer asks every minute. */
  copyWhenDue(): Promise<'made' | 'not_due' | NoCopy>
  /** Whether the last copy that was made holds everything written until now. */
  holdsAll(): boolean
  /** Another database is open now; all that was counted belongs to the old one. */
  startAnew(): void
  /** Before closing: no more copies, remembers what no copy holds yet. Waits for a running one, if nobody stopped it. */
  stop(): Promise<void>
}

/** Copies by themselves while the console is open; `onCopied` is told after each one nobody asked for. */
export function startBackups(
  file: WorkspaceFile,
  shelf: BackupShelf,
  clock: Clock,
  log: Log,
  onCopied: () => void,
  isSafe: () => boolean | Promise<boolean>,
): Backups {
  const countNow = () => changeCount(file.db())
  let countAtCopy = countNow()
  // A kill right after the log was emptied leaves none; then the seal is missing all the same.
  let hadChangesBefore = file.endedUncleanly || !file.wasSealed || shelf.isMarkedChanged()
  const hasChanged = () => hadChangesBefore || countNow() !== countAtCopy

  /** What is being copied, and how much was written when that began: who asks meanwhile gets the same copy, and it holds no more. */
  let running: {
    db: ReturnType<WorkspaceFile['db']>
    countAtStart: number
    copy: ReturnType<BackupShelf['copy']>
  } | null = null
  const begin = () => {
    const [db, countAtStart] = [file.db(), countNow()]
    const copy = shelf.copy(file.path, new Date(clock.now())).finally(() => {
      running = null
    })
    return { db, countAtStart, copy }
  }

  const kept: string[] = []
  /** Copied by its name: if another file bore that meanwhile, the copy is of nobody knows what, and so it is where nobody can tell. */
  const prove = async (made: Backup, copied: ReturnType<WorkspaceFile['db']>) => {
    let isProved = false
    try {
      isProved = (await isSafe()) && file.db() === copied
    } finally {
      if (!isProved) shelf.drop([made.fileName])
    }
    if (!isProved) throw new Error('the database was replaced while it was copied')
  }

  const copyNow = async () => {
    running ??= begin()
    const { db: copied, countAtStart, copy } = running
    const made = await copy
    if (typeof made === 'string') return made
    await prove(made, copied)
    countAtCopy = countAtStart
    hadChangesBefore = false
    shelf.markChanged(false)
    shelf.drop(copiesToDrop(shelf.names(), Date.parse(clock.now())).filter((name) => !kept.includes(name)))
    return made
  }
  const copyWhenDue = async () => {
    const nowMs = Date.parse(clock.now())
    const [newest] = newestFirst(shelf.names(), nowMs)
    const facts = {
      hasChanged: file.db() !== null && hasChanged(),
      newestMadeAtMs: newest === undefined ? null : madeAtOf(newest).getTime(),
      nowMs,
    }
    if (!isCopyDue(facts)) return 'not_due'
    const made = await copyNow()
    return typeof made === 'string' ? made : 'made'
  }

  const timer = setInterval(() => {
    copyWhenDue().then(
      (outcome) => {
        if (outcome === 'made') onCopied()
        if (outcome === 'no_space') log.warn('no room for a copy of the database')
      },
      (error: unknown) => log.error('copying the database failed', 'BACKUP', error),
    )
  }, LOOK_EVERY_MS)
  // The copies must not keep a process alive that has nothing else to do.
  timer.unref()

  return {
    copyNow,
    copyWhenDue,
    keep: (fileName) => {
      kept.push(fileName)
      return () => void kept.splice(kept.indexOf(fileName), 1)
    },
    holdsAll: () => !hasChanged(),
    startAnew: () => {
      countAtCopy = countNow()
      hadChangesBefore = false
    },
    stop: async () => {
      clearInterval(timer)
      await shelf.settled()
      try {
        if (file.db() !== null && hasChanged()) shelf.markChanged(true)
      } catch (error) {
        // A disk without room must not keep the database from being closed; the next run copies after its first change.
        log.error('what no copy holds was not marked', 'BACKUP', error)
      }
    },
  }
}
