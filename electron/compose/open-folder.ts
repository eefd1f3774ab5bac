import { EVERYTHING } from '../../shared/contract/entry.ts'
import type { EarshotEvent } from '../../shared/contract/events.ts'
import type { Service, Services } from '../../shared/contract/services.ts'
import { askAside } from '../adapters/asking/ask-aside.ts'
import { openBackupShelf } from '../adapters/backup/backup-shelf.ts'
import { type DatabaseChildren, databaseChildren } from '../adapters/database-child/database-children.ts'
import { readPagesInWorker } from '../adapters/integrity/read-pages.ts'
import type { Log } from '../adapters/log/log-port.ts'
import type { SettingsPort } from '../adapters/settings/settings-port.ts'
import { upgradeInWorker } from '../adapters/upgrade/upgrade-in-worker.ts'
import { firstDayOfKeys } from '../services/agents/agent-days.ts'
import type { ExportTruth } from '../services/exports/export-truth.ts'
import { startBackups } from '../services/house/backups.ts'
import { guardFile } from '../services/house/file-guard.ts'
import { startIntegrityRounds } from '../services/house/integrity-rounds.ts'
import { proveTouches } from '../services/house/touch-proof.ts'
import { upgradingFile } from '../services/house/upgrading.ts'
import { workspaceService } from '../services/house/workspace.ts'
import { sealCopies } from '../services/life-channel/sealed-copies.ts'
import { forgettingDrafts } from '../services/listening/forget-drafts.ts'
import type { Clock, ShellPort } from '../services/parts.ts'
import type { WritableDb } from '../storage/database.ts'
import { type Aside, runOn, sqliteEngine } from '../storage/engine/sqlite.ts'
import type { FolderLock } from '../storage/file/folder-lock.ts'
import type { Integrity } from '../storage/file/integrity.ts'
import { type FileState, openWorkspaceFile } from '../storage/file/workspace-file.ts'
import { ensureRoom } from '../storage/house/room.ts'
import { openSession } from '../storage/listening/sessions.ts'
import { isDamage } from '../system-faults.ts'
import { atMost } from '../team/at-most.ts'
import { joinServices, type Workspace } from './workspace.ts'

/** Whatever reads the database ends within milliseconds. */
const LONGEST_END_MS = 5_000

/** What works on the open database beside the services, as long as it is open. */
export interface Companion {
  close(): Promise<void>
}

export interface FolderParts {
  readonly dataFolder: string
  readonly settings: SettingsPort
  readonly shell: ShellPort
  readonly log: Log
  readonly clock: Clock
  readonly appVersion: string
  readonly isDemo: boolean
  readonly isThrowAway: boolean
  readonly lock: FolderLock
  emit(event: EarshotEvent): void
  /** Hears every event until the answer is called. */
  on(listener: (event: EarshotEvent) => void): () => void
  /** Runs on each database right after it was opened, before anything is written to it. */
  prepare?(db: WritableDb): void
  /** Where the ledger and the rows of files are asked; left out: in the folder's own database. */
  readonly exportTruth?: ExportTruth
  /** Whether the hub that this folder belongs to is away now. */
  isCutOff?(): boolean
  /** Begins beside the services of each database. */
  accompany?(db: WritableDb): Companion
}

/** A folder with one database: open, or closed for a reason that has a screen, and whatever looks after it. */
export interface OpenFolder {
  /** What can be asked now: `workspace` always, the rest while the database is open. */
  services(): Partial<Services> & { readonly workspace: Service<'workspace'> }
  state(): FileState
  db(): WritableDb | null
  isDataSafe(): boolean | Promise<boolean>
  isListening(): boolean
  /** A service met this: where the file is broken, the database is closed. */
  noticeError(error: unknown): void
  /** Resolves when a database of an older version was brought up to date, or could not be. */
  upgraded(): Promise<void>
  /** Ends all that works on it, writes the log into the file and closes it. */
  close(): Promise<void>
}

