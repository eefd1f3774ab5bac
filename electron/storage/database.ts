import type Database from 'better-sqlite3'

declare const canWrite: unique symbol

/** A connection that only reads. Workers get this one and nothing else. */
export type ReadableDb = Database.Database

/** The one connection that writes; it lives in the main thread. A different type so that a reader cannot be passed by mistake. */
export type WritableDb = Database.Database & { readonly [canWrite]: true }

export type Statement = Database.Statement<unknown[], unknown>

const prepared = new WeakMap<Database.Database, Map<string, Statement>>()

/**
 * More than twice the fixed texts there are. A search of tickets has a text of its own for every combination of filters and
 * kinds of words: without an end, these would stay for as long as the console is open.
 */
export const MOST_PREPARED = 600

/** The prepared statement of this text on this connection; prepared once, because preparing costs more than running. */
export function statement(db: ReadableDb, sql: string): Statement {
  let ofConnection = prepared.get(db)
  if (ofConnection === undefined) {
    ofConnection = new Map()
    prepared.set(db, ofConnection)
  }
  let found = ofConnection.get(sql)
  if (found === undefined) {
    found = db.prepare(sql)
    // The oldest goes, used or not: a hit stays one look-up, and one that is needed again is prepared again.
    for (const [oldest] of ofConnection) {
      if (ofConnection.size < MOST_PREPARED) break
      ofConnection.delete(oldest)
    }
    ofConnection.set(sql, found)
  }
  return found
}

const unimportant = new WeakMap<Database.Database, number>()

/** Rows written on this connection that are no work of anybody: a copy of the database need not be made for them. */
export const unimportantWrites = (db: ReadableDb): number => unimportant.get(db) ?? 0

export function countAsUnimportant(db: WritableDb, rows = 1): void {
  unimportant.set(db, unimportantWrites(db) + rows)
}

/** Rows written on this connection since it was opened, those of virtual tables included. */
export const writtenRows = (db: ReadableDb): number => Number(statement(db, 'SELECT total_changes()').pluck().get())

type Transaction = Database.Transaction<(work: () => unknown) => unknown>

const transactions = new WeakMap<Database.Database, Transaction>()

/** Runs what it is given in a transaction. Made once for each connection: making one takes longer than an empty transaction does. */
function transactionOf(db: ReadableDb): Transaction {
  let found = transactions.get(db)
  if (found === undefined) {
    found = db.transaction((work: () => unknown) => work())
    transactions.set(db, found)
  }
  return found
}

/** Runs `work` on one state of the database, whatever else is written meanwhile. */
export const onOneState = <T>(db: ReadableDb, work: () => T): T => transactionOf(db).deferred(work) as T

const afterwards = new WeakMap<Database.Database, (() => void)[]>()

/** Runs `work` as one transaction that takes the write lock at once: a command is one call and one transaction. */
export function inTransaction<T>(db: WritableDb, work: () => T): T {
  const isInner = db.inTransaction
  const earlierEffects = isInner ? (afterwards.get(db)?.length ?? 0) : 0
  try {
    const done = transactionOf(db).immediate(work) as T
    const effects = isInner ? undefined : afterwards.get(db)
    if (effects !== undefined) {
      afterwards.delete(db)
      for (const effect of effects) effect()
    }
    return done
  } catch (error) {
    // What is taken back is this step alone: the transaction around it may go on, and keeps what it asked for before.
    afterwards.get(db)?.splice(earlierEffects)
    throw error
  }
}

/**
 * For what a transaction cannot take back: a file, a setting. Done once it is committed, and not at all where it is not. What throws
 * there is a surprise of a call whose rows are stored: an effect that may fail says so itself.
 */
export function afterCommit(db: WritableDb, effect: () => void): void {
  const effects = afterwards.get(db)
  if (!db.inTransaction) effect()
  else if (effects === undefined) afterwards.set(db, [effect])
  else effects.push(effect)
}
