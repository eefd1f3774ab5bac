import { z } from 'zod'
import { ChangedDetails } from '../../../shared/contract/life-channel/case-acts.ts'
import { DangerGrade, Evidence } from '../../../shared/contract/life-channel/danger.ts'
import { Origin } from '../../../shared/contract/life-channel/life-channel.ts'
import { Conversation, Line } from '../../../shared/contract/listening/conversations.ts'
import { NoteAct, NoteKind } from '../../../shared/contract/listening/notes.ts'
import { CallGap } from '../../../shared/contract/listening/sessions.ts'
import { Purpose } from '../../../shared/contract/seats/bookings.ts'
import {
  Dialect,
  Effort,
  Help,
  JargonCount,
  Lens,
  Mark,
  MarkOrigin,
  Operation,
  Pace,
  Tone,
  Volume,
} from '../../../shared/contract/silver-hair/lens.ts'
import { DurationMs, Id, Instant, IssueTypeId, PlainDate } from '../../../shared/contract/values.ts'
import { Version } from '../../../shared/contract/versions.ts'
import { isForbidden } from '../../../shared/domain/silver-hair/property.ts'
import type { CallWords } from '../life-channel/call-words.ts'
import { goneId } from '../retention/gone.ts'

/** Whether a text is JSON of this form; it stays a text. */
const jsonOf = (form: z.ZodType) =>
  z.string().refine((text) => {
    try {
      return form.safeParse(JSON.parse(text)).success
    } catch {
      return false
    }
  })

/** Of an agent on one day; what was typed goes nowhere. */
const AgentHash = z.string().regex(/^[0-9a-f]{32}$/)
const Count = z.number().int().min(0)
const Anything = z.record(z.string(), z.unknown())

/**
 * What may come up from a desk, by its columns. A desk of another version may have more of them, which are left out. Texts are not
 * cut and not masked here: what was said was masked before it was stored.
 */
export const heardRows = {
  session: z.object({
    ...{ id: Id, booking_id: Id.nullable(), seat_number: Count.nullable(), listener_id: Id.nullable() },
    ...{ purpose: Purpose, started_at: Instant, ended_at: Instant.nullable() },
  }),
  call: z.object({
    ...{ id: Id, session_id: Id, number: Count, reference: z.string().nullable() },
    ...{ started_at: Instant, ended_at: Instant.nullable(), session_ms: Count },
  }),
  listening_gap: z.object({ session_id: Id, from_ms: Count, to_ms: Count, reason: CallGap.shape.reason }),
  note: z.object({
    ...{ id: Id, call_id: Id, kind: NoteKind, text: z.string(), offset_ms: DurationMs },
    ...{ issue_type_id: IssueTypeId.nullable(), created_at: Instant, edited_at: Instant.nullable() },
    ...{ removed_at: Instant.nullable(), version: Version },
  }),
  note_event: z.object({
    ...{
      id: Id,
      note_id: Id,
      call_id: Id,
      at: Instant,
      actor_id: Id.nullable(),
      what: z.enum([...NoteAct.options, 'undone']),
    },
    ...{ before_json: jsonOf(Anything).nullable(), undoes_event_id: Id.nullable() },
  }),
  conversation: z.object({
    ...{ call_id: Id, title: z.string(), pace: Conversation.shape.pace, lines_json: jsonOf(z.array(Line)) },
  }),
  conversation_taken: z.object({ call_id: Id }),
  silver_hair: z
    .object({
      ...{
        call_id: Id,
        mark: Mark,
        origin: MarkOrigin,
        marked_at: Instant,
        pace: Pace.nullable(),
        tone: Tone.nullable(),
      },
      ...{ volume: Volume.nullable(), dialect: Dialect.nullable(), effort: Effort.nullable() },
      ...{ operation: Operation.nullable(), help: Help.nullable(), told_first: z.literal([0, 1]).nullable() },
      ...{ jargon_json: jsonOf(z.array(JargonCount)), version: Version },
    })
    // Whatever the desk says: what touches property is never done for the caller.
    .refine((row) => !isForbidden(row)),
  meeting: z.object({
    ...{ id: Id, call_id: Id, started_at: Instant, actor_id: Id.nullable(), note_ids_json: jsonOf(z.array(Id)) },
    ...{ attendees_json: jsonOf(z.array(z.string())), solved_at: Instant.nullable(), version: Version },
  }),
  meeting_line: z.object({
    ...{ id: Id, meeting_id: Id, owner_name: z.string().nullable(), text: z.string(), due_on: PlainDate.nullable() },
    ...{ created_at: Instant, removed_at: Instant.nullable(), version: Version },
  }),
  call_agent: z.object({
    ...{
      call_id: Id,
      day: PlainDate,
      agent_id: AgentHash.nullable(),
      before_id: AgentHash.nullable(),
      version: Version,
    },
  }),
  thanks: z.object({
    ...{ id: Id, note_id: Id, call_id: Id, voice_note_id: Id.nullable(), collected_at: Instant },
    ...{ actor_id: Id.nullable(), taken_back_at: Instant.nullable(), version: Version },
  }),
  booking_event: z.object({
    ...{ id: Id, booking_id: Id, at: Instant, actor_id: Id.nullable(), what: z.enum(['checked_in', 'done']) },
    // Who sat, where that was not whoever booked.
    after_json: jsonOf(z.object({ satById: Id.nullish() })).optional(),
  }),
} as const

