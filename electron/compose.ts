import type { EarshotEvent } from '../shared/contract/events.ts'
import { EVERYTHING } from '../shared/contract/house/workspace.ts'
import type { Services } from '../shared/contract/services.ts'
import { openBackupShelf } from './adapters/backup/backup-shelf.ts'
import { type DatabaseChildren, databaseChildren } from './adapters/database-child/database-children.ts'
import { readPagesInWorker } from './adapters/integrity/read-pages.ts'
import type { Log } from './adapters/log/log-port.ts'
import type { SettingsPort } from './adapters/settings/settings-port.ts'
import { upgradeInWorker } from './adapters/upgrade/upgrade-in-worker.ts'
import { type FolderFault, folderSentence, prepareDataFolder } from './data-folder.ts'
import { type LooseServices, makeDoor, type OwnDoor } from './door.ts'
import { exportsService } from './services/exports/exports.ts'
import { startBackups } from './services/house/backups.ts'
import { calendarService } from './services/house/calendar.ts'
import { guardFile } from './services/house/file-guard.ts'
import { startIntegrityRounds } from './services/house/integrity-rounds.ts'
import { peopleService } from './services/house/people.ts'
import { roomService } from './services/house/room.ts'
import { settingsService } from './services/house/settings.ts'
import { proveTouches } from './services/house/touch-proof.ts'
import { upgradingFile } from './services/house/upgrading.ts'
import { workspaceService } from './services/house/workspace.ts'
import { conversationsService } from './services/listening/conversations.ts'
import { draftsService } from './services/listening/drafts.ts'
import { forgettingDrafts } from './services/listening/forget-drafts.ts'
import { notesService } from './services/listening/notes.ts'
import { sessionsService } from './services/listening/sessions.ts'
import { makeStopwatch, startTicking, stopQuietly } from './services/listening/stopwatch.ts'
import type { Clock, ServiceParts, ShellPort } from './services/parts.ts'
import { searchService } from './services/search/search.ts'
import { makeSearchIndex } from './services/search/search-index.ts'
import { bookingsService } from './services/seats/bookings.ts'
import { noDesks } from './services/team/desks.ts'
import { teamService } from './services/team/team.ts'
import { manyTicketsService } from './services/tickets/many-tickets.ts'
import { openDeadlines } from './services/tickets/recounted.ts'
import { ticketsService } from './services/tickets/tickets.ts'
import type { WritableDb } from './storage/database.ts'
import { runOn, sqliteEngine } from './storage/engine/sqlite.ts'
import { type FolderLock, lockFolder } from './storage/file/folder-lock.ts'
import type { Integrity } from './storage/file/integrity.ts'
import { openWorkspaceFile } from './storage/file/workspace-file.ts'
import { ensureRoom } from './storage/house/room.ts'
import { openSession } from './storage/listening/sessions.ts'
import { systemClock } from './system-clock.ts'
import { isDamage } from './system-faults.ts'
import { sweepProfiles } from './window-profile.ts'

export interface ConsoleOptions {
  readonly dataFolder: string
  readonly settings: SettingsPort
  readonly shell: ShellPort
  readonly log: Log
  readonly appVersion: string
  readonly isDemo: boolean
  /** The data folder goes with the end of the run. */
  readonly isThrowAway?: boolean
  readonly clock?: Clock
}

export interface OpenConsole {
  /** For whoever sits at this desk. */
  readonly call: OwnDoor
  /** Hears every event until the answer is called. */
  on(listener: (event: EarshotEvent) => void): () => void
  /** Resolves when a database of an older version was brought up to date, or could not be. */
  upgraded(): Promise<void>
  /** Checkpoints and closes the database, lets go of the folder. Safe to call twice. */
  close(): Promise<void>
}

/** `sentence` is for a person, in the console's language. */
export type Opened = { ok: true; console: OpenConsole } | { ok: false; code: FolderFault; sentence: string }

