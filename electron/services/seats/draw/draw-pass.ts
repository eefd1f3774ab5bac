import type { Id } from '../../../../shared/contract/values.ts'
import { dueWindow, windowById } from '../../../storage/seats/draw/windows.ts'
import { owingASeat } from '../../duty/duty-lines.ts'
import { readYear } from '../../duty/read-year.ts'
import type { HouseParts } from '../../parts.ts'
import type { NoShowWatch } from '../no-show-watch.ts'
import { type DrawnUp, drawnFile, holdWindow, readInput, written } from './hold-window.ts'

const EVERY_MS = 10_000

/** Where what it is drawn with changes each time meanwhile, it is drawn with everything held. */
const MOST_DRAWS = 3

const breath = () => new Promise((resolve) => setImmediate(resolve))

export interface DrawPass {
  /** Draws every window whose closing time has come; gives how many it drew. Any number of hubs may do it at once. */
  run(): Promise<number>
  /** Does so now and from time to time, also what closed while nothing ran. */
  begin(): void
  /** Resolves when nothing is drawn any more. */
  close(): Promise<void>
}

interface Parts extends Pick<HouseParts, 'engine' | 'clock' | 'log' | 'emit'> {
  /** Who did not come stands behind: it is seen before anything is drawn. */
  readonly watch: NoShowWatch
}

/** Windows close by the clock of where they are kept. `isNoNews`: failures that somebody else tells of. */
export function drawPass(parts: Parts, isNoNews: (error: unknown) => boolean = () => false): DrawPass {
  const { engine, clock, log, emit, watch } = parts
  let working: Promise<number> | null = null
  let timer: NodeJS.Timeout | undefined

  async function drawOne(windowId: Id): Promise<boolean> {
    await watch.look()
    // Read before: to go through the year of 25,000 people takes a while, in which nothing is held.
    const owing = await whoOwes(windowId)
    for (let draws = 0; ; draws += 1) {
      await breath()
      const drawnUp = draws === MOST_DRAWS ? null : await drawUp(windowId, owing)
      const answer = await engine.transact(() => holdWindow(parts, windowId, owing, drawnUp))
      if (answer === 'drawn') emit({ kind: 'changed', topics: ['draws', 'bookings'] })
      if (answer !== 'changed') return answer === 'drawn'
    }
  }

  async function whoOwes(windowId: Id): Promise<ReadonlySet<Id>> {
    const window = await engine.read(() => windowById(windowId))
    if (window === null) return new Set()
    const year = yearOf(window.plan.from)
    const sessions = await readYear(engine, year)
    return engine.read(() => owingASeat(year, sessions))
  }

  /** Drawn while nothing is held, step by step: whoever asks for something meanwhile is answered between two. */
  async function drawUp(windowId: Id, owing: ReadonlySet<Id>): Promise<DrawnUp | null> {
    const input = await engine.read(() => readInput(parts, windowId, owing))
    if (input === null) return null
    await breath()
    const file = drawnFile(input)
    await breath()
    return written(input, file)
  }

  async function runAll(): Promise<number> {
    let count = 0
    for (;;) {
      const due = await engine.read(() => dueWindow(clock.now()))
      if (due === null) return count
      if (await drawOne(due)) count += 1
    }
  }

  function run(): Promise<number> {
    working ??= runAll().finally(() => {
      working = null
    })
    return working
  }
  const tryNow = () =>
    run().catch((error: unknown) => {
      if (!isNoNews(error)) log.error('what is due was not drawn', 'DRAW', error)
    })

  return {
    run,
    begin: () => {
      timer = setInterval(tryNow, EVERY_MS)
      timer.unref()
      void tryNow()
    },
    close: async () => {
      clearInterval(timer)
      await working?.catch(() => {})
    },
  }
}

export const yearOf = (date: string): number => Number(date.slice(0, 4))