const HalfDone = z.record(z.string(), z.union([z.string(), z.number(), z.null()]))

const Words = z.object({
  reference: z.string().nullable(),
  notes: z.array(
    z.object({
      ...{ id: Id, kind: NoteKind, text: z.string(), offsetMs: DurationMs, removedAt: Instant.nullable() },
      ...{ version: Version.optional(), issueTypeId: IssueTypeId.nullish(), editedAt: Instant.nullish() },
    }),
  ),
  earlier: z.array(z.object({ eventId: Id, before: jsonOf(Anything) })).optional(),
  conversation: Conversation.nullable(),
  lens: Lens.refine((lens) => !isForbidden(lens)).nullish(),
  drafts: z.array(HalfDone),
  meeting: z
    .object({
      ...{ attendees: z.array(z.string()), drafts: z.array(HalfDone) },
      lines: z.array(
        z.object({ id: Id, ownerName: z.string().nullable(), text: z.string(), version: Version.optional() }),
      ),
    })
    .nullish(),
}) satisfies z.ZodType<CallWords>

/** What a sealed row holds, once it is opened; of a caller's details what was changed of them. */
const sealedForms = {
  ...{ evidence: Evidence, details: ChangedDetails, call: Words, follow_up: z.string() },
} as const

const CardAct = z.enum(['step', 'step_back', 'handed_over', 'handed_back', 'dismissed', 'restored', 'heard'])

/** Those of the life channel. What is sealed comes opened, over the encrypted wire. */
export const lifeRows = {
  life_case: z.object({
    ...{ id: Id, session_id: Id.nullable(), call_id: Id.nullable(), origin: Origin, grade: DangerGrade.nullable() },
    ...{ raised_at: Instant, raised_by: Id.nullable() },
    /** A call that its desk did not have; an older desk names none. */
    named_call_id: Id.nullable().default(null),
  }),
  life_event: z.object({
    // What is done at a card. Who reads, goes on with or closes a case asks the hub, which writes that down itself.
    ...{ id: Id, case_id: Id, at: Instant, actor_id: Id.nullable(), what: CardAct },
    ...{ which: z.string().max(40).nullable(), remark: z.string().nullable() },
  }),
  life_sealed: z
    .object({
      ...{ id: Id, case_id: Id, at: Instant, what: z.enum(['evidence', 'details', 'call', 'follow_up']) },
      ...{ is_encrypted: z.literal(0), payload: z.string() },
    })
    // Laid down as it came it would be found out by whoever opens the case, who has no time for it.
    .refine(({ what, payload }) => jsonOf(sealedForms[what]).safeParse(payload).success),
  sealed_call: z.object({ call_id: Id, case_id: Id, sealed_at: Instant, emptied_at: Instant.nullable() }),
} as const

/** What a desk decided about a session while it was alone. */
export const keepingRows = {
  retention_keep: z.object({
    ...{ session_id: Id, reason: z.string(), until: PlainDate.nullable() },
    ...{ at: Instant, actor_id: Id.nullable() },
  }),
  words_gone: z
    .object({
      ...{ id: z.string(), kind: z.enum(['notes', 'conversations']), session_id: Id, kept_until: PlainDate },
      ...{ gone_at: Instant, voice: Count, view: Count, praise: Count, risk: Count, thanks: Count },
      conversations: Count,
      // A desk from before this was kept does not say it.
      others: Count.default(0),
    })
    .refine(({ id, kind, session_id }) => id === goneId(kind, session_id)),
} as const

export type KeepingRows = { [T in keyof typeof keepingRows]: z.infer<(typeof keepingRows)[T]> }

export type LifeRows = { [T in keyof typeof lifeRows]: z.infer<(typeof lifeRows)[T]> }

export type HeardRows = { [T in keyof typeof heardRows]: z.infer<(typeof heardRows)[T]> }
