import { countAsUnimportant, statement, type WritableDb } from '../database.ts'
import { checkpoint } from '../file/checkpoint.ts'

const TABLES = ['note_search', 'ticket_search', 'reference_search'] as const
const BEGIN = (table: string) => `INSERT INTO ${table} (${table}, rank) VALUES ('merge', -64)`
const GO_ON = (table: string) => `INSERT INTO ${table} (${table}, rank) VALUES ('merge', 64)`
const CHANGES = 'SELECT total_changes()'

/**
 * What was deleted stays in the pieces of a full-text index until they are merged. A piece of that work at a time, of some milliseconds; done at the last.
 */
export function* mergeSearch(db: WritableDb): Generator<void> {
  for (const table of TABLES)
    for (let text = BEGIN(table), before = -1; ; text = GO_ON(table)) {
      before = Number(statement(db, CHANGES).pluck().get())
      statement(db, text).run()
      const changed = Number(statement(db, CHANGES).pluck().get()) - before
      countAsUnimportant(db, changed)
      // The statement itself counts as one: https://www.sqlite.org/fts5.html#the_merge_command
      if (changed < 2) break
      yield
    }
}

/** Deleted bytes are overwritten on their pages (secure delete); the log forgets them when it is written into the file and emptied. False: somebody reads; later. */
export const emptyLog = (db: WritableDb): boolean => checkpoint(db, 'TRUNCATE') === 'done'
