import { z } from 'zod'
import { EVERYTHING, entry } from '../entry.ts'
import { NoteKind } from '../listening/notes.ts'
import { Instant, Nothing } from '../values.ts'
import { everyone } from '../who.ts'

/** A whole copy of the database in the folder `backups`. The counts are null where it is not good. */
export const Backup = z.object({
  fileName: z.string(),
  madeAt: Instant,
  sizeBytes: z.number().int(),
  /** Sound, and ours: as found when it was made or last read while all is well, in this run while damaged. */
  isGood: z.boolean(),
  /** It holds words of a call that is sealed by now: it could not be made anew without them. */
  saysSealed: z.boolean(),
  noteCount: z.number().int().nullable(),
  ticketCount: z.number().int().nullable(),
})
export type Backup = z.infer<typeof Backup>

/**
 * - `ready`: the database is open
 * - `upgrading`: it is of an older version and is being brought up to date, as `upgrade` says; `changed` comes as it goes on
 * - `damaged`: it is not, for the reason in `fault`; nothing was changed
 * - `newer`: written by a newer Earshot
 */
export const WorkspaceState = z.enum(['ready', 'upgrading', 'damaged', 'newer'])

/**
 * Why the database is not open.
 * - `broken`: zero bytes, cut, broken pages
 * - `gone`: not there, while copies or its log are
 * - `foreign`: sound, and of something else
 * - `incomplete`: ours, with tables missing or changed
 * - `indexes`: tables are whole; an index, a trigger or the version is not (`repair`)
 * - `log`: the write-ahead log cannot be read; what the file holds without it is among the backups
 * - `edited`: sound, and not what Earshot left when it closed (`openAsItIs`)
 * - `unreadable`: the system does not let us (`lookAgain`)
 * - `changed`: somebody wrote into it while the console ran, and the console does not hold all of it
 * - `adrift`: taken away or written into while the console ran, and not to be put back yet; the console still holds all of it (`lookAgain`)
 * - `in_use`: its lock was taken away while the console ran, and another console took the folder (`lookAgain`)
 */
export const WorkspaceFaultKind = z.enum([
  ...(['broken', 'gone', 'foreign', 'incomplete', 'indexes', 'log', 'edited', 'unreadable'] as const),
  ...(['changed', 'adrift', 'in_use', 'full'] as const),
])
export type WorkspaceFaultKind = z.infer<typeof WorkspaceFaultKind>

/** `code`: the system's own word, `EACCES`, where there is one. */
export const WorkspaceFault = z.object({ kind: WorkspaceFaultKind, code: z.string().nullable() })
export type WorkspaceFault = z.infer<typeof WorkspaceFault>

/** How far bringing an older database up to date is: first a copy of it, then one step after the other. */
export const Upgrade = z.object({
  doing: z.enum(['copying', 'changing']),
  /** Which step of how many runs; 0 while copying. */
  step: z.number().int(),
  of: z.number().int(),
  /** How much of the copy is written, 0 to 1. */
  copied: z.number().min(0).max(1),
})
export type Upgrade = z.infer<typeof Upgrade>

/**
 * What this run did by itself to a folder that was odd.
 * - `put_back`: the database was taken away or written into under the running console and was written anew; nothing is missing
 * - `set_aside`: something stood in the way of a file or folder of Earshot's and got another name
 * - `settings_reset`: the preferences could not be read, or not all of them; what could not begins anew, the data is untouched
 */
export const Mending = z.object({
  kind: z.enum(['put_back', 'set_aside', 'settings_reset']),
  /** The name in the data folder under which what lay there is kept; null: nothing lay there. */
  keptAs: z.string().nullable(),
  at: Instant,
})
export type Mending = z.infer<typeof Mending>

/** What is in the database and not in a copy: lost by going back to it. */
export const RestoreLoss = z.object({
  counts: z.object({
    newNotes: z.number().int(),
    changedNotes: z.number().int(),
    newTickets: z.number().int(),
    changedTickets: z.number().int(),
    /** New or changed. */
    bookings: z.number().int(),
    sessions: z.number().int(),
    people: z.number().int(),
    exports: z.number().int(),
    /** Notes and lines of meetings half done. */
    drafts: z.number().int(),
    /** New or changed, as are the following; without what is sealed, or went by the rules of retention. */
    conversations: z.number().int(),
    meetings: z.number().int(),
    meetingLines: z.number().int(),
    lenses: z.number().int(),
    thanks: z.number().int(),
    /** Of the life channel. */
    cases: z.number().int(),
    /** Seats, issue types, years of the calendar, the room's own times and what else is set for all, with sessions that are kept; new or changed. */
    rules: z.number().int(),
  }),
  /** So many sessions and cases lost words by the rules of retention since the copy: it brings them back, and the rules take them again. */
  wordsBack: z.number().int(),
  /** New ones, the newest first; twenty at most. */
  notes: z.array(z.object({ kind: NoteKind, text: z.string(), at: Instant })),
  /** New ones and then changed ones, the highest number first; twenty at most. */
  tickets: z.array(z.object({ number: z.number().int(), title: z.string() })),
})
export type RestoreLoss = z.infer<typeof RestoreLoss>

