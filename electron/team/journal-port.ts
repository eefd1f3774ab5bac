import type { WaitingCounts, WaitingSession } from '../../shared/contract/team/team.ts'
import type { Id } from '../../shared/contract/values.ts'

/** What a call of the contract is about, where it is about something that is heard. */
export interface Heard {
  readonly sessionId?: Id
  readonly callId?: Id
  readonly noteIds?: readonly Id[]
}

/** What the desk's own side must know of what goes up: which database answers, what a person is told. */
export interface Journal {
  waiting(): WaitingCounts
  isUploading(): boolean
  /** The oldest first. */
  sessions(): WaitingSession[]
  /**
   * Whether this desk alone says how it is: it was heard here, and goes on or has not gone up whole. What this desk does not know, or
   * what is up already, is the hub's. Asked before every call of `where: 'journal'`: one look by index.
   */
  isHere(heard: Heard): boolean
  /** Sends what waits. True: all of it is up; false: the hub is away, refuses, or was too slow for `withinMs`. */
  drained(withinMs: number): Promise<boolean>
  /** Nothing more is sent; the database may be closed then. */
  stop(): Promise<void>
}
