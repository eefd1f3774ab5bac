import type { Id, Instant } from '../../../shared/contract/values.ts'
import { goneTables, lifeTables } from '../../team/wire.ts'
import { inTransaction, type WritableDb } from '../database.ts'
import { LOT_MARKS } from './acknowledged.ts'

/**
 * No step of the migrations on purpose: a desk alone has nothing to tell anybody and shall have no table for it, and whoever leaves a hub leaves
 * this file with all that is in it. What is not there is made at each opening, which costs nothing. Another form of these tables is another
 * name and a copy over, here, as nobody but the desk reads them.
 *
 * `number` is given once and never again: what was laid down is taken off by it, so that a change during the upload stays waiting.
 * `group_id` is what stands and falls together: the session, or the booking that a session did something to.
 */
const TABLES = `
CREATE TABLE IF NOT EXISTS journal (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  what TEXT NOT NULL,
  row_id TEXT NOT NULL,
  group_id TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS journal_by_group ON journal (group_id, number);
${LOT_MARKS}

-- Sessions that are the hub's from now on: all of them is up, or is on its way up. Written before that is sent, so that nothing is changed here
-- any more that the hub may already let others change.
CREATE TABLE IF NOT EXISTS handed_over (
  session_id TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
`

interface Told {
  readonly table: string
  readonly key: string
  readonly group: string
}

/** Of what `row` names: NEW or OLD in a trigger, a table elsewhere. A row is named by its key, as rows are numbered anew in a copy. */
const told = (row: string): Record<string, Told> => {
  const ofCall = `(SELECT session_id FROM call WHERE id = ${row}.call_id)`
  const ofMeeting = `(SELECT session_id FROM meeting JOIN call ON call.id = meeting.call_id WHERE meeting.id = ${row}.meeting_id)`
  const ofCase = `(SELECT coalesce(session_id, id) FROM life_case WHERE id = ${row}.case_id)`
  return {
    session: { table: 'session', key: `${row}.id`, group: `${row}.id` },
    call: { table: 'call', key: `${row}.id`, group: `${row}.session_id` },
    // That a call is sealed goes before its words.
    life_case: { table: 'life_case', key: `${row}.id`, group: `coalesce(${row}.session_id, ${row}.id)` },
    sealed_call: { table: 'sealed_call', key: `${row}.call_id`, group: ofCall },
    // The second half of its key; the group is the first.
    listening_gap: { table: 'listening_gap', key: `CAST(${row}.from_ms AS TEXT)`, group: `${row}.session_id` },
    note: { table: 'note', key: `${row}.id`, group: ofCall },
    note_event: { table: 'note_event', key: `${row}.id`, group: ofCall },
    conversation: { table: 'conversation', key: `${row}.call_id`, group: ofCall },
    conversation_taken: { table: 'conversation_taken', key: `${row}.call_id`, group: ofCall },
    silver_hair: { table: 'silver_hair', key: `${row}.call_id`, group: ofCall },
    meeting: { table: 'meeting', key: `${row}.id`, group: ofCall },
    meeting_line: { table: 'meeting_line', key: `${row}.id`, group: ofMeeting },
    call_agent: { table: 'call_agent', key: `${row}.call_id`, group: ofCall },
    thanks: { table: 'thanks', key: `${row}.id`, group: ofCall },
    life_event: { table: 'life_event', key: `${row}.id`, group: ofCase },
    life_sealed: { table: 'life_sealed', key: `${row}.id`, group: ofCase },
    booking_event: { table: 'booking_event', key: `${row}.id`, group: `${row}.booking_id` },
  }
}

const entryOf = ({ table, key, group }: Told) => `SELECT '${table}', ${key}, ${group}, journal_time()`
const ENTER = 'INSERT INTO journal (what, row_id, group_id, at)'

const trigger = (on: 'INSERT' | 'UPDATE' | 'DELETE', table: string, when = ''): string => {
  const one = told(on === 'DELETE' ? 'OLD' : 'NEW')[table]
  if (one === undefined) throw new Error(`nothing is told of ${table}`)
  return `CREATE TEMP TRIGGER journal_${table}_${on.toLowerCase()} AFTER ${on} ON main.${table} ${when}
    BEGIN ${ENTER} ${entryOf(one)}; END;`
}

