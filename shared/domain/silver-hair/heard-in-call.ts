import type { Conversation } from '../../contract/listening/conversations.ts'
import type { Note } from '../../contract/listening/notes.ts'
import type { HeardLine } from '../life-channel/danger.ts'

/** All that was heard in a call: what was noted, what is being typed, and the lines of its conversation. */
export function heardInCall(call: {
  readonly notes: readonly Pick<Note, 'text'>[]
  readonly conversation: Pick<Conversation, 'lines'> | null
  readonly typed?: string
}): HeardLine[] {
  const typed = call.typed === undefined || call.typed === '' ? [] : [{ text: call.typed }]
  return [
    ...[...call.notes, ...typed].map(({ text }) => ({ text, speaker: 'listener' as const })),
    ...(call.conversation?.lines ?? []).map(({ text, speaker }) => ({ text, speaker })),
  ]
}
