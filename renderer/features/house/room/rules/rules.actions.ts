import type { Refusal } from '../../../../../shared/contract/entry.ts'
import type { RoomRules, RulesVersion } from '../../../../../shared/contract/house/room-rules.ts'
import type { CancelHits, rooms } from '../../../../../shared/contract/house/rooms.ts'
import type { Id, PlainDate } from '../../../../../shared/contract/values.ts'
import type { Version } from '../../../../../shared/contract/versions.ts'
import { client } from '../../../../lib/client.ts'
import { fullDayName } from '../../../../lib/formats.ts'
import { currentLanguage, textsOf } from '../../../../lib/i18n.ts'
import type { Seen } from '../../../../lib/use-seen.ts'
import { ask } from '../../../../ui/ask.ts'
import { showRoom } from '../keeping/keeping.actions.ts'
import { type RoomAct, tellRoomAct } from '../keeping/room-turns.ts'
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
export async function saveRules(wish: RulesWish): Promise<RulesRefusal | 'saved' | 'told'> {
  const answer = await send(wish, markRulesStale)
  if (answer === null) return 'told'
  if (!answer.ok) return answer
  if (wish.rules !== null) setRulesDraft(null)
  tellRoomAct(actOf(wish, answer.value.before, answer.value.room.rules), wish.seenVersion, answer.value)
  return 'saved'
}

async function send(wish: RulesWish & { later?: RulesVersion[] }, onStale?: Seen['onStale']) {
  const answer = await ask(client.rooms.saveRules(wish), onStale)
  if (answer?.ok === true) showRoom(answer.value.room)
  return answer
}

/** Of all rules those that begin on that day (null: none), and those that begin later. */
const fromThen = (all: readonly RulesVersion[], { validFrom }: RulesWish) => ({
  rules: all.find((one) => one.validFrom === validFrom)?.rules ?? null,
  later: all.filter((one) => one.validFrom > validFrom),
})

/** Taken back all rules are as they were `before`, which main said, since the page may not have read yet what others put in: nothing of it where bookings were made by them meanwhile, or they have begun; Settings has both. */
const actOf = (wish: RulesWish, before: readonly RulesVersion[], after: readonly RulesVersion[]): RoomAct => ({
  said: ({ cancelled: { length: count } }, turn) => {
    const words = textsOf('rooms')
    const date = fullDayName(wish.validFrom, currentLanguage())
    if (fromThen(turn === 'back' ? before : after, wish).rules === null) return words('done.removed', { date })
    return count === 0 ? words('done.saved', { date }) : words('done.savedAndCancelled', { date, count })
  },
  send: (turn, seenVersion) =>
    send(
      turn === 'back'
        ? { ...wish, ...fromThen(before, wish), toldHits: null, cancel: null, seenVersion }
        : { ...wish, ...fromThen(after, wish), seenVersion },
    ),
  refused: (turn) => textsOf('rooms')(turn === 'back' ? 'fault.notBack' : 'fault.notAgain'),
})
