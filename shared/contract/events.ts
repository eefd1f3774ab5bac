import type { Topic } from './entry.ts'
import type { ExportProgress } from './exports/exports.ts'
import type { Id } from './values.ts'

/** What main pushes to every window without being asked. Never carries customer words. */
export type EarshotEvent =
  /** Refresh what you show of these topics. */
  | { kind: 'changed'; topics: readonly Topic[] }
  /** A note was stored. The window that stored it has it by the answer; others read that call's notes again. */
  | { kind: 'noteAdded'; callId: Id; noteId: Id }
  | ({ kind: 'exportProgress' } & ExportProgress)
  /** An `earshot://call?ref=…` link was followed: show this call. */
  | { kind: 'showCall'; sessionId: Id; callId: Id }
  /** The desktop could not show that a seat begins: the window does. */
  | { kind: 'remindOfSeats' }
  /** A menu or tray item was chosen: go to this path, e.g. `/tickets`. */
  | { kind: 'goTo'; path: string }
