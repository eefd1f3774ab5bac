import { MOST_THANKS } from '../../../shared/contract/agents/thanks.ts'
import type { ExportChoice, ExportKind } from '../../../shared/contract/exports/exports.ts'
import type { Id } from '../../../shared/contract/values.ts'
import type { PageToMake } from '../../adapters/exports/export-messages.ts'
import { minutesScope } from '../../adapters/exports/minutes-page.ts'
import { listThanks, thanksByIds } from '../../storage/agents/thanks.ts'
import type { Query } from '../../storage/engine/query.ts'
import { type ExportPlan, exportPlan, pagesOfThanks } from '../../storage/exports/exports.ts'
import { readRoom } from '../../storage/house/room.ts'
import { isSealedCall } from '../../storage/listening/sealed-calls.ts'
import { meetingOfCall } from '../../storage/meetings/meetings.ts'
import { tellThanks } from '../agents/thanks.ts'
import { meetingStopwatch } from '../meetings/meeting-view.ts'
import { minutesNow } from '../meetings/minutes-now.ts'
import type { Clock } from '../parts.ts'

/** Minutes of the meeting of a call; all thanks that wait, or those of an earlier page (`asOf`). */
export type WantedPage =
  | { readonly page: 'minutes'; readonly callId: Id }
  | { readonly page: 'thanks'; readonly asOf: Id | null }

interface PlannedPage {
  readonly kind: ExportKind
  readonly scope: string
  readonly choice: ExportChoice
  readonly callId: Id | null
  readonly thanksIds: readonly Id[] | null
}

/** What the ledger keeps of a page; null where there is nothing to write. */
export function* planPage(wanted: WantedPage, language: 'zh' | 'en'): Query<PlannedPage | null> {
  if (wanted.page === 'thanks') {
    const thanksIds = yield* thanksToWrite(wanted.asOf)
    if (thanksIds.length === 0) return null
    return { kind: 'thanks', scope: '', choice: { by: 'thanks', count: thanksIds.length }, callId: null, thanksIds }
  }
  const { callId } = wanted
  const meeting = (yield* isSealedCall(callId)) ? null : yield* meetingOfCall(callId)
  if (meeting === null) return null
  const { callNumber, startedAt } = meeting
  const choice = { by: 'minutes', callId, callNumber, startedAt } as const
  return { kind: 'minutes', scope: minutesScope(callNumber, language), choice, callId, thanksIds: null }
}

/** Those on their way in another page are not written twice. */
function* thanksToWrite(asOf: Id | null): Query<Id[]> {
  if (asOf !== null) {
    const earlier = yield* exportPlan(asOf)
    return (yield* thanksByIds(earlier?.thanks?.ids ?? [])).map(({ id }) => id)
  }
  const pages = yield* pagesOfThanks()
  return (yield* listThanks('waiting', MOST_THANKS)).flatMap(({ id }) => (pages.has(id) ? [] : [id]))
}

/** What stands on a page now. Null: nothing may be told of its call. */
export function* pageToMake({ record, callId, thanks }: ExportPlan, clock: Clock): Query<PageToMake | null> {
  if (record.kind === 'minutes') {
    const minutes = callId === null ? null : yield* minutesNow(callId, meetingStopwatch(clock))
    return minutes === null ? null : { kind: 'minutes', minutes }
  }
  const { timeZone } = yield* readRoom()
  const standing = yield* thanksByIds(thanks?.ids ?? [])
  return { kind: 'thanks', thanks: standing.map((each) => tellThanks(each, timeZone, null)) }
}
