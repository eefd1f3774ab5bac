import type { Service } from '../../../shared/contract/services.ts'
import type { MeetingDraftsService } from '../meetings/meeting-drafts.ts'
import type { Sealing } from './sealing.ts'

type Seal = Pick<Sealing, 'halfDone' | 'takenOut'>

/** What was refused leaves everything as it was. */
function onceDone<Answer extends { readonly ok: boolean }>(answer: Answer, done: () => void): Answer
function onceDone<Answer extends { readonly ok: boolean }>(
  answer: Answer | Promise<Answer>,
  done: () => void,
): Answer | Promise<Answer>
function onceDone<Answer extends { readonly ok: boolean }>(answer: Answer | Promise<Answer>, done: () => void) {
  if (answer instanceof Promise) return answer.then((came) => onceDone(came, done))
  if (answer.ok) done()
  return answer
}

/** What somebody goes on writing about a sealed call is stored as ever, and then put away; what they give up, take out again or make a note of goes from there. */
export function halfDoneUnderSeal(notes: Service<'notes'>, seal: Seal): Service<'notes'> {
  return {
    ...notes,
    storeDraft: (wish, asker) =>
      onceDone(notes.storeDraft(wish, asker), () => (wish.text === '' ? seal.takenOut(wish) : seal.halfDone(wish))),
    dropDraft: (wish, asker) => onceDone(notes.dropDraft(wish, asker), () => seal.takenOut(wish)),
    add: (wish, asker) =>
      onceDone(notes.add(wish, asker), () => {
        if (wish.draftId !== undefined) seal.takenOut({ callId: wish.callId, draftId: wish.draftId })
      }),
  }
}

/** The same of what is typed at its meeting. */
export function halfDoneLinesUnderSeal(drafts: MeetingDraftsService, seal: Seal): MeetingDraftsService {
  return {
    ...drafts,
    storeDraft: (wish, asker) =>
      onceDone(drafts.storeDraft(wish, asker), () => {
        const { draftId, meetingId } = wish
        if (wish.text === '') seal.takenOut({ draftId, meetingId })
        else seal.halfDone({ draftId, meetingId })
      }),
  }
}
