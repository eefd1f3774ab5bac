import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { EarshotEvent } from '../../shared/contract/events.ts'
import type { Log } from '../adapters/log/log-port.ts'
import type { ReadableDb, WritableDb } from '../storage/database.ts'
import { openForWriting } from '../storage/open.ts'
import { emptyLog, mergeSearch } from '../storage/retention/wiped.ts'
import { makeBroughtTables } from '../storage/team/brought.ts'
import {
  bringBackChanged,
  bringBackSession,
  bringBackWaiting,
  sessionsToBringBack,
} from '../storage/team/brought-back.ts'
import { bringBackGone, sessionsGoneAtHub } from '../storage/team/gone-back.ts'
import { bringBackHalfDone } from '../storage/team/half-done-back.ts'
import { makeMirrorTables } from '../storage/team/mirror.ts'

/** Lies in the folder of a hub that the desk left, until all that was heard there is in the desk's own database. */
const MARK = 'to-bring-back'

/** Before the desk is alone: whatever happens from then on, what was heard is brought back. */
export const leaveToBringBack = (memberFolder: string): void => writeFileSync(join(memberFolder, MARK), '')

export interface BringingBack {
  /** Resolves when it is done, or not done now. */
  readonly done: Promise<void>
  close(): Promise<void>
}

/** Beside the database of a desk that is alone again: copies what it heard as a member, session by session, and goes on where it stopped. */
export function bringBack(parts: {
  readonly dataFolder: string
  readonly db: WritableDb
  readonly log: Log
  emit(event: EarshotEvent): void
}): BringingBack {
  const { dataFolder, db, log, emit } = parts
  let isClosed = false
  const goesOn = () => !isClosed && db.open

  async function fromFolder(folder: string): Promise<void> {
    const from = openForWriting(join(folder, 'earshot.db'))
    try {
      makeBroughtTables(from)
      makeMirrorTables(from)
      for (const sessionId of sessionsToBringBack(from)) {
        if (!goesOn()) return
        bringBackSession(from, db, sessionId)
        bringBackHalfDone(from, db, sessionId)
        // A note that is saved meanwhile waits for one session, not for all.
        await nextTurn()
      }
      while (goesOn() && bringBackChanged(from, db)) await nextTurn()
      if (!goesOn()) return
      bringBackWaiting(from, db)
      if (!(await goneToo(from))) return
    } finally {
      from.close()
    }
    rmSync(join(folder, MARK), { force: true })
    emit({
      kind: 'changed',
      topics: [
        'sessions',
        'notes',
        'conversations',
        'silverHair',
        'people',
        'search',
        'meetings',
        'agents',
        'retention',
      ],
    })
  }
  /** Also of what the desk held before it joined. False: it is closed in the middle. */
  async function goneToo(from: ReadableDb): Promise<boolean> {
    let hasGone = false
    for (const sessionId of sessionsGoneAtHub(from, db)) {
      if (!goesOn()) return false
      hasGone = bringBackGone(from, db, sessionId) || hasGone
      await nextTurn()
    }
    if (!hasGone) return goesOn()
    for (const _ of mergeSearch(db)) {
      await nextTurn()
      if (!goesOn()) return false
    }
    emptyLog(db)
    return true
  }
  async function all(): Promise<void> {
    // The desk opens first.
    await nextTurn()
    for (const folder of foldersToBringBack(dataFolder)) {
      if (!goesOn()) return
      try {
        await fromFolder(folder)
      } catch (error) {
        log.error(
          'what was heard as a member was not brought back; it is tried again at the next start',
          'BRING_BACK',
          error,
        )
      }
    }
  }
  const done = all()
  return {
    done,
    close: () => {
      isClosed = true
      return done
    },
  }
}

function foldersToBringBack(dataFolder: string): string[] {
  const team = join(dataFolder, 'team')
  if (!existsSync(team)) return []
  return readdirSync(team)
    .map((name) => join(team, name))
    .filter((folder) => existsSync(join(folder, MARK)))
}
