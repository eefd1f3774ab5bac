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

  /** In how many places they stood; null: some of what is sealed cannot be opened as yet, and may hold them. */
  function* takeOutOf(callId: Id, draftId: Id): Query<number | null> {
    const seal = yield* sealOf(callId)
    let count = 0
    let isLocked = false
    for (const { id, ...row } of seal === null ? [] : yield* sealedOf(seal.caseId)) {
      if (row.what !== 'call') continue
      const text = sealer.open(row)
      isLocked ||= text === null
      const words = text === null ? null : withoutDraft(JSON.parse(text) as CallWords, draftId)
      if (words === null) continue
      yield* dropSealed(id)
      yield* keepSealed({ ...row, id: clock.newId(), ...sealer.seal(JSON.stringify(words)) })
      count += 1
    }
    return isLocked ? null : count
  }
  function* all(): Query<{ count: number; done: Id[] }> {
    const done: Id[] = []
    let count = 0
    for (const draft of due.values()) {
      const callId = draft.callId ?? (yield* callOfMeeting(draft.meetingId))
      const taken = callId === null ? 0 : yield* takeOutOf(callId, draft.draftId)
      count += taken ?? 0
      if (taken !== null) done.push(draft.draftId)
    }
    return { count, done }
  }
  return {
    begin: (draft: HalfDoneOf): void => void due.set(draft.draftId, draft),
    /** It is there again, and is put away as it is now. */
    writtenAgain: ({ draftId }: HalfDoneOf): void => void due.delete(draftId),
    /** Answers in how many places they stood. Throws what the database throws; then they are waited with, as where the key of what is sealed is away. */
    takeOut: (): number => {
      if (due.size === 0) return 0
      const taken = engine.transact(all)
      // A company's database holds nothing half done.
      if (taken instanceof Promise) throw new Error("half-done words are a desk's own")
      for (const draftId of taken.done) due.delete(draftId)
      return taken.count
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
