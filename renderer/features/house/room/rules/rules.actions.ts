import type { Refusal } from '../../../../../shared/contract/entry.ts'
import type { RoomRules } from '../../../../../shared/contract/house/room-rules.ts'
import type { rooms } from '../../../../../shared/contract/house/rooms.ts'
import type { Id, PlainDate } from '../../../../../shared/contract/values.ts'
import type { Version } from '../../../../../shared/contract/versions.ts'
import { client } from '../../../../lib/client.ts'
import { dayName } from '../../../../lib/formats.ts'
import { currentLanguage, textsOf } from '../../../../lib/i18n.ts'
import { ask } from '../../../../ui/ask.ts'
import { notifySuccess } from '../../../../ui/notices.ts'
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
  cancel: { bookingIds: Id[]; reason: string } | null
}

/** Saved (null), or why not; what others changed meanwhile and what failed is told already. */
export async function saveRules(wish: RulesWish): Promise<RulesRefusal | 'saved' | 'told'> {
  const answer = await ask(client.rooms.saveRules(wish), markRulesStale)
  if (answer === null) return 'told'
  if (!answer.ok) return answer
  const { room, cancelledCount } = answer.value
  showRoom(room)
  if (wish.rules !== null) setRulesDraft(null)
  const date = () => dayName(wish.validFrom, currentLanguage(), true)
  const words = textsOf('rooms')
  notifySuccess(() =>
    wish.rules === null
      ? words('done.removed', { date: date() })
      : cancelledCount === 0
        ? words('done.saved', { date: date() })
        : words('done.savedAndCancelled', { date: date(), count: cancelledCount }),
  )
  return 'saved'
}
