import { useQuery } from '@tanstack/react-query'
import { type RefObject, useLayoutEffect, useRef } from 'react'
import type { Id } from '../../../../shared/contract/values.ts'
import { type NoteBox, restoreDrafts } from './note-box.ts'
import { draftsOfCall } from './notes.queries.ts'

/** Lays the stored drafts back when the box of a call is first shown, and the caret where the words that were laid in had it. */
export function useRestoredDrafts(callId: Id, box: NoteBox, area: RefObject<HTMLTextAreaElement | null>): void {
  const { data: drafts, isFetchedAfterMount } = useQuery(draftsOfCall(callId))
  useLayoutEffect(() => {
    if (drafts !== undefined && isFetchedAfterMount) restoreDrafts(callId, drafts)
  }, [drafts, isFetchedAfterMount, callId])
  const placedIn = useRef<number | null>(null)
  useLayoutEffect(() => {
    // Once per field: after that the caret is the person's own.
    if (box.text === '' || placedIn.current === box.fieldNumber) return
    placedIn.current = box.fieldNumber
    // Typed just now, the caret stands there already; touching the selection would disturb an input method at work.
    if (area.current?.selectionStart !== box.caret) area.current?.setSelectionRange(box.caret, box.caret)
  }, [box, area])
}
