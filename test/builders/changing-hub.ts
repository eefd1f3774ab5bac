import Database from 'better-sqlite3'
import { FIRST_ROOM_ID } from '../../electron/storage/house/room.ts'
import { migrations } from '../../electron/storage/migrations/migrations.ts'
import { KEYS } from '../../electron/storage/team/mirror-rows.ts'
import { type Changes, type KeptTable, keptTables, type Row } from '../../electron/team/wire.ts'

const LOT = 5
const HOURS = [1, 2, 3, 4, 5, 6]

/** A house in which everything changes by chance, as its referees allow, and which tells of it in small lots and any order. */
export function aChangingHub(seed: number) {
  const db = new Database(':memory:')
  for (const { sql } of migrations) db.exec(sql)
  const log: [KeptTable, string][] = []
  let chance = seed
  const random = (below: number) => {
    chance = (Math.imul(chance, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((chance / 2 ** 32) * below)
  }
  let made = 0
  const newId = (what: string) => {
    made += 1
    return `${what}${made}`
  }
  const all = (sql: string) => db.prepare(sql).all() as Row[]
  const some = <T>(from: readonly T[]): T | undefined => from[random(from.length)]
  const write = (table: KeptTable, key: unknown, sql: string, ...values: unknown[]) => {
    db.prepare(sql).run(...values)
    log.push([table, String(key)])
  }
  const at = (hour: number) => `2026-09-18T0${hour}:00:00.000Z`
  const two = (sql: string) => {
    const found = all(sql)
    const one = some(found)
    const other = some(found.filter((each) => each !== one))
    return one === undefined || other === undefined ? null : ([one, other] as const)
  }
  /** Both let go first, as the hub does in one transaction. */
  const exchange = (table: KeptTable, column: string, free: string, [one, other]: readonly [Row, Row]) => {
    const set = `UPDATE ${table} SET ${column} = ? WHERE id = ?`
    db.prepare(`UPDATE ${table} SET ${free} WHERE id IN (?, ?)`).run(one.id, other.id)
    write(table, one.id, set, other[column], one.id)
    write(table, other.id, set, one[column], other.id)
    return [one, other]
  }

  const acts: (() => void)[] = [
    () => {
      const id = newId('p')
      const number = random(2) === 0 ? null : String(random(6))
      write('person', id, `INSERT INTO person VALUES (?, '某', '', 'listener', ?, NULL, NULL, 0)`, id, number)
    },
    () => {
      const pair = two('SELECT * FROM person WHERE employee_number IS NOT NULL AND removed_at IS NULL')
      if (pair !== null) exchange('person', 'employee_number', 'employee_number = NULL', pair)
    },
    () => {
      const pair = two('SELECT * FROM person WHERE removed_at IS NULL')
      if (pair === null) return
      const [gone, heir] = pair
      write('person', gone.id, `UPDATE person SET removed_at = '2026', version = version + 1 WHERE id = ?`, gone.id)
      write('person', heir.id, 'UPDATE person SET employee_number = ? WHERE id = ?', gone.employee_number, heir.id)
    },
    () => {
      const one = some(all('SELECT * FROM person WHERE removed_at IS NOT NULL'))
      if (one !== undefined) write('person', one.id, 'UPDATE person SET removed_at = NULL WHERE id = ?', one.id)
    },
    () => {
      const number = 1 + random(5)
      const id = newId('s')
      write('seat', id, 'INSERT INTO seat (id, number) VALUES (?, ?)', id, number)
    },
    () => {
      const one = some(all('SELECT * FROM seat'))
      const toggled = one?.removed_at === null ? '2026' : null
      if (one !== undefined) write('seat', one.id, 'UPDATE seat SET removed_at = ? WHERE id = ?', toggled, one.id)
    },
    () => {
      const pair = two('SELECT * FROM seat WHERE removed_at IS NULL')
      if (pair === null) return
      const [one, other] = exchange('seat', 'number', `removed_at = '2026'`, pair)
      db.prepare('UPDATE seat SET removed_at = NULL WHERE id IN (?, ?)').run(one?.id, other?.id)
    },
    () => {
      const types = all('SELECT * FROM issue_type ORDER BY digit')
      db.exec('DELETE FROM issue_type')
      const shift = random(types.length)
      const insert = `INSERT INTO issue_type VALUES (?, ?, ?, ?, ?, ?, ?, ?)`
      for (const [place, type] of types.entries()) {
        const values = { ...type, digit: 1 + ((place + shift) % types.length), version: Number(type.version) + 1 }
        // One goes now and then.
        if (place === 0 && types.length > 3 && random(3) === 0) log.push(['issue_type', String(type.id)])
        else write('issue_type', type.id, insert, ...Object.values(values))
      }
    },
    () => {
      const year = 2026 + random(3)
      const set = `INSERT INTO calendar_year VALUES (?, ?, 1) ON CONFLICT (year) DO UPDATE SET days_json = excluded.days_json, version = version + 1`
      write('calendar_year', year, set, year, random(2) === 0 ? null : `[${random(9)}]`)
    },
    () => write('room', FIRST_ROOM_ID, `UPDATE room SET opens_at = ?, version = version + 1`, `0${random(9)}:00`),
    () => {
      const [seat, person] = [some(all('SELECT * FROM seat')), some(all('SELECT * FROM person'))]
      const companion = random(3) === 0 ? some(all(`SELECT * FROM person WHERE id <> '${person?.id}'`)) : undefined
      const [id, from] = [newId('b'), some(HOURS) ?? 1]
      if (seat === undefined || person === undefined) return
      const insert = `INSERT INTO booking (id, seat_id, person_id, companion_id, purpose, starts_at, ends_at, state)
        VALUES (?, ?, ?, ?, 'listen', ?, ?, 'booked')`
      write('booking', id, insert, id, seat.id, person.id, companion?.id ?? null, at(from), at(from + 1 + random(2)))
    },
    ...['seat_id', 'person_id', 'starts_at'].map((column) => () => {
      const pair = two(`SELECT * FROM booking WHERE state = 'booked' AND companion_id IS NULL`)
      if (pair === null) return
      const [one, other] = pair
      if (column === 'starts_at') {
        db.prepare(`UPDATE booking SET state = 'cancelled' WHERE id IN (?, ?)`).run(one.id, other.id)
        const set = 'UPDATE booking SET starts_at = ?, ends_at = ?, version = version + 1 WHERE id = ?'
        write('booking', one.id, set, other.starts_at, other.ends_at, one.id)
        write('booking', other.id, set, one.starts_at, one.ends_at, other.id)
      } else exchange('booking', column, `state = 'cancelled'`, pair)
      db.prepare(`UPDATE booking SET state = 'booked' WHERE id IN (?, ?)`).run(one.id, other.id)
    }),
    () => {
      const one = some(all('SELECT * FROM booking'))
      const state = some(['booked', 'checked_in', 'done', 'cancelled'])
      if (one !== undefined) write('booking', one.id, 'UPDATE booking SET state = ? WHERE id = ?', state, one.id)
    },
  ]

  /** What the referees refuse did not happen. */
  const act = () => {
    const told = log.length
    try {
      db.transaction(() => some(acts)?.())()
    } catch {
      log.length = told
    }
  }
  db.exec(
    `INSERT INTO room (only_row, opens_at, closes_at, slot_minutes, time_zone) VALUES (1, '09:00', '21:00', 30, 'Asia/Shanghai')`,
  )
  const rowOf = (table: KeptTable, key: string) =>
    db.prepare(`SELECT * FROM ${table} WHERE CAST(${KEYS[table]} AS TEXT) = ?`).get(key) as Row | undefined
  const shuffled = <T>(list: readonly T[]): T[] => {
    const left = [...list]
    return list.map(() => left.splice(random(left.length), 1)[0] as T)
  }
  const told = (names: readonly [KeptTable, string][]) => {
    const each = shuffled([...new Map(names.map((name) => [name.join(' '), name])).values()])
    return {
      rows: each.flatMap(([table, key]) => {
        const row = rowOf(table, key)
        return row === undefined ? [] : [{ table, row }]
      }),
      gone: each.flatMap(([table, key]) => (rowOf(table, key) === undefined ? [{ table, key }] : [])),
    }
  }

  /** As `rowsSince` of a hub: everything in lots first, by table and key, then what happened since that began. */
  function changesSince(cursor: string | null): Changes {
    const [place = log.length, read] =
      cursor === null ? [log.length, 0] : (JSON.parse(cursor) as [number, number | null])
    if (read === null) {
      const next = Math.min(log.length, place + LOT)
      const isOver = next === log.length
      return { cursor: JSON.stringify([next, null]), isAnew: false, hasMore: !isOver, ...told(log.slice(place, next)) }
    }
    const names = keptTables.flatMap((table) =>
      all(`SELECT * FROM ${table} ORDER BY ${KEYS[table]}`).map(
        (row) => [table, String(row[KEYS[table]])] as [KeptTable, string],
      ),
    )
    const next = (read ?? 0) + LOT
    const hasMore = next < names.length
    return {
      ...{ cursor: JSON.stringify([place, hasMore ? next : null]), isAnew: cursor === null, hasMore },
      ...told(names.slice(read ?? 0, next)),
    }
  }
  return { db, act, changesSince, random, rows: () => copiesIn(db) }
}

/** Everything a desk keeps a copy of. */
export const copiesIn = (db: Database.Database) =>
  Object.fromEntries(
    keptTables.map((table) => [table, db.prepare(`SELECT * FROM ${table} ORDER BY ${KEYS[table]}`).all()]),
  )
