import type { Refusal } from '../../../../../shared/contract/entry.ts'
import type { RoomRules } from '../../../../../shared/contract/house/room-rules.ts'
import type { CancelHits, CancelledHit, rooms } from '../../../../../shared/contract/house/rooms.ts'
import type { Id, PlainDate } from '../../../../../shared/contract/values.ts'
import type { Version } from '../../../../../shared/contract/versions.ts'
import { client } from '../../../../lib/client.ts'
import { theRooms } from '../../../../lib/common-queries.ts'
import { fullDayName } from '../../../../lib/formats.ts'
import { currentLanguage, textsOf } from '../../../../lib/i18n.ts'
import { queryClient } from '../../../../lib/query-client.ts'
import { ask } from '../../../../ui/ask.ts'
import { notifyFailure, notifySuccess } from '../../../../ui/notices.ts'
import { bringBack, offered, type Way, wayBack } from '../keeping/bring-back.ts'
import { showRoom } from '../keeping/keeping.actions.ts'
import { markRulesStale, setRulesDraft } from './rules-draft.ts'

export type RulesRefusal = Refusal<(typeof rooms)['saveRules']>

export interface RulesWish {
  roomId: Id
  seenVersion: Version
  validFrom: PlainDate
  /** Null: those of that day go. */
  rules: RoomRules | null
  toldHits: string | null
  cancel: CancelHits | null
}

/** Saved (null), or why not; what others changed meanwhile and what failed is told already. */
export async function saveRules(wish: RulesWish, way: Way = 'undo'): Promise<RulesRefusal | 'saved' | 'told'> {
  const before = rulesOfDay(wish)
  const answer = await ask(client.rooms.saveRules(wish), markRulesStale)
  if (answer === null) return 'told'
  if (!answer.ok) return answer
  const { room, cancelled } = answer.value
  showRoom(room)
  if (wish.rules !== null) setRulesDraft(null)
  const date = () => fullDayName(wish.validFrom, currentLanguage())
  const words = textsOf('rooms')
  notifySuccess(
    () =>
      wish.rules === null
        ? words('done.removed', { date: date() })
        : cancelled.length === 0
          ? words('done.saved', { date: date() })
          : words('done.savedAndCancelled', { date: date(), count: cancelled.length }),
    offered(way, () => takeBack({ ...wish, rules: before }, room.version, wayBack(way, cancelled), cancelled)),
  )
  return 'saved'
}

/** The rules that begin on that day, as they are known here; null: none. */
const rulesOfDay = ({ roomId, validFrom }: RulesWish): RoomRules | null =>
  queryClient
    .getQueryData(theRooms.queryKey)
    ?.find(({ id }) => id === roomId)
    ?.rules.find((one) => one.validFrom === validFrom)?.rules ?? null

/** Nothing of it where bookings were made by them meanwhile, or they have begun: that is said, and Settings has both. */
async function takeBack(
  wish: RulesWish,
  seenVersion: Version,
  way: Way,
  cancelled: readonly CancelledHit[],
): Promise<void> {
  const told = { toldHits: null, cancel: null }
  const outcome = await saveRules({ ...wish, ...told, seenVersion }, way)
  if (outcome === 'saved') await bringBack(cancelled)
  if (typeof outcome !== 'string') notifyFailure(() => ({ title: textsOf('rooms')('fault.notBack') }))
}
