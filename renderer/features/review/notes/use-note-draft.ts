import { useEffect, useMemo, useRef, useState } from 'react'
import type { Draft } from '../../../../shared/contract/listening/notes.ts'
import type { Version } from '../../../../shared/contract/versions.ts'
import { isBlank } from '../../../../shared/text/characters.ts'
import { makeDraftKeeper } from '../../../lib/draft-keeper.ts'
import type { Seen } from '../../../lib/use-seen.ts'
import { type DraftPlace, draftOf, keepAsLeft, keepDraft, type NoteChange } from '../review.actions.ts'
import { leaveWords, takeUpLeft } from './left-words.ts'

/**
 * Keeps what is written in the dialog as the draft of its note, after every change: neither a closed window nor a kill costs it, and
 * a dialog that is left stands among the half-done notes. `changed` takes what stands there now; `settled` waits for the disk; `taken`: it is a note now.
 */
export function useNoteDraft(place: DraftPlace) {
  const [where] = useState(place)
  const words = useRef<{ change: NoteChange; caret: number; version: Version } | null>(null)
  /** What is half done of it; undefined while the disk says it. */
  const halfDone = useRef<Draft | null | undefined>(undefined)
  /** Why the disk did not take it last; null: it did. */
  const refused = useRef<string | null>(null)
  const keeper = useMemo(
    () =>
      makeDraftKeeper(async () => {
        if (words.current !== null) refused.current = await keepDraft(where, words.current.change, words.current)
      }),
    [where],
  )
  useEffect(() => {
    const flush = () => void keeper.flush()
    window.addEventListener('pagehide', flush)
    return () => {
      window.removeEventListener('pagehide', flush)
      const stored = keeper.flush().then(() => refused.current)
      const left = halfDone.current
      if (left !== undefined) void leaveWords(where.draftId, left, stored, () => keepAsLeft(where, left))
    }
  }, [keeper, where])
  return {
    changed: (change: NoteChange, caret: number, { version }: Pick<Seen, 'version'>) => {
      words.current = { change, caret, version }
      takeUpLeft(where.draftId)
      const draft = draftOf(where, change, words.current)
      // An emptied field keeps the words it had last.
      if (draft === null || !isBlank(draft.text)) halfDone.current = draft
      keeper.touch()
    },
    taken: () => {
      halfDone.current = null
    },
    settled: () => keeper.flush(),
  }
}