export async function openFolder(parts: FolderParts): Promise<OpenFolder> {
  const { dataFolder, settings, shell, log, clock, emit, on } = parts
  const { renew } = parts.lock
  const file = openWorkspaceFile(
    dataFolder,
    () => new Date(clock.now()),
    (db) => {
      parts.prepare?.(db)
      sqliteEngine(db).transact(() => ensureRoom(clock))
    },
    'elsewhere',
  )
  const children = databaseChildren(shell.startChild)
  const checkAll = () => checkElsewhere(children, file.path)
  const shelf = openBackupShelf(dataFolder, children)
  const tellOfWorkspace = () => emit({ kind: 'changed', topics: ['workspace'] })
  const backups = startBackups(file, shelf, clock, log, tellOfWorkspace, () => guard.isSafe())
  const tellOfAll = () => {
    if (file.state() === 'ready') backups.startAnew()
    current()
    emit({ kind: 'changed', topics: EVERYTHING })
  }
  const upgrading = upgradingFile({
    file,
    begin: (stepped) =>
      upgradeInWorker({ path: file.path, dataFolder, atMs: Date.parse(clock.now()) }, stepped, ({ at, said }) =>
        log.warn(`the database could not be brought up to date: ${at}: ${said}`),
      ),
    tell: tellOfWorkspace,
    surprised: (error) => log.error('the database could not be brought up to date', 'UPGRADE', error),
    done: () => {
      log.info(`the database is ${file.state()} after it was to be brought up to date`)
      tellOfAll()
    },
  })
  const isListening = () => {
    const db = file.db()
    return db !== null && runOn(db, openSession(null)) !== null
  }
  const keysBefore = () => {
    const db = file.db()
    return db === null || isListening() ? null : runOn(db, firstDayOfKeys(clock.now()))
  }
  const sealedCopies = sealCopies({ file, shelf, clock, log, keysBefore, told: tellOfWorkspace })
  const stopSealingCopies = on(sealedCopies.heard)
  const workspace = workspaceService({
    ...{ ...parts, file, shelf, backups, upgrading, isListening, letGo: () => letGo(), takeUp: () => takeUp() },
    holdsFolder: () => renew() === 'held',
  })
  const join = (db: WritableDb, aside: Aside): Workspace =>
    joinServices(
      {
        ...{ db, engine: sqliteEngine(db, aside), databasePath: file.path, forgetDrafts: forgettingDrafts(db, log) },
        ...{ dataFolder, clock, settings, shell, log, emit, on },
        ...(parts.isCutOff === undefined ? {} : { isCutOff: parts.isCutOff }),
      },
      parts.exportTruth,
    )
  interface Joined {
    readonly db: WritableDb
    readonly aside: ReturnType<typeof askAside>
    readonly workspace: Workspace
    readonly companion: Companion | undefined
  }
  let joined: Joined | null = null
  /** The services of the database that is open now: a restored one gets its own. */
  const current = (): Workspace | null => {
    const db = file.db()
    if (db !== null && joined?.db !== db) {
      const aside = askAside(file.path, log)
      joined = { db, aside, workspace: join(db, aside), companion: parts.accompany?.(db) }
    }
    return db === null ? null : (joined?.workspace ?? null)
  }
  current()
  const letGo = async () => {
    const ends = [joined?.workspace.close(), joined?.companion?.close(), joined?.aside.stop()]
    // One that hangs on a drive or a hub that does not answer holds nothing of the file.
    const all = await atMost(LONGEST_END_MS, Promise.allSettled(ends))
    for (const end of all ?? [])
      if (end.status === 'rejected') log.error('work in the background did not end well', 'CLOSE', end.reason)
  }
  const takeUp = () => {
    joined = null
    current()
  }
  const closeFor = (kind: 'broken' | 'indexes') => {
    if (file.db() === null) return
    void letGo()
    file.noticeDamage(kind)
    log.warn(`the database is closed: ${kind}`)
    tellOfWorkspace()
  }
  const guard = guardFile({
    ...{ file, clock, log, letGo: () => void letGo(), renewLock: renew },
    proof: proveTouches({ file, log, readPages: readPagesInWorker, checkAll }),
    tellAll: tellOfAll,
  })
  const rounds = startIntegrityRounds({
    ...{ dataFolder, clock, log, isSuspect: !file.wasSealed, isNew: file.wasMade },
    check: () => (file.db() === null ? null : checkAll()),
    found: closeFor,
  })
  await upgrading.settledIfShort()

  return {
    services: () => ({ workspace, ...current()?.services }),
    state: file.state,
    db: file.db,
    isDataSafe: guard.isSafe,
    isListening,
    noticeError: (error) => {
      if (isDamage(error)) closeFor('broken')
    },
    upgraded: upgrading.settled,
    close: async () => {
      // One that does not end well keeps neither the others nor the file from being closed.
      for (const end of [
        stopSealingCopies,
        sealedCopies.stop,
        () => children.stop(),
        () => sealedCopies.settled(),
        () => upgrading.stop(),
        () => guard.stop(),
        () => rounds.stop(),
        () => joined?.companion?.close(),
        () => joined?.workspace.close(),
        () => joined?.aside.stop(),
        () => backups.stop(),
      ])
        await Promise.resolve()
          .then(end)
          .catch((error: unknown) => log.error('work in the background did not end well', 'CLOSE', error))
      file.close()
    },
  }
}

/** `ended`: the console ends. */
async function checkElsewhere(children: DatabaseChildren, path: string): Promise<Integrity | 'ended'> {
  const answer = await children.ask('check', { path })
  if (answer.ok) return answer.value
  if (answer.why === 'ended') return 'ended'
  throw Object.assign(new Error('the database could not be looked through'), answer.said)
}
