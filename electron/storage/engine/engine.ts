import type { Query } from './query.ts'

/**
 * Where the truth is kept, behind one small port. `sqlite.ts` answers at once, `postgres.ts` after a while; services await both.
 * What throws inside a query comes out here, and nothing of it was done.
 */
export interface Engine {
  /** Runs a query that only reads, on one moment of the database. */
  read<T>(query: () => Query<T>): T | Promise<T>
  /**
   * Runs a query that only looks something up, and may look long: between two answers others have their turn, a note that is being saved before
   * all. Each answer is of its own moment where the database is this process's own.
   */
  readInTurns<T>(query: () => Query<T>): Promise<T>
  /**
   * Runs a query as one transaction: what it decides on cannot change before what it writes is committed. Where it comes to a refusal (`ok: false`)
   * all that it wrote is taken back, with its effects: what is to stay in spite of a refusal is written in a transaction of its own.
   */
  transact<T>(query: () => Query<T>): T | Promise<T>
}

/**
 * Thrown inside a query that was refused for the sake of something that is gone by now. An engine on which others work at the same time
 * runs the query anew; elsewhere it is a surprise.
 */
export class GoneMeanwhile extends Error {}

/** There is more to do than can be done now: nothing of it was done, and it is worth another try. No fault of the database. */
export class Busy extends Error {}