const ofHealthy = { closed: Nothing, not_found: Nothing, not_good: Nothing }

/** How the data folder is. */
export const WorkspaceStatus = z.object({
  state: WorkspaceState,
  /** Null unless damaged. */
  fault: WorkspaceFault.nullable(),
  /** Null unless upgrading. */
  upgrade: Upgrade.nullable(),
  /** Oldest first. */
  mendings: z.array(Mending),
  dataFolder: z.string(),
  databaseSizeBytes: z.number().int(),
  schemaVersion: z.number().int(),
  appVersion: z.string(),
  shell: z.enum(['electron', 'browser']),
  isDemo: z.boolean(),
  /** A demo's folder that nobody chose: it goes with the end of the run. */
  isThrowAway: z.boolean(),
  /** As the network knows this machine. */
  machineName: z.string(),
})
export type WorkspaceStatus = z.infer<typeof WorkspaceStatus>

export const workspace = {
  /** Answers at once, also while the database is closed: each window asks at its start and shows nothing before. */
  status: entry({ where: 'desk', who: everyone, input: Nothing, output: WorkspaceStatus, refusals: {}, changes: [] }),
  /**
   * The copies there are, newest first. Answers also while the database is closed; each copy is read through first then, and one
   * that nobody has read yet always is: that takes as long as it is large.
   */
  backups: entry({ where: 'desk', who: everyone, input: Nothing, output: z.array(Backup), refusals: {}, changes: [] }),
  /** Makes a copy now, or gives the one that is just being made. `closed`: no database is open. */
  backUpNow: entry({
    where: 'desk',
    who: everyone,
    input: Nothing,
    output: Backup,
    refusals: { closed: Nothing, no_space: Nothing },
    changes: ['workspace'],
  }),
  /** The damaged file is kept beside under a dated name; then the backup takes its place. Only while damaged. */
  restoreBackup: entry({
    where: 'desk',
    who: everyone,
    input: z.object({ fileName: z.string().max(200) }),
    output: WorkspaceStatus,
    refusals: { not_found: Nothing, not_good: Nothing, not_damaged: Nothing },
    changes: EVERYTHING,
  }),
  /** What going back to this copy would lose. While the database is open and well. */
  compareBackup: entry({
    where: 'desk',
    who: everyone,
    input: z.object({ fileName: z.string().max(200) }),
    output: RestoreLoss,
    refusals: ofHealthy,
    changes: [],
  }),
  /**
   * Goes back to a copy while all is well. A copy of the present state is made first, `undoFileName`: going back to that one takes this
   * back. `listening`: not while a session runs. `busy`: something was written all the time, so that no copy held everything.
   */
  goBackTo: entry({
    where: 'desk',
    who: everyone,
    input: z.object({ fileName: z.string().max(200) }),
    output: z.object({ status: WorkspaceStatus, undoFileName: z.string() }),
    refusals: { ...ofHealthy, listening: Nothing, busy: Nothing, no_space: Nothing },
    changes: EVERYTHING,
  }),
  /** The damaged file is kept beside under a dated name; then an empty database is made. Only while damaged. */
  startFresh: entry({
    where: 'desk',
    who: everyone,
    input: Nothing,
    output: WorkspaceStatus,
    refusals: { not_damaged: Nothing },
    changes: EVERYTHING,
  }),
  /**
   * Writes the tables anew with fresh indexes; the file as it was is kept beside. `not_repairable`: a table cannot be read to
   * its end, nothing was changed.
   */
  repair: entry({
    where: 'desk',
    who: everyone,
    input: Nothing,
    output: WorkspaceStatus,
    refusals: { not_damaged: Nothing, not_repairable: Nothing, no_space: Nothing },
    changes: EVERYTHING,
  }),
  /** Opens a sound file that somebody else changed, or, while adrift, the one that lies there now. */
  openAsItIs: entry({
    where: 'desk',
    who: everyone,
    input: Nothing,
    output: WorkspaceStatus,
    refusals: { not_damaged: Nothing },
    changes: EVERYTHING,
  }),
  /** Looks at the file once more; while adrift, tries to put it back. The answer says what was found. */
  lookAgain: entry({
    where: 'desk',
    who: everyone,
    input: Nothing,
    output: WorkspaceStatus,
    refusals: {},
    changes: EVERYTHING,
  }),
  /** Ends the console, as its menu does. */
  quit: entry({ where: 'desk', who: everyone, input: Nothing, output: Nothing, refusals: {}, changes: [] }),
}
