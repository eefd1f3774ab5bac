import type { LacksDrill, LifeDrill } from '../../../shared/contract/life-channel/life-drills.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { type Query, rows, value, write } from '../engine/query.ts'
import { nowOf, recordsOf } from '../house/same-person.ts'

const RECORD = `INSERT INTO life_drill (id, person_id, script_id, done_at, hand_over_ms)
  VALUES (:id, :personId, :scriptId, :doneAt, :handOverMs) ON CONFLICT (id) DO NOTHING`

type NewDrill = Omit<LifeDrill, 'personName'> & { readonly personId: Id | null }

export const insertDrill = (drill: NewDrill): Query<number> => write(RECORD, { ...drill })

const LAST = `SELECT life_drill.id, person.name AS personName, script_id AS scriptId, done_at AS doneAt, hand_over_ms AS handOverMs
  FROM life_drill LEFT JOIN person ON person.id = person_id
  WHERE (CAST(:personId AS TEXT) IS NULL OR person_id IN ${recordsOf(':personId')}) ORDER BY done_at DESC, life_drill.id DESC LIMIT 200`

/** Of everybody (null) or of one person, newest first. */
export const lastDrills = (personId: Id | null): Query<LifeDrill[]> => rows<LifeDrill>(LAST, { personId })

const LAST_OF = `SELECT max(done_at) AS value FROM life_drill WHERE person_id IN ${recordsOf(':personId')}`

export const lastDrillOf = (personId: Id): Query<Instant | null> => value<Instant>(LAST_OF, { personId })

const LACKING = `FROM person WHERE removed_at IS NULL AND (CAST(:exceptId AS TEXT) IS NULL OR id <> ${nowOf(':exceptId')})
  AND id NOT IN (SELECT ${nowOf('person_id')} FROM life_drill WHERE person_id IS NOT NULL AND done_at >= :since)`
const COUNT = `SELECT count(*) AS value ${LACKING}`
const NAMES = `SELECT id, name, department ${LACKING} ORDER BY department, name, id LIMIT :limit`

/** People on the list who did none since then, besides one. */
export function* lackingDrill(lacking: { since: Instant; exceptId: Id | null }, limit: number) {
  const count = (yield* value<number>(COUNT, lacking)) ?? 0
  return { count, people: yield* rows<LacksDrill>(NAMES, { ...lacking, limit }) }
}
