import { useState } from 'react'
import type { Conversation, Line } from '../../../../shared/contract/listening/conversations.ts'

/** Which lines of this conversation were made notes, and the two ways to do it: that line, or the newest of the customer. */
export function useLineNotes(conversation: Conversation, heard: readonly Line[], onNote: (line: Line) => boolean) {
  const [made, setMade] = useState<{ of: Conversation; noted: ReadonlySet<number> }>({
    of: conversation,
    noted: new Set(),
  })
  // Another file has other lines.
  const noted = made.of === conversation ? made.noted : new Set<number>()
  const noteLine = (index: number) => {
    const line = heard[index]
    if (line === undefined || noted.has(index) || !onNote(line)) return
    setMade({ of: conversation, noted: new Set([...noted, index]) })
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
