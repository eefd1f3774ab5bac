import { MOST_MEETING_LINES } from '../../../shared/contract/limits.ts'
import type { Meeting } from '../../../shared/contract/meetings/meetings.ts'
import type { Asker, Service } from '../../../shared/contract/services.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { maskBetween } from '../../../shared/domain/listening/masking/across-lines.ts'
import { maskKnown } from '../../../shared/domain/listening/masking/known-names.ts'
import { maskText } from '../../../shared/domain/listening/masking/mask-text.ts'
import { maskBesideStaff } from '../../../shared/domain/listening/masking/names-of-staff.ts'
import { isBlank } from '../../../shared/text/characters.ts'
import { afterwards, type Query } from '../../storage/engine/query.ts'
import { callToChange } from '../../storage/listening/calls.ts'
import { notesOfCall } from '../../storage/listening/notes.ts'
import { isSealedCall } from '../../storage/listening/sealed-calls.ts'
import { dropMeetingDraft } from '../../storage/meetings/meeting-drafts.ts'
import {
  countLines,
  findLine,
  insertLine,
  type LineWords,
  linesBeside,
  updateLine,
} from '../../storage/meetings/meeting-lines.ts'
import { countMeetings, meetingPage } from '../../storage/meetings/meeting-list.ts'
import {
  insertMeeting,
  meetingOfCall,
  meetingsOfSession,
  meetingToChange,
  type OfMeeting,
  type StoredMeeting,
  updateMeeting,
} from '../../storage/meetings/meetings.ts'
import { type By, mustBeAsSeen } from '../../storage/versions.ts'
import { type KnownNames, nobodyKnown } from '../listening/known-names.ts'
import type { HouseParts } from '../parts.ts'
import { accept, refuse } from '../refuse.ts'
import { closeMeeting, reopenMeeting } from './closing.ts'
import type { MeetingDraftsService } from './meeting-drafts.ts'
import { listedMeeting, monthsOfMeetings } from './meeting-figures.ts'
import { meetingStopwatch, meetingView } from './meeting-view.ts'
import { minutesNow } from './minutes-now.ts'

export type MeetingsService = Omit<Service<'meetings'>, keyof MeetingDraftsService | 'writeMinutes'>

