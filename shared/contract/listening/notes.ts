import { z } from 'zod'
import { entry } from '../entry.ts'
import { LONGEST } from '../limits.ts'
import { DurationMs, Id, Instant, IssueTypeId, keptText, Nothing } from '../values.ts'
import { SeenVersion, Version } from '../versions.ts'
import { everyone } from '../who.ts'
import { HeardZone } from './sessions.ts'

/** 原声 (the customer's words), 判断 (the listener's view), praise for the agent, risk. */
export const NoteKind = z.enum(['voice', 'view', 'praise', 'risk'])
export type NoteKind = z.infer<typeof NoteKind>

/** The words of a note as they come in; masked on the way to the disk. One that says nothing is refused as `empty`. */
export const NoteText = keptText(LONGEST.note)

/** What was heard or thought at one second of a call. */
export const Note = z.object({
  id: Id,
  callId: Id,
  kind: NoteKind,
  /** Masked before it was stored. */
  text: z.string(),
  /** Milliseconds from the start of the call to the first keystroke of the note, less the personal reaction lag. */
  offsetMs: DurationMs,
  issueTypeId: IssueTypeId.nullable(),
  createdAt: Instant,
  editedAt: Instant.nullable(),
  /** The ticket it is quoted in, when there is one. */
  ticketId: Id.nullable(),
  version: Version,
})
export type Note = z.infer<typeof Note>

/** What can be done to a note, and taken back. */
export const NoteAct = z.enum(['added', 'edited', 'removed', 'restamped', 'unmasked'])
export type NoteAct = z.infer<typeof NoteAct>

/** A note half done: the next call never waits for it. A call has more than one when the saving of an earlier note failed. */
export const Draft = z.object({
  /** Made by the window when the note is begun; saving the note drops this draft and no other. */
  draftId: Id,
  callId: Id,
  /** Set while a saved note is being edited. */
  noteId: Id.nullable(),
  /** The version of that note which the change goes out from; null: of a new note, or not known. */
  seenVersion: Version.nullable(),
  kind: NoteKind,
  text: z.string(),
  /** In UTF-16 units, as the browser counts. */
  caret: z.number().int().min(0),
  offsetMs: DurationMs,
  issueTypeId: IssueTypeId.nullable(),
  storedAt: Instant,
})
export type Draft = z.infer<typeof Draft>

/** A draft as the window sends it. Far longer than a note may be: what was typed is kept before it is judged. */
export const DraftWish = Draft.omit({ storedAt: true }).extend({
  text: z.string().max(LONGEST.draft),
  seenVersion: Version.nullable().optional(),
})

/** A draft with where it belongs, for the tray and for Today. */
export const HalfDone = Draft.extend({
  sessionId: Id,
  sessionStartedAt: Instant,
  heardZone: HeardZone,
  listenerName: z.string().nullable(),
  callNumber: z.number().int(),
  callReference: z.string().nullable(),
})
export type HalfDone = z.infer<typeof HalfDone>

const NoteWish = z.object({
  /** Made by the window, so that a repeated send after a lost connection cannot store the note twice. */
  noteId: Id,
  callId: Id,
  /** The draft it was written as, dropped with the save. */
  draftId: Id.optional(),
  kind: NoteKind,
  text: NoteText,
  offsetMs: DurationMs,
  issueTypeId: IssueTypeId.nullable(),
})

