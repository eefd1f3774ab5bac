import { z } from 'zod'
import { entry } from '../entry.ts'
import { LONGEST, MOST_KEYS } from '../limits.ts'
import { Id, isKept, Nothing, optionalText } from '../values.ts'
import { everyone } from '../who.ts'
import { reminderKinds } from './reminder-kinds.ts'
import { textSizes } from './text-sizes.ts'

/** Preferences of this console; never data. */
export const Settings = z.object({
  language: z.enum(['zh', 'en']),
  theme: z.enum(['system', 'light', 'dark']),
  textSizePercent: z.literal(textSizes),
  /** Who sits here. */
  me: Id.nullable(),
  /** The room whose board was looked at last; null: the first. */
  roomId: Id.nullable(),
  exportFolder: optionalText(LONGEST.folder).nullable(),
  /** Where the calendar file of this person's bookings is kept up to date; null: nowhere. */
  calendarFolder: optionalText(LONGEST.folder).nullable(),
  /** The language that was spoken when that folder was set: the file keeps the name it has there, since a calendar goes on reading it. */
  calendarNamedIn: z.enum(['zh', 'en']),
  /** Which reminders of their seats somebody wants. */
  reminders: z.array(z.enum(reminderKinds)).max(reminderKinds.length),
  /** How long this person needs from hearing to the first key, as set by hand. Corrections of time marks know better: `lagInUse`. */
  reactionLagMs: z.number().int().min(0).max(10_000),
  /**
   * What the last corrected time marks say of that lag (`lagMs`), and what was taken off when they were put (`usedMs`; missing in what
   * was written before it was kept). Oldest first; forgotten when somebody sets the lag by hand.
   */
  lagSamples: z.array(z.object({ noteId: Id, lagMs: z.number().int(), usedMs: z.number().int().optional() })).max(18),
  /** Nothing is taken off, whatever was set or learned; that stays. */
  isLagOff: z.boolean(),
  /** The page of a call shows what it comes to beside its notes; folded away it is one line. */
  isCallDeskFolded: z.boolean(),
  /** Action id → chord, only what differs from the defaults. */
  keys: z
    .record(z.string().max(LONGEST.action), z.string().max(LONGEST.chord).check(isKept))
    .refine((keys) => Object.keys(keys).length <= MOST_KEYS),
  isFirstRunDone: z.boolean(),
})
export type Settings = z.infer<typeof Settings>

/** Where a window stands: pixels of the whole desktop, independent of the display's density. */
export const WindowPlace = z.object({
  x: z.number().int().min(-100_000).max(100_000),
  y: z.number().int().min(-100_000).max(100_000),
  width: z.number().int().min(200).max(20_000),
  height: z.number().int().min(200).max(20_000),
  isMaximized: z.boolean(),
})
export type WindowPlace = z.infer<typeof WindowPlace>

export const settings = {
  /** Answers also while the database is closed. */
  get: entry({ where: 'desk', who: everyone, input: Nothing, output: Settings, refusals: {}, changes: [] }),
  /** Changes the fields given, leaves the others. */
  save: entry({
    where: 'desk',
    who: everyone,
    input: Settings.partial(),
    output: Settings,
    refusals: {
      key_clash: z.object({ chord: z.string(), actions: z.array(z.string()) }),
      /** The chord belongs to the system, an input method or a screenshot tool. */
      key_reserved: z.object({ chord: z.string(), action: z.string() }),
    },
    changes: ['settings'],
  }),
  /** The browser shell's window tells where it stands: its profile, which would know, does not outlive the run. No window is told. */
  rememberWindow: entry({
    where: 'desk',
    who: everyone,
    input: WindowPlace,
    output: Nothing,
    refusals: {},
    changes: [],
  }),
  /** Lets the person pick a folder. Null: nothing picked. In the browser shell there is no system window: `not_here`. */
  chooseFolder: entry({
    where: 'desk',
    who: everyone,
    input: Nothing,
    output: z.string().nullable(),
    refusals: { not_here: Nothing },
    changes: [],
  }),
}