export function meetingsService(parts: HouseParts, knownNames: KnownNames = nobodyKnown): MeetingsService {
  const { engine, clock, forgetDrafts } = parts
  const stopwatch = meetingStopwatch(clock)
  const byNow = (asker: Asker): By => ({ at: clock.now(), actorId: asker.personId })

  function* viewOf(callId: string): Query<{ ok: true; value: Meeting }> {
    const stored = yield* meetingOfCall(callId)
    if (stored === null) throw new Error('a meeting that was changed is gone')
    return accept(yield* meetingView(stored, stopwatch))
  }
  /** The meeting after a change of it; `not_found` where there is none. */
  function changed<Code extends 'not_found' | 'empty'>(
    of: OfMeeting,
    change: (meeting: StoredMeeting) => Query<Code | null>,
  ) {
    return engine.transact(function* () {
      const meeting = yield* meetingToChange(of)
      if (meeting === null) return refuse('not_found')
      const refusal = yield* change(meeting)
      if (refusal !== null) return refuse(refusal)
      return yield* viewOf(of.callId)
    })
  }
  function* forgetDraft(draftId: string | null): Query<void> {
    if (draftId === null) return
    yield* dropMeetingDraft(draftId)
    yield* afterwards(forgetDrafts.replaced)
  }

  return {
    ofCall: ({ callId }) =>
      engine.read(function* () {
        const stored = yield* meetingOfCall(callId)
        return accept(stored === null ? null : yield* meetingView(stored, stopwatch))
      }),

    minutes: ({ callId }) =>
      engine.read(function* () {
        return accept(yield* minutesNow(callId, stopwatch))
      }),

    ofSession: ({ sessionId }) =>
      engine.read(function* () {
        const all: Meeting[] = []
        for (const stored of yield* meetingsOfSession(sessionId)) all.push(yield* meetingView(stored, stopwatch))
        return accept(all)
      }),

    start: ({ meetingId: id, callId }, { personId: actorId }) =>
      engine.transact(function* () {
        if ((yield* callToChange(callId)) === null) return refuse('call_not_found')
        if (yield* isSealedCall(callId)) return refuse('sealed')
        const noteIds = (yield* notesOfCall(callId)).map((note) => note.id)
        yield* insertMeeting({ id, callId, startedAt: clock.now(), actorId, noteIds })
        return yield* viewOf(callId)
      }),

    setAttendees: ({ attendees, seenVersion, ...of }, asker) =>
      changed<'not_found'>(of, function* (meeting) {
        yield* mustBeAsSeen(meeting.id, meeting, seenVersion)
        const names = [...new Set(attendees.map(maskBesideStaff))]
        if (JSON.stringify(names) === JSON.stringify(meeting.attendees)) return null
        yield* updateMeeting(meeting, { attendees: names }, byNow(asker))
        return null
      }),

    setSolved: ({ isSolved, ...of }, asker) =>
      changed<'not_found'>(of, function* (meeting) {
        if (isSolved === (meeting.solvedAt !== null)) return null
        yield* updateMeeting(meeting, { solvedAt: isSolved ? clock.now() : null }, byNow(asker))
        return null
      }),

    addLine: ({ callId, meetingId, lineId: id, draftId, ...typed }) =>
      engine.transact(function* () {
        const meeting = yield* meetingToChange({ callId, meetingId })
        if (meeting === null) return refuse('not_found')
        const words = yield* masked(typed, id, meeting.id, knownNames.of(callId))
        if (isBlank(words.text)) return refuse('empty')
        const isThere = (yield* findLine(id, meeting.id)) !== null
        if (!isThere && (yield* countLines(meeting.id)) >= MOST_MEETING_LINES) return refuse('too_many')
        yield* insertLine({ id, meetingId: meeting.id, createdAt: clock.now(), ...words })
        yield* forgetDraft(draftId)
        return yield* viewOf(callId)
      }),

    editLine: ({ callId, meetingId, lineId, seenVersion, draftId, ...typed }, asker) =>
      changed<'not_found' | 'empty'>({ callId, meetingId }, function* (meeting) {
        const line = yield* findLine(lineId, meeting.id)
        if (line === null || line.removedAt !== null) return 'not_found'
        yield* mustBeAsSeen(lineId, line, seenVersion)
        const words = yield* masked(typed, lineId, meeting.id, knownNames.of(callId))
        if (isBlank(words.text)) return 'empty'
        yield* forgetDraft(draftId)
        const { ownerName, text, dueOn } = line
        if (JSON.stringify(words) === JSON.stringify({ ownerName, text, dueOn })) return null
        yield* updateLine(line, words, byNow(asker))
        return null
      }),

    removeLine: ({ callId, meetingId, lineId, seenVersion, isRemoved }, asker) =>
      changed<'not_found'>({ callId, meetingId }, function* (meeting) {
        const line = yield* findLine(lineId, meeting.id)
        if (line === null) return 'not_found'
        if (isRemoved === (line.removedAt !== null)) return null
        yield* mustBeAsSeen(lineId, line, seenVersion)
        const by = byNow(asker)
        yield* updateLine(line, { removedAt: isRemoved ? by.at : null }, by)
        return null
      }),

    close: (wish, asker) =>
      engine.transact(function* () {
        const closed = yield* closeMeeting(parts, wish, asker)
        if (!closed.ok) return closed
        return accept({ meeting: (yield* viewOf(wish.callId)).value, opened: closed.value })
      }),

    reopen: (wish, asker) =>
      engine.transact(function* () {
        const reopened = yield* reopenMeeting(parts, wish, asker)
        if (!reopened.ok) return reopened
        return accept({ meeting: (yield* viewOf(wish.callId)).value, withdrawn: reopened.value })
      }),

    list: (page) =>
      engine.read(function* () {
        const meetings = (yield* meetingPage(page)).map(listedMeeting)
        return accept({ meetings, total: yield* countMeetings() })
      }),

    months: () => engine.read(() => monthsOfMeetings(clock.now())),
  }
}

/** Somebody who reads out a number may have saved a line in its middle. */
function* masked(
  { ownerName, text, dueOn }: LineWords,
  lineId: Id,
  meetingId: Id,
  names: readonly string[],
): Query<LineWords> {
  const { before, after } = yield* linesBeside(lineId, meetingId)
  return {
    ownerName: ownerName === null ? null : maskBesideStaff(ownerName),
    text: maskBetween(before, maskKnown(maskText(text.trim()).text, names), after),
    dueOn,
  }
}
