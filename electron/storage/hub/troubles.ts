import type { DeskTroubles } from '../../../shared/contract/team/troubles.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { type Query, rows, write } from '../engine/query.ts'

const TELL = `INSERT INTO hub_trouble (desk_id, told_json, seen_json) VALUES (?, ?, '[]')
  ON CONFLICT (desk_id) DO UPDATE SET told_json = excluded.told_json
    WHERE CAST(hub_trouble.told_json AS text) <> CAST(excluded.told_json AS text)`

/** As the desk says it now. */
export const keepTroubles = (deskId: Id, told: DeskTroubles): Query<number> =>
  write(TELL, [deskId, JSON.stringify(told)])

const KEEP_SEEN = `INSERT INTO hub_trouble (desk_id, told_json, seen_json) VALUES (?, ?, ?)
  ON CONFLICT (desk_id) DO UPDATE SET seen_json = excluded.seen_json`

/** Of a desk that is there anew, and has told nothing yet. */
export const keepSeen = (deskId: Id, seen: readonly Id[]): Query<number> =>
  write(KEEP_SEEN, [deskId, JSON.stringify({ lost: [], stuck: [] } satisfies DeskTroubles), JSON.stringify(seen)])

interface TroublesOfDesk {
  readonly deskId: Id
  readonly deskName: string
  /** When it greeted the hub last. */
  readonly seenAt: Instant | null
  readonly told: DeskTroubles
  /** Of changes that its person has seen to. */
  readonly seen: readonly Id[]
}

const ELSEWHERE = `SELECT desk.id AS deskId, desk.name AS deskName, desk.seen_at AS seenAt, told_json AS told, seen_json AS seen
  FROM hub_trouble JOIN desk ON desk.id = desk_id JOIN person named ON named.id = desk.person_id
  WHERE coalesce(named.merged_into, named.id) = :personId AND desk.id <> :deskId ORDER BY desk.name, desk.id`

/** Of the desks of this person but the one where they sit. */
export function* troublesElsewhere(personId: Id, deskId: Id): Query<TroublesOfDesk[]> {
  type Found = Pick<TroublesOfDesk, 'deskId' | 'deskName' | 'seenAt'> & { told: string; seen: string }
  const found = yield* rows<Found>(ELSEWHERE, { personId, deskId })
  return found.map(({ told, seen, ...desk }) => ({
    ...desk,
    told: JSON.parse(told) as DeskTroubles,
    seen: JSON.parse(seen) as Id[],
  }))
}

const HOLD = 'SELECT 1 FROM hub_trouble WHERE desk_id = ? FOR NO KEY UPDATE'
const SEE = 'UPDATE hub_trouble SET seen_json = ? WHERE desk_id = ?'

/** Held, so that two who see to something at one moment both have. */
export const holdTroubles = (deskId: Id): Query<unknown> => rows(HOLD, [deskId])

export const markSeen = (deskId: Id, seen: readonly Id[]): Query<number> => write(SEE, [JSON.stringify(seen), deskId])
