import { expect, test } from 'vitest'
import { runOn } from '../../electron/storage/engine/sqlite.ts'
import { openForWriting } from '../../electron/storage/open.ts'
import { eventsOfTicket, ticketBefore } from '../../electron/storage/tickets/ticket-events.ts'
import { aDatabaseOfVersion } from '../builders/databases.ts'

test('the history of old tickets stays, and offers nothing to take back', () => {
  const before = aDatabaseOfVersion(2, (db) =>
    db.exec(`
      INSERT INTO ticket (id, title, issue_type_id, limit_amount, limit_unit, priority, state, department, opened_at, due_at)
        VALUES ('t', '标题', 'coupon', 4, 'hours', 3, 'in_progress', '营销部', 'a', 'b');
      INSERT INTO ticket_event (id, ticket_id, at, what, action, from_state, to_state) VALUES
        ('e1', 't', 'a', 'opened', NULL, NULL, 'unclaimed'), ('e2', 't', 'a', 'moved', 'claim', 'unclaimed', 'in_progress');
    `),
  )
  const db = openForWriting(before.path)
  expect(runOn(db, eventsOfTicket('t'))).toMatchObject([
    { id: 'e1', undoesEventId: null },
    { id: 'e2', undoesEventId: null },
  ])
  expect(runOn(db, ticketBefore('e2'))).toBeNull()
  const undoing = (id: string) => () =>
    db.exec(
      `INSERT INTO ticket_event (id, ticket_id, at, what, undoes_event_id) VALUES ('${id}', 't', 'a', 'moved', 'e2')`,
    )
  expect(undoing('e3')).not.toThrow()
  expect(undoing('e4')).toThrow('UNIQUE')
  db.close()
  before.remove()
})
