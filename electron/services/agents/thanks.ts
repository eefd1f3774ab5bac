import { MOST_THANKS, type Thanks } from '../../../shared/contract/agents/thanks.ts'
import type { Service } from '../../../shared/contract/services.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { idOfDay } from '../../../shared/domain/agents/id-of-day.ts'
import { maskText } from '../../../shared/domain/listening/masking/mask-text.ts'
import { dateOf, timeOf } from '../../../shared/domain/wall-clock.ts'
import {
  collectThanks,
  countThanks,
  handThanksBack,
  handThanksOver,
  isHandedOver,
  listThanks,
  nearestVoice,
  noteToThank,
  type ThanksRow,
  takeThanksBack,
  thankedNotes,
  thanksByRest,
} from '../../storage/agents/thanks.ts'
import { pagesOfThanks } from '../../storage/exports/exports.ts'
import { readRoom } from '../../storage/house/room.ts'
import type { HouseParts } from '../parts.ts'
import { accept, refuse } from '../refuse.ts'
import { isPraiseTold } from './agents.ts'

/** Praise on its way to the agent it is meant for. */
export function thanksService({
  engine,
  clock,
}: Pick<HouseParts, 'engine' | 'clock'>): Omit<Service<'thanks'>, 'writePage'> {
  return {
    ofSession: ({ sessionId }, asker) =>
      engine.read(function* () {
        return accept((yield* isPraiseTold(sessionId, asker)) ? yield* thankedNotes(sessionId) : [])
      }),

    collect: ({ noteId }, { personId: actorId }) =>
      engine.transact(function* () {
        const note = yield* noteToThank(noteId)
        if (note === null) return refuse('not_found')
        if (note.kind !== 'praise') return refuse('not_praise')
        if (!note.isOpen) return refuse('sealed')
        const voiceNoteId = yield* nearestVoice(noteId)
        const { callId } = note
        const at = clock.now()
        const id = idOfDay(clock.newId(), dateOf(at, (yield* readRoom()).timeZone))
        yield* collectThanks({ id, noteId, callId, voiceNoteId, at, actorId })
        return accept({ hasVoice: voiceNoteId !== null })
      }),

    takeBack: ({ noteId }) =>
      engine.transact(function* () {
        if ((yield* noteToThank(noteId)) === null) return refuse('not_found')
        if (yield* isHandedOver(noteId)) return refuse('handed_over')
        yield* takeThanksBack(noteId, clock.now())
        return accept({})
      }),

    list: ({ state }, { personId }) =>
      engine.read(function* () {
        const { timeZone } = yield* readRoom()
        const found = yield* listThanks(state, MOST_THANKS)
        const pages = yield* pagesOfThanks()
        const thanks = found.map((each) => {
          const one = tellThanks(each, timeZone, personId)
          return one.handedAt === null ? { ...one, fileName: pages.get(each.id) ?? null } : one
        })
        return accept({ thanks, total: yield* countThanks(state) })
      }),

    handOver: ({ thanksIds }, { personId: actorId }) =>
      engine.transact(function* () {
        const handed = yield* handThanksOver(yield* thanksByRest(thanksIds), null, { at: clock.now(), actorId })
        const rest = new Set(handed.map((id) => id.slice(13)))
        return accept({ thanksIds: thanksIds.filter((id) => rest.has(id.slice(13))) })
      }),

    handBack: ({ thanksIds }) =>
      engine.transact(function* () {
        yield* handThanksBack(yield* thanksByRest(thanksIds))
        return accept({})
      }),
  }
}

/**
 * The hour of the call and no more: whoever hands it over looks for the agent there, and nobody else can join it to a call. Masked once more, as it goes out:
 * what somebody at the seat took the mask from is nobody else's.
 */
export const tellThanks = (
  { heardAt, collectedAt, actorId, collectedBy, praise, voice, isEditedSince, ...row }: ThanksRow,
  timeZone: string,
  askerId: Id | null,
): Thanks => ({
  ...row,
  // Those that were collected before ids said nothing but the day tell the minute by theirs.
  id: idOfDay(row.id, dateOf(collectedAt, timeZone)),
  collectedBy: actorId === askerId ? collectedBy : null,
  collectedOn: dateOf(collectedAt, timeZone),
  isEditedSince: isEditedSince === 1,
  praise: maskText(praise).text,
  voice: voice === null ? null : maskText(voice).text,
  day: dateOf(heardAt, timeZone),
  hour: Number(timeOf(heardAt, timeZone).slice(0, 2)),
})
