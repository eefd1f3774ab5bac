import type { Id, Instant } from '../../../shared/contract/values.ts'
import { type Query, rows } from '../engine/query.ts'
import { nowOf } from '../house/same-person.ts'
import { IS_PRAISE } from '../listening/drafts.ts'
import { isSealed } from '../listening/sealed-calls.ts'

export interface HalfDonePraise {
  readonly draftId: Id
  readonly sessionId: Id
  readonly listenerId: Id | null
  readonly endedAt: Instant | null
  readonly isSealed: 0 | 1
}

const PRAISE_OF_OTHERS = {
  sqlite: `SELECT draft.id AS draftId, session.id AS sessionId, session.listener_id AS listenerId, session.ended_at AS endedAt, ${isSealed('call.id')} AS isSealed
    FROM draft JOIN call ON call.id = draft.call_id JOIN session ON session.id = call.session_id
    WHERE ${IS_PRAISE} AND coalesce(${nowOf('draft.actor_id')} <> ${nowOf(':personId')}, true)`,
  postgres: null,
}

/** Praise half done that this person did not begin, or what shall become of praise: with whose session it is. */
export const praiseOfOthers = (personId: Id | null): Query<HalfDonePraise[]> =>
  rows<HalfDonePraise>(PRAISE_OF_OTHERS, { personId })
