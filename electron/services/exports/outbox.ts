import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type ExportFormat, exportFormats } from '../../../shared/contract/exports/export-formats.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { isFolder, makeFolder } from '../../set-aside.ts'

/** `<id>.<ending>`, with `.part` while being made. Whatever else somebody put into the outbox is not ours to remove. */
const ENDINGS = Object.values(exportFormats).map(({ extension }) => extension)
const BYTES = new RegExp(`^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.(?:${ENDINGS.join('|')})(?:\\.part)?$`)

/** Finished bytes on their way to a folder, in this machine's own data folder. */
export interface Outbox {
  /** Where the bytes of an export lie, or will. */
  pathOf(id: Id, format: ExportFormat): string
  make(): void
  drop(id: Id, format: ExportFormat): void
  /** Drops bytes that belong to nothing unfinished: the program ended between the ledger's word and the removal. */
  dropStray(unfinished: readonly { id: Id }[]): void
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
    dropStray: (unfinished) => {
      if (!isFolder(folder)) return
      const wanted = new Set(unfinished.map(({ id }) => id))
      for (const name of readdirSync(folder)) {
        const id = BYTES.exec(name)?.[1]
        if (id !== undefined && !wanted.has(id)) removeQuietly(join(folder, name))
      }
    },
  }
}

/** One that another program holds is found again by the next start; nothing may fail for it now. */
function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {}
}
