import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Conversation, Line } from '../../../../shared/contract/listening/conversations.ts'
import { useNoteBoxes } from '../notes/note-box.ts'
import { notesOfCall } from '../notes/notes.queries.ts'
import { notedLines } from './noted-lines.ts'

/** Which lines of this conversation are notes, and the two ways to make one: that line, or the newest of the customer. */
export function useLineNotes(conversation: Conversation, heard: readonly Line[], onNote: (line: Line) => void) {
  const { callId, lines } = conversation
  const stored = useQuery(notesOfCall(callId)).data
  const sending = useNoteBoxes((state) => state.sending)
  const noted = useMemo(
    () => notedLines(lines, [...(stored ?? []), ...sending.filter((note) => note.callId === callId)]),
    [lines, stored, sending, callId],
  )
  const noteLine = (index: number) => {
    const line = heard[index]
    if (line !== undefined && !noted.has(index)) onNote(line)
  }
  /** False when every line of the customer heard so far is a note: the key has nothing to do. */
  const noteNewest = (): boolean => {
    const index = heard.findLastIndex(({ speaker }, at) => speaker !== 'agent' && !noted.has(at))
    if (index < 0) return false
    noteLine(index)
    return true
  }
  return { noted, noteLine, noteNewest }
}
