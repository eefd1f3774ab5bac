import { topics } from '../shared/contract/entry.ts'
import type { EarshotEvent } from '../shared/contract/events.ts'
import { masksMadeReady } from '../shared/domain/listening/masking/make-ready.ts'
import type { Log } from './adapters/log/log-port.ts'
import type { SettingsPort } from './adapters/settings/settings-port.ts'
import { type DeskPlace, openDeskPlace } from './compose/desk-place.ts'
import { settingsOf } from './compose/settings-of-desk.ts'
import { type FolderFault, folderSentence, prepareDataFolder } from './data-folder.ts'
import { type LooseServices, makeDoor, type OwnDoor } from './door.ts'
import { TruthAway } from './services/exports/export-truth.ts'
import { settingsService } from './services/house/settings.ts'
import type { Clock, ShellPort } from './services/parts.ts'
import { type FolderLock, lockFolder } from './storage/file/folder-lock.ts'
import { systemClock } from './system-clock.ts'
import { bringAlongService } from './team/bring-along/service.ts'
import type { MemberParts } from './team/member-side.ts'
import { membershipFile } from './team/membership.ts'
import { teamService } from './team/team-service.ts'
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
  /** How patient the connection to a hub is; only tests are less so. */
  readonly linkPace?: MemberParts['pace']
  /** How long a person may take over a company's login; only tests have less time. */
  readonly loginWithinMs?: number
  /** When the first screen is there, and work may be done ahead; tests have none. */
  readonly firstScreenMs?: number
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
  const { dataFolder, shell, log } = options
  const clock = options.clock ?? systemClock
  const refuse = (code: FolderFault): Opened => ({
    ok: false,
    code,
    sentence: folderSentence(code, dataFolder, options.settings.read().language),
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

  const listeners = new Set<(event: EarshotEvent) => void>()
  const emit = (event: EarshotEvent) => {
    for (const listener of listeners) listener(event)
  }
  const on = (listener: (event: EarshotEvent) => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }
  let place: DeskPlace | null = null
  const ending = new AbortController()
  const member = () => place?.member() ?? null
  const ofHub = membershipFile(dataFolder, shell.keyStore)
  const settings = settingsOf(options.settings, () => member()?.membership().me.personId ?? null)
  const always = {
    settings: settingsService({ settings, shell, emit }),
    team: teamService({
      ...{ appVersion: options.appVersion, member },
      leftAddress: () => ofHub.left()?.hub.address ?? null,
      ...{ language: () => settings.read().language, openOutside: shell.openOutside, ending: ending.signal },
      withinMs: options.loginWithinMs,
      tell: (what) => emit({ kind: 'changed', topics: what === 'everything' ? topics : ['team'] }),
      surprise: (error) => log.error('a company login failed', 'LOGIN', error),
      isListening: () => place?.isListening() ?? false,
      becomeMember: async (membership, token) => place?.becomeMember(membership, token),
      renew: async (membership, token) => place?.renew(membership, token),
      becomeAlone: async () => place?.becomeAlone(),
    }),
    bringAlong: bringAlongService(() => member()?.bringAlong() ?? null),
  }
  let opened = { now: () => {} }
  const folder = () => place?.now()?.folder ?? null
  const door = makeDoor({
    services: () => ({ ...always, ...folder()?.services() }) as LooseServices,
    isDataSafe: () => folder()?.isDataSafe() ?? false,
    emit,
    refusalOf: (error) => (error instanceof TruthAway ? error.refusal : null),
    surprise: (name, reference, error) => {
      opened.now()
      log.error(`${name} failed`, reference, error)
      folder()?.noticeError(error)
    },
  })
  const here: OwnDoor = (call, input) =>
    door(call, input, member()?.caller() ?? { personId: settings.read().me, role: 'trusted' })
  try {
    sweepProfiles(dataFolder)
    const isThrowAway = options.isThrowAway ?? false
    const placeParts = { ...options, settings, clock, isThrowAway, lock, emit, on, here, pace: options.linkPace ?? {} }
    place = await openDeskPlace(placeParts, ofHub)
    const state = folder()?.state()
    opened = whenMasksAreReady(options.firstScreenMs ?? FIRST_SCREEN_MS, () =>
      log.info(`Earshot ${options.appVersion} opened its data folder: ${state}`),
    )
  } catch (error) {
    lock.release()
    log.error('the console could not be opened', 'OPEN', error)
    return refuse('cannot_open')
  }

  const at = place
  const close = async () => {
    ending.abort()
    opened.now()
    try {
      await at.close()
    } finally {
      lock.release()
    }
    log.info('closed')
  }
  let closing: Promise<void> | null = null
  return {
    ok: true,
    console: {
      call: (call, input) => (member()?.call ?? here)(call, input),
      on,
      upgraded: async () => folder()?.upgraded(),
      close: () => {
        closing ??= close()
        return closing
      },
    },
  }
}

const FIRST_SCREEN_MS = 3_000

/** The other calls of the process go first. */
const others = () => new Promise<void>((resolve) => setImmediate(resolve))

/**
 * Says it, in the log, once the first screen is there: a line is masked, and the masks are made ready before, in pieces, for the first note as well. `now`: it is to be
 * said before.
 */
function whenMasksAreReady(firstScreenMs: number, say: () => void): { now: () => void } {
  let isSaid = false
  const now = () => {
    if (isSaid) return
    isSaid = true
    clearTimeout(soon)
    say()
  }
  const makeReady = async () => {
    for (const _piece of masksMadeReady()) {
      await others()
      if (isSaid) return
    }
    now()
  }
  const soon = setTimeout(() => void makeReady(), firstScreenMs)
  soon.unref()
  return { now }
}
