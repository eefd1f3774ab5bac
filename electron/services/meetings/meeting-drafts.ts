import type { Service } from '../../../shared/contract/services.ts'
import { draftBehind, draftWithout } from '../../../shared/domain/listening/drafts/draft-on-disk.ts'
import { runOn } from '../../storage/engine/sqlite.ts'
import {
  callOfMeeting,
  draftsOfMeeting,
  dropMeetingDraft,
  halfDoneLines,
  storeMeetingDraft,
} from '../../storage/meetings/meeting-drafts.ts'
import { linesBeside } from '../../storage/meetings/meeting-lines.ts'
import { type KnownNames, nobodyKnown } from '../listening/known-names.ts'
import type { ServiceParts } from '../parts.ts'
import { accept, refuse } from '../refuse.ts'

export type MeetingDraftsService = Pick<Service<'meetings'>, 'drafts' | 'halfDone' | 'storeDraft'>

/** Lines that are being typed are the desk's own, whoever keeps the meetings. */
export function meetingDraftsService(
  { db, clock, forgetDrafts }: Pick<ServiceParts, 'db' | 'clock' | 'forgetDrafts'>,
  knownNames: KnownNames = nobodyKnown,
): MeetingDraftsService {
  return {
    drafts: ({ meetingId }) => accept(draftsOfMeeting(db, meetingId)),

    halfDone: () => accept(halfDoneLines(db)),

    storeDraft: (wish) => {
      if (wish.text === '') {
        runOn(db, dropMeetingDraft(wish.draftId))
        forgetDrafts.replaced()
        return accept({})
      }
      // Somebody who reads out a number may have saved a line in its middle.
      const { before } = runOn(db, linesBeside(wish.lineId, wish.meetingId))
      const { isVeiled, ...draft } = draftWithout(
        knownNames.of(runOn(db, callOfMeeting(wish.meetingId)) ?? ''),
        draftBehind(before, wish.text, Math.min(wish.caret, wish.text.length)),
      )
      const stored = storeMeetingDraft(db, { ...wish, ...draft, storedAt: clock.now() })
      if (isVeiled) forgetDrafts.veiled()
      else forgetDrafts.replaced()
      return stored === 'saved' ? accept({}) : refuse('not_found')
    },
  }
}
