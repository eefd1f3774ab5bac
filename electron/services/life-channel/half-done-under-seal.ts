import type { Service } from '../../../shared/contract/services.ts'
import type { MeetingDraftsService } from '../meetings/meeting-drafts.ts'
import type { Sealing } from './sealing.ts'

type Seal = Pick<Sealing, 'halfDone' | 'takenOut'>

/** What somebody goes on writing about a sealed call is stored as ever, and then put away; what they give up, take out again or make a note of goes from there. */
export function halfDoneUnderSeal(notes: Service<'notes'>, seal: Seal): Service<'notes'> {
  return {
    ...notes,
    storeDraft: (wish, asker) => {
      const answer = notes.storeDraft(wish, asker)
      if (wish.text === '') seal.takenOut(wish)
      else seal.halfDone(wish)
      return answer
    },
    dropDraft: (wish, asker) => {
      const answer = notes.dropDraft(wish, asker)
      seal.takenOut(wish)
      return answer
    },
    add: (wish, asker) => {
      const answer = notes.add(wish, asker)
      if (wish.draftId !== undefined) seal.takenOut({ callId: wish.callId, draftId: wish.draftId })
      return answer
    },
  }
}

/** The same of what is typed at its meeting. */
export function halfDoneLinesUnderSeal(drafts: MeetingDraftsService, seal: Seal): MeetingDraftsService {
  return {
    ...drafts,
    storeDraft: ({ draftId, meetingId, ...words }, asker) => {
      const answer = drafts.storeDraft({ draftId, meetingId, ...words }, asker)
      const draft = { draftId, meetingId }
      if (words.text === '') seal.takenOut(draft)
      else seal.halfDone(draft)
      return answer
    },
  }
}