/** The one place where settings, storage, services and door are joined. Both shells and the tests start here. */
export async function openConsole(options: ConsoleOptions): Promise<Opened> {
  const { dataFolder, settings, shell, log } = options
  const clock = options.clock ?? systemClock
  const refuse = (code: FolderFault): Opened => ({
    ok: false,
    code,
    sentence: folderSentence(code, dataFolder, settings.read().language),
  })
  const fault = prepareDataFolder(dataFolder)
  if (fault !== null) return refuse(fault)
  let lock: FolderLock | 'in_use'
  try {
    lock = lockFolder(dataFolder)
  } catch (error) {
    log.error('the folder could not be locked', 'OPEN', error)
    return refuse('cannot_open')
  }
  if (lock === 'in_use') return refuse('folder_in_use')
  const { renew, release } = lock

  const listeners = new Set<(event: EarshotEvent) => void>()
  const emit = (event: EarshotEvent) => {
    for (const listener of listeners) listener(event)
  }
  try {
    sweepProfiles(dataFolder)
    const file = openWorkspaceFile(
      dataFolder,
      () => new Date(clock.now()),
      (db) => sqliteEngine(db).transact(() => ensureRoom(clock)),
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
    const always = {
      settings: settingsService({ settings, shell }),
      team: teamService(),
      desks: noDesks(),
      workspace: workspaceService({
        ...{ ...options, clock, file, shelf, backups, upgrading, letGo: () => letGo() },
        isThrowAway: options.isThrowAway ?? false,
        isListening: () => {
          const db = file.db()
          return db !== null && runOn(db, openSession(null)) !== null
        },
        holdsFolder: () => renew() === 'held',
      }),
    }
    const join = (db: WritableDb) =>
      joinServices({
        db,
        engine: sqliteEngine(db),
        databasePath: file.path,
        dataFolder,
        clock,
        settings,
        shell,
        log,
        forgetDrafts: forgettingDrafts(db, log),
        emit,
      })
    let joined: { db: WritableDb; workspace: Workspace } | null = null
    /** The services of the database that is open now: a restored one gets its own. */
    const current = (): Workspace | null => {
      const db = file.db()
      if (db !== null && joined?.db !== db) joined = { db, workspace: join(db) }
      return db === null ? null : (joined?.workspace ?? null)
    }
    current()
    const letGo = () => void joined?.workspace.close()
    const closeFor = (kind: 'broken' | 'indexes') => {
      if (file.db() === null) return
      letGo()
      file.noticeDamage(kind)
      log.warn(`the database is closed: ${kind}`)
      tellOfWorkspace()
    }
    const guard = guardFile({
      ...{ file, clock, log, letGo, renewLock: renew },
      proof: proveTouches({ file, log, readPages: readPagesInWorker, checkAll }),
      tellAll: tellOfAll,
    })
    const rounds = startIntegrityRounds({
      ...{ dataFolder, clock, log, isSuspect: !file.wasSealed, isNew: file.wasMade },
      check: () => (file.db() === null ? null : checkAll()),
      found: closeFor,
    })

    const door = makeDoor({
      services: () => ({ ...always, ...current()?.services }) as LooseServices,
      isDataSafe: guard.isSafe,
      emit,
      surprise: (name, reference, error) => {
        log.error(`${name} failed`, reference, error)
        if (isDamage(error)) closeFor('broken')
      },
    })
    await upgrading.settledIfShort()
    log.info(`Earshot ${options.appVersion} opened its data folder: ${file.state()}`)

    let closing: Promise<void> | null = null
    const close = async () => {
      // One that does not end well keeps neither the others nor the file from being closed.
      for (const end of [
        () => children.stop(),
        () => upgrading.stop(),
        () => guard.stop(),
        () => rounds.stop(),
        () => joined?.workspace.close(),
        () => backups.stop(),
      ])
        await Promise.resolve()
          .then(end)
          .catch((error: unknown) => log.error('work in the background did not end well', 'CLOSE', error))
      try {
        file.close()
      } finally {
        release()
      }
      log.info('closed')
    }
    return {
      ok: true,
      console: {
        call: (call, input) => door(call, input, { personId: settings.read().me, role: 'trusted' }),
        on: (listener) => {
          listeners.add(listener)
          return () => listeners.delete(listener)
        },
        upgraded: upgrading.settled,
        close: () => {
          closing ??= close()
          return closing
        },
      },
    }
  } catch (error) {
    release()
    log.error('the console could not be opened', 'OPEN', error)
    return refuse('cannot_open')
  }
}

/** `ended`: the console ends. */
async function checkElsewhere(children: DatabaseChildren, path: string): Promise<Integrity | 'ended'> {
  const answer = await children.ask('check', { path })
  if (answer.ok) return answer.value
  if (answer.why === 'ended') return 'ended'
  throw Object.assign(new Error('the database could not be looked through'), answer.said)
}

/** What needs the database, already at work. */
interface Workspace {
  readonly services: Omit<Services, 'workspace' | 'settings' | 'team' | 'desks'>
  /** Ends work in the background; the database may be closed then. */
  close(): Promise<void>
}

function joinServices(parts: ServiceParts): Workspace {
  const exports = exportsService(parts)
  exports.begin().catch((error: unknown) => parts.log.error('waiting exports were not continued', 'EXPORTS', error))
  const stopwatch = makeStopwatch(parts)
  // A clock that is handed in runs by hand; a timer of real seconds would take its leaps for sleep.
  const stopTicking =
    parts.clock === systemClock ? startTicking(stopwatch, parts.log) : () => stopQuietly(stopwatch, parts.log)
  const searchIndex = makeSearchIndex(parts)
  return {
    services: {
      people: peopleService(parts),
      room: roomService(parts),
      calendar: calendarService(parts, openDeadlines(parts)),
      bookings: bookingsService(parts),
      sessions: sessionsService(parts, stopwatch),
      notes: { ...notesService(parts, stopwatch), ...draftsService(parts) },
      conversations: conversationsService(parts),
      tickets: ticketsService(parts),
      manyTickets: manyTicketsService(parts),
      exports,
      search: searchService(parts, searchIndex),
    },
    close: () => {
      searchIndex.stop()
      stopTicking()
      parts.forgetDrafts.stop()
      return exports.close()
    },
  }
}
