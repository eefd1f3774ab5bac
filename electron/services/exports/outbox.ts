import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type ExportFormat, exportFormats } from '../../../shared/contract/exports/export-formats.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { msOf } from '../../../shared/domain/instants.ts'
import { isFolder, makeFolder } from '../../set-aside.ts'

/** `<id>.<ending>`, with `.part` while being made. Whatever else somebody put into the outbox is not ours to remove. */
const ENDINGS = Object.values(exportFormats).map(({ extension }) => extension)
const BYTES = new RegExp(`^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.(?:${ENDINGS.join('|')})(?:\\.part)?$`)

/** Longer than copies are gone back to. */
const UNKNOWN_KEPT_MS = 30 * 86_400_000

/** Finished bytes on their way to a folder, in this machine's own data folder. */
export interface Outbox {
  /** Where the bytes of an export lie, or will. */
  pathOf(id: Id, format: ExportFormat): string
  make(): void
  drop(id: Id, format: ExportFormat): void
  /**
   * Drops bytes that belong to nothing unfinished: the program ended between the ledger's word and the removal. Those that the ledger
   * does not know are kept for a while: it went back to a copy, and that is taken back with what waited then.
   */
  dropStray(ledger: {
    unfinished: readonly { id: Id }[]
    /** Those of the ids that it knows. */
    known(ids: readonly Id[]): ReadonlySet<Id> | Promise<ReadonlySet<Id>>
    now: Instant
  }): Promise<void>
}

export function outboxIn(dataFolder: string): Outbox {
  const folder = join(dataFolder, 'outbox')
  const pathOf = (id: Id, format: ExportFormat) => join(folder, `${id}.${exportFormats[format].extension}`)
  return {
    pathOf,
    // For own eyes only: the data folder may be older than Earshot and open to others.
    make: () => void makeFolder(folder),
    drop: (id, format) => {
      const path = pathOf(id, format)
      for (const each of [path, `${path}.part`]) removeQuietly(each)
    },
    dropStray: async ({ unfinished, known, now }) => {
      if (!isFolder(folder)) return
      const wanted = new Set(unfinished.map(({ id }) => id))
      const stray = readdirSync(folder).flatMap((name) => {
        const id = BYTES.exec(name)?.[1]
        return id === undefined || wanted.has(id) ? [] : [{ name, id }]
      })
      const isKnown = await known(stray.map(({ id }) => id))
      const oldestMs = msOf(now) - UNKNOWN_KEPT_MS
      for (const { name, id } of stray) {
        const path = join(folder, name)
        if (isKnown.has(id) || name.endsWith('.part') || !isYounger(path, oldestMs)) removeQuietly(path)
      }
    },
  }
}

const isYounger = (path: string, ms: number): boolean => (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) > ms

/** One that another program holds is found again by the next start; nothing may fail for it now. */
function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {}
}
