import { z } from 'zod'
import { MOST_THANKS, Thanks } from '../agents/thanks.ts'
import { entry } from '../entry.ts'
import { MaskingRules } from '../house/masking.ts'
import { LONGEST } from '../limits.ts'
import { Minutes } from '../meetings/meetings.ts'
import { Quote, Ticket, TimeLimit } from '../tickets/tickets.ts'
import { Id, keptText, Nothing } from '../values.ts'
import { noteTakers } from '../who.ts'
import { exportFormatNames } from './export-formats.ts'
import { ExportRecord, ExportSelection, ExportState, WaitReason } from './exports.ts'

const Format = z.enum(exportFormatNames)
const TicketNumber = z.number().int().min(1)
const Numbers = z.array(TicketNumber).readonly()
const OneFile = z.object({ exportId: Id })
const ofBytes = { sha256: z.string().max(64), sizeBytes: z.number().int().min(0) }
const Files = z.object({ exportIds: z.array(Id) })

/** Longer than any system takes; how a folder is spelled is for the desk to say. */
const Folder = z.string().max(4 * LONGEST.folder)
/** The tickets of an earlier file, or those of them that changed since it was made: named by it, as they may be more than go into a message. */
const OfExport = z.object({ exportId: Id, what: z.enum(['all', 'changed']) })
/** Minutes of the meeting of a call; all thanks that wait, or those of an earlier page. */
const OfPage = z.discriminatedUnion('page', [
  z.object({ page: z.literal('minutes'), callId: Id }),
  z.object({ page: z.literal('thanks'), asOf: Id.nullable() }),
])
/** An earlier wish may say more than a person types: that it is of what changed since. */
const Wish = z.object({
  wanted: z.union([ExportSelection, OfExport, OfPage]),
  scope: keptText(2 * LONGEST.scope),
  isNamed: z.boolean().optional(),
  language: z.enum(['zh', 'en']),
  formats: z.array(Format).min(1).readonly(),
})
const LastEvents = z.object({ ticketEventId: z.string().max(40), noteEventId: z.string().max(40) })
const Row = z.object({
  ticket: Ticket,
  limit: TimeLimit,
  issueTypeNameZh: z.string().nullable(),
  issueTypeNameEn: z.string().nullable(),
  quotes: z.array(Quote.extend({ heardBy: z.string().nullable(), heardZone: z.string().nullable().optional() })),
  remark: z.string().nullable(),
  isSilverHair: z.boolean(),
})

/** `no_hub`: a desk alone has its own ledger, and windows ask `exports`. `at_other_desk`: that file is in another desk's hands. */
const refusals = { no_hub: Nothing, at_other_desk: Nothing }
const atHub = { where: 'hub', who: noteTakers, refusals } as const

/**
 * How a desk that belongs to a hub works on its files: it makes and delivers them, the hub keeps the ledger and the rows. Asked by the desk itself,
 * never by a window. Which desk asks the hub knows by itself, and of its files alone is anything changed.
 */
export const deskExports = {
  /** Writes the files of a wish into the ledger, in the name of who asks; null when there is nothing to export. */
  begin: entry({
    ...atHub,
    input: z.object({ wish: Wish, folder: Folder }),
    output: z.array(ExportRecord).nullable(),
    changes: ['exports'],
    takesFile: true,
  }),
  /** The wish behind any file, to be had once more, or only of what changed since. */
  wishAgain: entry({
    ...atHub,
    input: OfExport,
    output: z.union([z.object({ wish: Wish, folder: Folder }), z.enum(['not_found', 'nothing_changed'])]),
    changes: [],
  }),
  find: entry({ ...atHub, input: OneFile, output: ExportRecord.nullable(), changes: [] }),
  /** Those of the files that are in this desk's hands. */
  ours: entry({ ...atHub, input: Files, output: z.array(Id), changes: [] }),
  /** Those that the ledger knows. */
  known: entry({ ...atHub, input: Files, output: z.array(Id), changes: [] }),
  /** This desk's, oldest first. */
  inStates: entry({
    ...atHub,
    input: z.object({ states: z.array(ExportState) }),
    output: z.array(ExportRecord),
    changes: [],
  }),
  /** What the bytes of a file are made of; null when they need not be made. */
  toMake: entry({
    ...atHub,
    input: OneFile,
    output: z
      .object({
        ...{ format: Format, language: z.enum(['zh', 'en']), timeZone: z.string(), ticketNumbers: Numbers },
        /** Told again with the bytes: they count for nothing where the file was to be made anew meanwhile. */
        tries: z.number().int(),
        /** Null: a file of tickets, whose rows are asked for. */
        page: z
          .union([
            z.object({ kind: z.literal('minutes'), minutes: Minutes }),
            z.object({ kind: z.literal('thanks'), thanks: z.array(Thanks) }),
          ])
          .nullable(),
        /** As they stood when this was read: the desk may not have heard of them by now. */
        maskingRules: MaskingRules.omit({ version: true }),
      })
      .nullable(),
    changes: [],
  }),
  /** The last events that every page tells of; asked before the first. */
  mark: entry({ ...atHub, input: Nothing, output: LastEvents, changes: [] }),
  /** The rows of these tickets as they are at one moment. `hasMore`: those after the last were too long for one answer. */
  page: entry({
    ...atHub,
    input: z.object({ ticketNumbers: z.array(TicketNumber).max(1_000) }),
    output: z.object({ rows: z.array(Row), hasMore: z.boolean() }),
    changes: [],
  }),
  /**
   * The bytes lie at the desk, whole. `leftOut`: what was wanted and withdrawn meanwhile. That of a whole archive is no longer than of a few. `thanksIds`: those on
   * a page of thanks; the others wait again.
   */
  made: entry({
    ...atHub,
    input: OneFile.extend({
      ...ofBytes,
      tries: z.number().int().min(0),
      leftOut: Numbers,
      thanksIds: z.array(Id).max(MOST_THANKS).readonly().nullable(),
      lastEvents: LastEvents,
    }),
    output: Nothing,
    changes: ['exports'],
    takesFile: true,
  }),
  /** Counts a try to deliver, with the names other files have in that folder; null when the file is not on its way. */
  beginTry: entry({
    ...atHub,
    input: OneFile,
    output: z.object({ record: ExportRecord, taken: z.array(z.string()) }).nullable(),
    changes: ['exports'],
  }),
  waiting: entry({ ...atHub, input: Files.extend({ reason: WaitReason }), output: Nothing, changes: ['exports'] }),
  /** Waiting files back on their way; `folder`: to another one. Answers what each was before. */
  goAgain: entry({
    ...atHub,
    input: Files.extend({ folder: Folder.nullable() }),
    output: z.array(ExportRecord),
    changes: ['exports'],
  }),
  ended: entry({
    ...atHub,
    input: OneFile.extend({ state: z.enum(['cancelled', 'failed']) }),
    output: Nothing,
    changes: ['exports'],
  }),
  /** The file lies in its folder. The first tickets in it have it in their story (`tellSome` tells the others); its thanks are handed over. */
  delivered: entry({
    ...atHub,
    input: OneFile.extend({ fileName: z.string().min(1).max(255), ...ofBytes }),
    output: Nothing,
    changes: ['exports', 'tickets', 'agents'],
  }),
  /** Delivered files of this desk that not every ticket in them has in its story yet. */
  untold: entry({ ...atHub, input: Nothing, output: z.array(Id), changes: [] }),
  /** Some more tickets of a delivered file get it into their story; false when all had it. */
  tellSome: entry({ ...atHub, input: OneFile, output: z.boolean(), changes: ['tickets'] }),
}
