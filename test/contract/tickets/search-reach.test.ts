import { afterEach, beforeEach, expect, test } from 'vitest'
import { rows } from '../../../electron/storage/engine/query.ts'
import { runOn } from '../../../electron/storage/engine/sqlite.ts'
import { holding } from '../../../electron/storage/tickets/ticket-words.ts'
import { someParts } from '../../builders/parts.ts'

const TICKETS = 40_000
/** Pages of the index with the word's tickets, but for those where reading begins and ends. */
const MIDDLE_PAGES = 'id > 10 AND id % 65536 BETWEEN 3 AND (SELECT max(id % 65536) FROM ticket_search_data) - 2'

let house: ReturnType<typeof someParts>
beforeEach(() => {
  house = someParts()
  house.parts.db.exec(`WITH RECURSIVE step (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM step WHERE number < ${TICKETS})
    INSERT INTO ticket_search (rowid, characters) SELECT number, '价' FROM step`)
})
afterEach(() => house.close())

const numbersFrom = (from: number): number => {
  const query = holding('价', from)
  return query === null ? 0 : runOn(house.parts.db, rows(query.sql, query.values)).length
}

test('a search among the latest tickets reads nothing of what the index has of older ones', () => {
  expect(numbersFrom(TICKETS - 99)).toBe(100)
  const db = house.parts.db.unsafeMode()
  const { changes } = db.prepare(`UPDATE ticket_search_data SET block = x'' WHERE ${MIDDLE_PAGES}`).run()
  expect(changes).toBeGreaterThan(5)
  expect(() => numbersFrom(1)).toThrow()
  expect(numbersFrom(TICKETS - 99)).toBe(100)
})
