import type { EarshotEvent } from '../../shared/contract/events.ts'
import type { Id, Instant } from '../../shared/contract/values.ts'
import type { StartChild } from '../adapters/child-port.ts'
import type { Log } from '../adapters/log/log-port.ts'
import type { KeyStore } from '../adapters/secrets/key-store.ts'
import type { SettingsPort } from '../adapters/settings/settings-port.ts'
import type { WritableDb } from '../storage/database.ts'
import type { Engine } from '../storage/engine/engine.ts'
import type { ForgettingDrafts } from './listening/forget-drafts.ts'

/** Time and ids are facts handed in, so that a test can hold them still. */
export interface Clock {
  /** The wall clock: it dates things. People and time servers set it, so it measures nothing. */
  now(): Instant
  /** Measures lengths: milliseconds since some moment. Nobody sets it, and it goes on while the machine sleeps. */
  elapsedMs(): number
  newId(): Id
  /** It goes on by itself, so timers may go by it; left out: whoever handed it in moves it. False: over days that were none, for sample data. */
  readonly goesOn?: boolean
}

/** What differs between the two shells when main needs the desktop. */
export interface ShellPort {
  readonly kind: 'electron' | 'browser'
  /** The folder picked, null when nothing was picked, `not_here` where there is no system window. */
  chooseFolder(): Promise<string | null | 'not_here'>
  showInFolder(path: string): Promise<'shown' | 'no_file_window'>
  /** Shows the page of a company's login in the person's own browser; of others only what is encrypted or on this machine. */
  openOutside(address: URL): Promise<'opened' | 'not_here'>
  quit(): void
  /** How a child for files that may take long or hang is started here; plain Node's way when left out. */
  readonly startChild?: StartChild
  /** Where the system keeps keys; a shell without leaves it out. */
  readonly keyStore?: KeyStore
}

/** What the services of seats, people, what is heard, tickets and the rules of the room are made from: at a desk, and on a hub. */
export interface HouseParts {
  /** Where the truth is kept: the desk's own file, or a hub's database. */
  readonly engine: Engine
  /** At a desk that belongs to a hub it dates by the hub's. */
  readonly clock: Clock
  /** A hub has none of its own: what it reads is what a console begins with, and what it saves is forgotten. */
  readonly settings: Pick<SettingsPort, 'read' | 'save'>
  readonly log: Log
  /** A hub holds nothing half done. */
  readonly forgetDrafts: Pick<ForgettingDrafts, 'replaced' | 'veiled'>
  emit(event: EarshotEvent): void
}

/** What every service of a desk's open workspace is made from. */
export interface ServiceParts extends HouseParts {
  readonly db: WritableDb
  readonly databasePath: string
  readonly dataFolder: string
  readonly settings: SettingsPort
  readonly shell: ShellPort
  readonly forgetDrafts: ForgettingDrafts
}
