import type { Draft, Note } from '../../../shared/contract/listening/notes.ts'
import type { Asker, Service } from '../../../shared/contract/services.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { draftBehind, draftWithout } from '../../../shared/domain/listening/drafts/draft-on-disk.ts'
import { runOn } from '../../storage/engine/sqlite.ts'
import { draftsOfCall, dropDraft, halfDoneNotes, storeDraft } from '../../storage/listening/drafts.ts'
import { halfDoneUntold } from '../agents/agents.ts'
import type { ServiceParts } from '../parts.ts'
import { accept, refuse } from '../refuse.ts'
import { type KnownNames, nobodyKnown } from './known-names.ts'

export type DraftsService = Pick<Service<'notes'>, 'drafts' | 'storeDraft' | 'dropDraft' | 'halfDone'>

/** What this process stored last, as it is on the disk. */
export interface LastNote {
  note: Note | null
  /** Its words, with those of notes before it whose number goes on in it, as far as they tell of one: in memory alone. */
  words?: string
}

/** What was said right before a note: somebody who reads out a number may have saved in its middle. Nothing is read for it. */
export const saidBefore = ({ note, words }: LastNote, next: { callId: Id; noteId?: Id | null | undefined }): string =>
  note?.callId === next.callId && note.id !== next.noteId ? (words ?? note.text) : ''

/** What is half done is the desk's own, whoever keeps the notes. */
export function draftsService(
  { db, clock, forgetDrafts }: Pick<ServiceParts, 'db' | 'clock' | 'forgetDrafts'>,
  last: LastNote,
  knownNames: KnownNames = nobodyKnown,
): DraftsService {
  /** Without praise that somebody else began, where it is not told: as with notes. */
  const told = <Half extends Draft>(drafts: Half[], asker: Asker): Half[] => {
    if (drafts.length === 0) return drafts
    const untold = new Set(runOn(db, halfDoneUntold(asker)).map(({ draftId }) => draftId))
    return drafts.filter(({ draftId }) => !untold.has(draftId))
  }
  return {
    drafts: ({ callId }, asker) => accept(told(draftsOfCall(db, callId), asker)),

    storeDraft: (wish, { personId: actorId }) => {
      const storedAt = clock.now()
      if (wish.text === '') {
        runOn(db, dropDraft(wish.draftId))
        forgetDrafts.replaced()
        return accept({ storedAt })
      }
      const caret = Math.min(wish.caret, wish.text.length)
      const names = knownNames.of(wish.callId)
      const { isVeiled, ...draft } = draftWithout(names, draftBehind(saidBefore(last, wish), wish.text, caret))
      const stored = storeDraft(db, { ...wish, ...draft, seenVersion: wish.seenVersion ?? null, storedAt, actorId })
      if (isVeiled) forgetDrafts.veiled()
      else forgetDrafts.replaced()
      return stored === 'saved' ? accept({ storedAt }) : refuse('call_not_found')
    },

    dropDraft: ({ draftId }) => {
      runOn(db, dropDraft(draftId))
      forgetDrafts.replaced()
      return accept({})
    },

    halfDone: (_, asker) => accept(told(halfDoneNotes(db), asker)),
  }
}