export const notes = {
  /** Notes of one call by offset. */
  ofCall: entry({
    where: 'journal',
    who: everyone,
    input: z.object({ callId: Id }),
    output: z.array(Note),
    refusals: {},
    changes: [],
  }),
  /** Notes of a session, by call and offset. */
  ofSession: entry({
    where: 'journal',
    who: everyone,
    input: z.object({ sessionId: Id }),
    output: z.array(Note),
    refusals: {},
    changes: [],
  }),
  /**
   * Stores a note for good: when this answers, the note survives a power cut. Masks it, drops its draft, in one
   * transaction. The same `noteId` again returns the note already stored. Windows are told with `noteAdded`, which names the note:
   * they need not read everything again.
   */
  add: entry({
    where: 'journal',
    who: everyone,
    input: NoteWish,
    output: Note,
    refusals: { empty: Nothing, call_not_found: Nothing },
    changes: [],
  }),
  /** Kind, words and type, all three as they shall be; the stamp stays. Tickets that quote it show the new words. */
  edit: entry({
    where: 'journal',
    who: everyone,
    input: z.object({
      noteId: Id,
      seenVersion: SeenVersion,
      /** The draft these words lay in: it is dropped. That of another window stays, its words are in no note. */
      draftId: Id.optional(),
      kind: NoteKind,
      text: NoteText,
      issueTypeId: IssueTypeId.nullable(),
    }),
    output: Note,
    refusals: {
      empty: Nothing,
      not_found: Nothing,
      /** It is the only voice its ticket speaks with: it may be worded anew, and must stay a voice. */
      last_voice: z.object({ ticketNumber: z.number().int() }),
    },
    changes: ['notes', 'agents', 'sessions', 'tickets'],
  }),
  /**
   * «Not personal»: puts what was typed back in the place of one mask, while the call of the note is on. The window that took the words still
   * holds them; the disk never did. Written down with the kind and who did it. `not_these_words`: the note is not what became of them, or no
   * mask stands at that place. `never`: a card, or what a rule of the company hides.
   */
  unmask: entry({
    where: 'journal',
    who: everyone,
    input: z.object({
      noteId: Id,
      /** The note as it was typed, whole. */
      typed: NoteText,
      /** A place inside the mask, in UTF-16 units of the note as it is stored. */
      at: z.number().int().min(0).max(LONGEST.note),
    }),
    output: Note,
    refusals: { not_found: Nothing, call_over: Nothing, not_these_words: Nothing, never: Nothing },
    changes: ['notes', 'sessions', 'tickets'],
  }),
  /**
   * Moves the time mark of a note to where it was heard, within its call. The words stay as they are. From such corrections the
   * console learns the reaction lag of its person.
   */
  restamp: entry({
    where: 'journal',
    who: everyone,
    input: z.object({ noteId: Id, offsetMs: DurationMs }),
    output: Note,
    refusals: { not_found: Nothing },
    changes: ['notes', 'sessions', 'tickets', 'settings'],
  }),
  /** Refused while a ticket quotes it. */
  remove: entry({
    where: 'journal',
    who: everyone,
    input: z.object({ noteId: Id, seenVersion: SeenVersion }),
    output: Note,
    refusals: { not_found: Nothing, quoted: z.object({ ticketNumber: z.number().int() }) },
    changes: ['notes', 'agents', 'sessions'],
  }),
  /**
   * Takes back the last thing done to the notes of this call (added, edited, removed, time mark moved, a mask taken back). Repeats step further back. `quoted`: a
   * ticket needs the note, or needs it as the voice it is.
   */
  undo: entry({
    where: 'journal',
    who: everyone,
    input: z.object({ callId: Id }),
    output: z.object({ undone: NoteAct, note: Note }),
    refusals: { nothing_to_undo: Nothing, quoted: z.object({ ticketNumber: z.number().int() }) },
    changes: ['notes', 'agents', 'sessions', 'tickets', 'settings'],
  }),
  /** Does again what was taken back last, as long as nothing else was done to the notes of this call since. A mask that is back stays: nobody kept what it hides. */
  redo: entry({
    where: 'journal',
    who: everyone,
    input: z.object({ callId: Id }),
    output: z.object({ redone: NoteAct, note: Note }),
    refusals: { nothing_to_redo: Nothing, quoted: z.object({ ticketNumber: z.number().int() }) },
    changes: ['notes', 'agents', 'sessions', 'tickets', 'settings'],
  }),
  /** Drafts of one call, without praise that others began and that is not told. The first belongs in the box: the change of a note, else the newest begun. */
  drafts: entry({
    where: 'desk',
    who: everyone,
    input: z.object({ callId: Id }),
    output: z.array(Draft),
    refusals: {},
    changes: [],
  }),
  /** Stores what is in the box (masked, caret moved along; every code unit comes back as it was). An empty text removes the draft. No window is told: it is this window's own. */
  storeDraft: entry({
    where: 'desk',
    who: everyone,
    input: DraftWish,
    output: z.object({ storedAt: Instant }),
    refusals: { call_not_found: Nothing },
    changes: [],
  }),
  /** The words were given up by the person. Accepted when there is no such draft. */
  dropDraft: entry({
    where: 'desk',
    who: everyone,
    input: z.object({ callId: Id, draftId: Id }),
    output: Nothing,
    refusals: {},
    changes: ['notes'],
  }),
  /** Every note half done, newest first; praise as in `drafts`. */
  halfDone: entry({
    where: 'desk',
    who: everyone,
    input: Nothing,
    output: z.array(HalfDone),
    refusals: {},
    changes: [],
  }),
}
