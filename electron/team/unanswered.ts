import { HubAway } from './hub-link-port.ts'

/** What is asked over the wire, without the number it gets. */
export interface Asking {
  readonly message: Readonly<Record<string, unknown>>
  /** It has an id by which the hub does it once: it may be sent again. */
  readonly isCommand: boolean
  /** Whether it may have been done although no answer came. */
  readonly changes: boolean
}

interface Asked extends Asking {
  readonly id: number
  isSent: boolean
  timesSent: number
  resolve(answer: unknown): void
  reject(error: Error): void
  timer?: NodeJS.Timeout
}

export interface UnansweredPace {
  readonly answeredWithinMs: number
  /** So long after a connection was lost a command waits for the next one. */
  readonly resentWithinMs: number
  /** So long a command waits for a hub of which nothing is heard. */
  readonly unheardWithinMs: number
}

/**
 * So many are on their way at once; the hub's answers come back in any order. As many as a hub works on for one desk: with more it reads
 * nothing more of that desk for a while, not even whether it is still there.
 */
const MOST_ON_THEIR_WAY = 16
const MOST_WAITING = 1_000
/** What ends the connection each time it comes must not do so for ever. */
const MOST_TIMES_SENT = 3

/** What was asked of a hub and has no answer yet, over more than one connection. */
export class Unanswered {
  readonly #asked = new Map<number, Asked>()
  readonly #pace: UnansweredPace
  #send: ((message: unknown) => void) | null = null
  #last = 0
  #patience: NodeJS.Timeout | undefined

  constructor(pace: UnansweredPace) {
    this.#pace = pace
  }

  /** Nothing is asked while nobody is connected: that is `HubAway` at once. */
  ask(asking: Asking): Promise<unknown> {
    if (this.#send === null || this.#asked.size >= MOST_WAITING) return Promise.reject(new HubAway(false))
    return new Promise((resolve, reject) => {
      this.#last += 1
      this.#asked.set(this.#last, { ...asking, id: this.#last, isSent: false, timesSent: 0, resolve, reject })
      this.#sendNext()
    })
  }

  answer(id: number, answer: unknown): void {
    this.#take(id)?.resolve(answer)
    this.#sendNext()
  }

  isAwaited(): boolean {
    return this.#asked.size > 0
  }

  /** What was on its way and has an id of its own goes out again, in the order in which it was asked. */
  connected(send: (message: unknown) => void): void {
    for (const asked of this.#asked.values()) asked.isSent = false
    this.heardAgain(send)
  }

  /** Commands wait for a while; everything else is told at once. */
  lost(): void {
    this.#wait(this.#pace.resentWithinMs, ({ isCommand, timesSent }) => isCommand && timesSent < MOST_TIMES_SENT)
  }

  /** The connection stands and nothing is heard: as if it were lost, and nothing of it is sent a second time. */
  silent(): void {
    this.#wait(this.#pace.unheardWithinMs, ({ isCommand }) => isCommand)
  }

  heardAgain(send: (message: unknown) => void): void {
    clearTimeout(this.#patience)
    this.#send = send
    this.#sendNext()
  }

  #wait(ms: number, mayWait: (asked: Asked) => boolean): void {
    this.#send = null
    for (const asked of [...this.#asked.values()]) if (!mayWait(asked)) this.#giveUp(asked)
    clearTimeout(this.#patience)
    this.#patience = setTimeout(() => this.end(), ms)
  }

  end(): void {
    clearTimeout(this.#patience)
    this.#send = null
    for (const asked of [...this.#asked.values()]) this.#giveUp(asked)
  }

  #sendNext(): void {
    let free = MOST_ON_THEIR_WAY
    for (const asked of this.#asked.values()) {
      free -= 1
      if (free < 0 || this.#send === null) return
      if (asked.isSent) continue
      asked.isSent = true
      asked.timesSent += 1
      asked.timer ??= setTimeout(() => {
        this.#giveUp(asked)
        this.#sendNext()
      }, this.#pace.answeredWithinMs)
      this.#send({ id: asked.id, ...asked.message })
    }
  }

  #giveUp(asked: Asked): void {
    this.#take(asked.id)?.reject(new HubAway(asked.changes && asked.timesSent > 0))
  }

  #take(id: number): Asked | undefined {
    const asked = this.#asked.get(id)
    clearTimeout(asked?.timer)
    this.#asked.delete(id)
    return asked
  }
}
