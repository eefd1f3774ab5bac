import { readdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isTaken } from '../../set-aside.ts'
import type { ReadableDb } from '../database.ts'
import { openForReading } from '../open.ts'
import { hashOf } from './seal.ts'

const REPLACED = /^earshot_replaced_(\d{4}-\d\d-\d\d_\d{6})(?:_(\d+))?\.db$/
/** The first shows how it began, the newest what it is now. */
const KEPT_NEWEST = 5
/** Of what is nowhere else: a tool that writes something new over the file each time must not fill the disk. */
const MOST = 20

/**
 * Drops files that were found in the place of the database, where a tool writes over it again and again: never the first nor the newest
 * few, and of the others those that one of these is too, or that hold nothing which the open database does not. Answers their names.
 */
export function dropReplaced(databasePath: string, db: ReadableDb): string[] {
  const folder = dirname(databasePath)
  const names = readdirSync(folder)
    .filter((name) => REPLACED.test(name))
    .sort(byOrder)
  const between = names.slice(1, -KEPT_NEWEST)
  if (between.length === 0) return []
  const kept = new Set([...names.slice(0, 1), ...names.slice(-KEPT_NEWEST)].map((name) => bytesOf(join(folder, name))))
  const needless = between.filter((name) => {
    const path = join(folder, name)
    return kept.has(bytesOf(path)) || holdsNothingMore(path, db)
  })
  const others = between.filter((name) => !needless.includes(name))
  const dropped = [...needless, ...others.slice(0, Math.max(0, others.length - MOST))]
  for (const name of dropped)
    for (const suffix of ['', '-wal', '-shm', '-journal'])
      rmSync(join(folder, name + suffix), { recursive: true, force: true })
  return dropped
}

/** By the moment, then by the number behind it. */
function byOrder(one: string, other: string): number {
  const [, at = '', number = '1'] = REPLACED.exec(one) ?? []
  const [, otherAt = '', otherNumber = '1'] = REPLACED.exec(other) ?? []
  return at === otherAt ? Number(number) - Number(otherNumber) : at < otherAt ? -1 : 1
}

/** Of the file and its log. What cannot be read is like nothing else. */
function bytesOf(path: string): string {
  try {
    return `${hashOf(path)} ${isTaken(`${path}-wal`) ? hashOf(`${path}-wal`) : ''}`
  } catch {
    return path
  }
}

/** No row is ever taken out of these, and whatever is done to notes, tickets and bookings is one of their rows. */
const LASTING = [
  'person',
  'session',
  'call',
  'note',
  'note_event',
  'ticket',
  'ticket_event',
  'booking',
  'booking_event',
]

function holdsNothingMore(path: string, db: ReadableDb): boolean {
  const made = ['-wal', '-shm'].map((suffix) => path + suffix).filter((each) => !isTaken(each))
  try {
    const found = openForReading(path)
    try {
      return LASTING.every((table) => {
        const isKnown = db.prepare(`SELECT 1 FROM ${table} WHERE id = ?`)
        const ids = found.prepare(`SELECT id FROM ${table}`).pluck().all()
        return ids.every((id) => isKnown.get(id) !== undefined)
      })
    } finally {
      found.close()
    }
  } catch {
    return false
  } finally {
    // A reader makes these two and may not remove them.
    for (const each of made) rmSync(each, { force: true })
  }
}
