import { useEffect, useMemo, useRef, useState } from 'react'
import type { Version } from '../../../../shared/contract/versions.ts'
import { halfDoneNotes } from '../../../lib/common-queries.ts'
import { makeDraftKeeper } from '../../../lib/draft-keeper.ts'
import { queryClient } from '../../../lib/query-client.ts'
import type { Seen } from '../../../lib/use-seen.ts'
import { type DraftPlace, keepDraft, type NoteChange } from '../review.actions.ts'

/**
 * Keeps what is written in the dialog as the draft of its note, after every change: neither a closed window nor a kill costs it, and
 * a dialog that is left stands among the half-done notes. `changed` takes what stands there now; `settled` waits for the disk.
 */
export function useNoteDraft(place: DraftPlace) {
  const [where] = useState(place)
  const words = useRef<{ change: NoteChange; caret: number; version: Version } | null>(null)
  const keeper = useMemo(
    () =>
      makeDraftKeeper(async () => {
        if (words.current !== null) await keepDraft(where, words.current.change, words.current)
      }),
    [where],
  )
  useEffect(() => {
    const flush = () => void keeper.flush()
    window.addEventListener('pagehide', flush)
    return () => {
      window.removeEventListener('pagehide', flush)
      void keeper.flush().then(() => queryClient.invalidateQueries(halfDoneNotes))
    }
  }, [keeper])
  return {
    changed: (change: NoteChange, caret: number, { version }: Pick<Seen, 'version'>) => {
      words.current = { change, caret, version }
      keeper.touch()
    },
    settled: () => keeper.flush(),
  }
}
