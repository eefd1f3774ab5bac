import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 } from 'uuid'
import type { SettingsPort } from '../../electron/adapters/settings/settings-port.ts'
import { forgettingDrafts } from '../../electron/services/listening/forget-drafts.ts'
import type { Clock, ServiceParts } from '../../electron/services/parts.ts'
import { sqliteEngine } from '../../electron/storage/engine/sqlite.ts'
import { openForWriting } from '../../electron/storage/open.ts'
import type { EarshotEvent } from '../../shared/contract/events.ts'
import type { Settings } from '../../shared/contract/house/settings.ts'
import { layEmptyDatabase } from './empty-database.ts'

export interface StillClock extends Clock {
  /** Time passes until then; back in time only the wall clock goes. */
  set(instant: string): void
  /** Time passes. */
  advance(ms: number): void
  /** Somebody sets the wall clock; no time passes. */
  step(ms: number): void
}

/** A clock that stands still until told. Starts Friday 2026-09-18 09:00 in Shanghai. */
export function aClock(start = '2026-09-18T01:00:00.000Z'): StillClock {
  let now = Date.parse(start)
  let elapsedMs = 0
  const advance = (ms: number) => {
    now += ms
    elapsedMs += Math.max(0, ms)
  }
  return {
    now: () => new Date(now).toISOString(),
    elapsedMs: () => elapsedMs,
    newId: () => v7(),
    set: (instant) => advance(Date.parse(instant) - now),
    advance,
    step: (ms) => {
      now += ms
    },
  }
}

/** Settings in memory. */
export function someSettings(change: Partial<Settings> = {}): SettingsPort {
  let current: Settings = {
    language: 'zh',
    theme: 'system',
    me: null,
    roomId: null,
    exportFolder: null,
    calendarFolder: null,
    calendarNamedIn: 'zh',
    reminders: ['day', 'half_hour', 'quarter'],
    reactionLagMs: 0,
    lagSamples: [],
    isLagOff: false,
    textSizePercent: 100,
    isCallDeskFolded: false,
    keys: {},
    isFirstRunDone: true,
    ...change,
  }
  return {
    read: () => current,
    keptAs: null,
    save: (part) => {
      current = { ...current, ...part }
      return current
    },
    readWindowPlace: () => null,
    saveWindowPlace: () => {},
  }
}

/** Everything a service needs, on a real SQLite file in a folder of its own; `close` removes it. */
export function someParts(change: Partial<ServiceParts> = {}) {
  const dataFolder = mkdtempSync(join(tmpdir(), 'earshot-'))
  const databasePath = join(dataFolder, 'earshot.db')
  const events: EarshotEvent[] = []
  const clock = aClock()
  layEmptyDatabase(databasePath)
  const db = openForWriting(databasePath)
  const log = { info: () => {}, warn: () => {}, error: () => {} }
  const parts: ServiceParts = {
    db,
    engine: sqliteEngine(db),
    databasePath,
    dataFolder,
    clock,
    settings: someSettings(),
    shell: {
      kind: 'browser',
      chooseFolder: async () => 'not_here',
      showInFolder: async () => 'no_file_window',
      openOutside: async () => 'not_here',
      quit: () => {},
    },
    log,
    forgetDrafts: forgettingDrafts(db, log),
    emit: (event) => {
      events.push(event)
    },
    ...change,
  }
  const close = () => {
    parts.forgetDrafts.stop()
    parts.db.close()
    rmSync(dataFolder, { recursive: true, force: true })
  }
  return { parts, events, clock, close }
}
