import type { Id } from '../../../shared/contract/values.ts'
import type { Query } from '../../storage/engine/query.ts'
import type { CallWords } from '../../storage/life-channel/call-words.ts'
import { dropSealed, keepSealed, sealedOf } from '../../storage/life-channel/sealed.ts'
import { sealOf } from '../../storage/life-channel/sealed-calls.ts'
import { callOfMeeting } from '../../storage/meetings/meeting-drafts.ts'
import type { HouseParts } from '../parts.ts'
import type { Sealer } from './sealer.ts'

/** Something half done, and what it is about. */
export type HalfDoneOf =
  | { readonly draftId: Id; readonly callId: Id }
  | { readonly draftId: Id; readonly callId?: undefined; readonly meetingId: Id }

/** At a desk: half-done words of a sealed call that went again go from what was put away of them, each time it was. Where the disk takes nothing they are waited with. */
export function takingOut({ engine, clock }: Pick<HouseParts, 'engine' | 'clock'>, sealer: Sealer) {
  const due = new Map<Id, HalfDoneOf>()

  function* takeOutOf(callId: Id, draftId: Id): Query<number> {
    const seal = yield* sealOf(callId)
    let count = 0
    for (const { id, ...row } of seal === null ? [] : yield* sealedOf(seal.caseId)) {
      const text = row.what === 'call' ? sealer.open(row) : null
      const words = text === null ? null : withoutDraft(JSON.parse(text) as CallWords, draftId)
      if (words === null) continue
      yield* dropSealed(id)
      yield* keepSealed({ ...row, id: clock.newId(), ...sealer.seal(JSON.stringify(words)) })
      count += 1
    }
    return count
  }
  function* all(): Query<number> {
    let count = 0
    for (const draft of due.values()) {
      const callId = draft.callId ?? (yield* callOfMeeting(draft.meetingId))
      if (callId !== null) count += yield* takeOutOf(callId, draft.draftId)
    }
    return count
  }
  return {
    begin: (draft: HalfDoneOf): void => void due.set(draft.draftId, draft),
    /** It is there again, and is put away as it is now. */
    writtenAgain: ({ draftId }: HalfDoneOf): void => void due.delete(draftId),
    /** Answers in how many places they stood. Throws what the database throws; then they are waited with. */
    takeOut: (): number => {
      if (due.size === 0) return 0
      const count = engine.transact(all)
      // A company's database holds nothing half done.
      if (count instanceof Promise) throw new Error("half-done words are a desk's own")
      due.clear()
      return count
    },
  }
}

/** Null: they do not stand there. */
function withoutDraft(words: CallWords, draftId: Id): CallWords | null {
  const isOther = ({ id }: CallWords['drafts'][number]) => id !== draftId
  const { drafts, meeting } = words
  if (drafts.every(isOther) && (meeting?.drafts.every(isOther) ?? true)) return null
  const left = meeting == null ? meeting : { ...meeting, drafts: meeting.drafts.filter(isOther) }
  return { ...words, drafts: drafts.filter(isOther), meeting: left }
}
