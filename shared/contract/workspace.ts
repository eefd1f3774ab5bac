import { z } from 'zod'
import { entry } from './entry.ts'
import { Instant, Nothing } from './values.ts'

export const Backup = z.object({
  fileName: z.string(),
  madeAt: Instant,
  sizeBytes: z.number().int(),
  /** `PRAGMA quick_check` said ok: when it was made or last read while all is well, in this run while damaged. */
  isGood: z.boolean(),
  noteCount: z.number().int().nullable(),
  ticketCount: z.number().int().nullable(),
})
export type Backup = z.infer<typeof Backup>

/**
 * - `ready`: the database is open
 * - `damaged`: the file is there and is no sound database (zero bytes, broken pages); nothing was changed
 * - `newer`: written by a newer Earshot
 */
export const WorkspaceState = z.enum(['ready', 'damaged', 'newer'])

export const WorkspaceStatus = z.object({
  state: WorkspaceState,
  dataFolder: z.string(),
  databaseSizeBytes: z.number().int(),
  schemaVersion: z.number().int(),
  /** Newest first. */
  backups: z.array(Backup),
  appVersion: z.string(),
  shell: z.enum(['electron', 'browser']),
  isDemo: z.boolean(),
})
export type WorkspaceStatus = z.infer<typeof WorkspaceStatus>

export const workspace = {
  status: entry({ input: Nothing, output: WorkspaceStatus, refusals: {}, changes: [] }),
  backUpNow: entry({
    input: Nothing,
    output: Backup,
    refusals: { closed: Nothing, no_space: Nothing },
    changes: ['workspace'],
  }),
  /** The damaged file is kept beside under a dated name; then the backup takes its place. Only while damaged. */
  restoreBackup: entry({
    input: z.object({ fileName: z.string().max(200) }),
    output: WorkspaceStatus,
    refusals: { not_found: Nothing, not_good: Nothing, not_damaged: Nothing },
    changes: ['workspace', 'people', 'room', 'bookings', 'sessions', 'notes', 'conversations', 'tickets', 'exports'],
  }),
  /** The damaged file is kept beside under a dated name; then an empty database is made. Only while damaged. */
  startFresh: entry({
    input: Nothing,
    output: WorkspaceStatus,
    refusals: { not_damaged: Nothing },
    changes: ['workspace', 'people', 'room', 'bookings', 'sessions', 'notes', 'conversations', 'tickets', 'exports'],
  }),
  quit: entry({ input: Nothing, output: Nothing, refusals: {}, changes: [] }),
}