/** Of this connection alone: whoever else opens the file, to look or to mend, tells nobody anything. */
const TRIGGERS = [
  trigger('INSERT', 'session'),
  trigger('UPDATE', 'session'),
  // Comes after the session's last row, or waits for the rows that are entered after it.
  `CREATE TEMP TRIGGER journal_session_over AFTER UPDATE OF ended_at ON main.session
    WHEN OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL
    BEGIN ${ENTER} VALUES ('handed_over', NEW.id, NEW.id, journal_time()); END;`,
  trigger('INSERT', 'call'),
  trigger('UPDATE', 'call'),
  trigger('INSERT', 'listening_gap'),
  trigger('INSERT', 'note'),
  trigger('UPDATE', 'note'),
  trigger('INSERT', 'note_event'),
  // What a note said before is taken away by a seal, and is there again after a wrong alarm.
  trigger('UPDATE', 'note_event', 'WHEN OLD.before_json IS NULL AND NEW.before_json IS NOT NULL'),
  trigger('INSERT', 'conversation'),
  trigger('UPDATE', 'conversation'),
  trigger('DELETE', 'conversation'),
  trigger('INSERT', 'conversation_taken'),
  trigger('DELETE', 'conversation_taken'),
  trigger('INSERT', 'silver_hair'),
  trigger('UPDATE', 'silver_hair'),
  trigger('DELETE', 'silver_hair'),
  trigger('INSERT', 'meeting'),
  trigger('UPDATE', 'meeting'),
  trigger('INSERT', 'meeting_line'),
  trigger('UPDATE', 'meeting_line'),
  trigger('INSERT', 'call_agent'),
  trigger('UPDATE', 'call_agent'),
  trigger('INSERT', 'thanks'),
  trigger('UPDATE', 'thanks'),
  trigger('INSERT', 'life_case'),
  // It has its call now. What waits of it stands and falls with that call's session from now on, and goes after the call.
  `CREATE TEMP TRIGGER journal_life_case_joined AFTER UPDATE OF call_id ON main.life_case
    WHEN OLD.call_id IS NULL AND NEW.call_id IS NOT NULL
    BEGIN
      ${ENTER} VALUES ('life_case', NEW.id, NEW.session_id, journal_time());
      ${ENTER} SELECT what, row_id, NEW.session_id, at FROM journal
        WHERE group_id = NEW.id AND what <> 'life_case' ORDER BY number;
      DELETE FROM journal WHERE group_id = NEW.id;
    END;`,
  trigger('INSERT', 'life_event'),
  trigger('INSERT', 'life_sealed'),
  trigger('DELETE', 'life_sealed'),
  trigger('INSERT', 'sealed_call'),
  trigger('UPDATE', 'sealed_call'),
  trigger('DELETE', 'sealed_call'),
  trigger('INSERT', 'booking_event', `WHEN NEW.what IN ('checked_in', 'done')`),
].join('\n')

/** Rows of a table as entries, in the order of happening. */
const entered = (one: Told, where: string): string =>
  `${ENTER} ${entryOf(one)} FROM ${one.table} one ${where} ORDER BY one.${one.table === 'sealed_call' ? 'call_id' : 'rowid'}`

/** All that was heard here, as if it had just been written; parents first. */
const everything = (): string =>
  Object.entries(told('one'))
    .map(
      ([table, one]) => `${entered(one, table === 'booking_event' ? `WHERE one.what IN ('checked_in', 'done')` : '')};`,
    )
    .join('\n')

const ALL_ENDED = `${ENTER} SELECT 'handed_over', id, id, journal_time() FROM session WHERE ended_at IS NOT NULL ORDER BY rowid;`

const AMONG = 'IN (SELECT value FROM json_each(:ids))'
const WAITED = `group_id ${AMONG} AND number <= :last`
/** The same of some sessions: their rows, then what waited of rows that are gone, the hand-overs last. What waited before would come before its parents. */
const ofSessions = (): readonly string[] => [
  ...Object.values(told('one'))
    .filter(({ table }) => table !== 'booking_event')
    .map((one) => entered(one, `WHERE ${one.group} ${AMONG}`)),
  `${ENTER} SELECT what, row_id, group_id, at FROM journal WHERE ${WAITED} AND what IN (${goneTables.map((table) => `'${table}'`).join(', ')}) ORDER BY number`,
  `DELETE FROM journal WHERE ${WAITED}`,
  `${ENTER} SELECT 'handed_over', id, id, journal_time() FROM session WHERE id ${AMONG} AND ended_at IS NOT NULL ORDER BY rowid`,
  `DELETE FROM handed_over WHERE session_id ${AMONG}`,
]

/** Sessions that went up, all of them or in part, and may not be there any more: all of each waits once more. In the caller's transaction. */
export function enterAnew(db: WritableDb, sessionIds: readonly Id[]): void {
  const last = db.prepare('SELECT coalesce(max(number), 0) FROM journal').pluck().get()
  const named = { ids: JSON.stringify(sessionIds), last }
  for (const sql of ofSessions()) db.prepare(sql).run(named)
}

/** All cases with what is sealed, as if they had just been raised, and which calls were opened again since. In the caller's transaction. */
export function enterCasesAnew(db: WritableDb): void {
  const one = told('one')
  for (const table of lifeTables) if (one[table] !== undefined) db.prepare(entered(one[table], '')).run()
  const { key, group } = told('opened').sealed_call as Told
  db.prepare(
    `${ENTER} SELECT DISTINCT 'sealed_call', ${key}, ${group}, journal_time() FROM life_case opened
      WHERE opened.call_id IS NOT NULL AND opened.call_id NOT IN (SELECT call_id FROM sealed_call)`,
  ).run()
}

const HAS_JOURNAL = `SELECT count(*) FROM sqlite_schema WHERE name = 'journal'`

/**
 * Makes this connection write down which row of what is heard changed, in the transaction that changed it. Where there is no journal yet,
 * all that was heard here is entered: that is nothing in a new database; and in one whose journal was lost it is sent once more, which changes nothing
 * at the hub. `noticed` is told of every entry, before it is committed: it may do no more than remember to look.
 */
export function makeJournal(db: WritableDb, now: () => Instant, noticed: () => void): void {
  db.function('journal_time', () => {
    noticed()
    return now()
  })
  inTransaction(db, () => {
    const isNew = db.prepare(HAS_JOURNAL).pluck().get() === 0
    db.exec(TABLES)
    if (isNew) db.exec(everything() + ALL_ENDED)
    db.exec(TRIGGERS)
  })
}
