import type { Minutes } from '../../../shared/contract/meetings/meetings.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { maskText, personalDataIn } from '../../../shared/domain/listening/masking/mask-text.ts'
import { maskBesideStaff } from '../../../shared/domain/listening/masking/names-of-staff.ts'
import { isVoice } from '../../../shared/domain/listening/voices.ts'
import type { Query } from '../../storage/engine/query.ts'
import { zoneOfCall } from '../../storage/listening/calls.ts'
import { notesOfCall } from '../../storage/listening/notes.ts'
import { isSealedCall } from '../../storage/listening/sealed-calls.ts'
import { meetingOfCall } from '../../storage/meetings/meetings.ts'
import { unmaskedNotes } from '../../storage/meetings/unmasked-notes.ts'
import { type MeetingStopwatch, meetingView } from './meeting-view.ts'

const masked = (text: string): string => maskText(text).text

/** What the minutes of a call say now, masked once more: paper and files cannot be called back. Null where there is no meeting, or nothing may be told of it. */
export function* minutesNow(callId: Id, stopwatch: MeetingStopwatch): Query<Minutes | null> {
  const stored = (yield* isSealedCall(callId)) ? null : yield* meetingOfCall(callId)
  if (stored === null) return null
  const meeting = yield* meetingView(stored, stopwatch)
  const voices = (yield* notesOfCall(callId)).filter((note) => meeting.noteIds.includes(note.id) && isVoice(note))
  const unmasked = yield* unmaskedNotes(callId)
  const shown = voices.filter(({ id }) => unmasked.has(id))
  return {
    meeting: {
      ...meeting,
      attendees: meeting.attendees.map(maskBesideStaff),
      lines: meeting.lines.map((line) => ({
        ...line,
        text: masked(line.text),
        ownerName: line.ownerName === null ? null : maskBesideStaff(line.ownerName),
      })),
    },
    voices: voices.map(({ offsetMs, text }) => ({ offsetMs, text: masked(text) })),
    maskedAgain: shown.reduce((sum, { text }) => sum + personalDataIn(text).length, 0),
    heardZone: yield* zoneOfCall(callId),
  }
}
