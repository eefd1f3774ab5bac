import { writeFileSync } from 'node:fs'
import { afterAll, beforeEach } from 'vitest'

const active = Number(process.env.EARSHOT_MUTANT)
/** Which is awake now: in-rounds.ts changes it from one time to the next. */
const now = Object.assign(globalThis, { awakeMutant: active })
/** A byte for each number: a set would make millions of questions slow. */
const reached = new Uint8Array(100_000)

/** Whether the mutant of this number is the one awake; instrument.ts writes the questions. */
Object.assign(globalThis, {
  isMutant: (number: number) => {
    reached[number] = 1
    return number === now.awakeMutant
  },
})

/** What was reached since the last time. */
function takeReached(): number[] {
  const numbers: number[] = []
  for (let at = reached.indexOf(1); at !== -1; at = reached.indexOf(1, at + 1)) numbers.push(at)
  reached.fill(0)
  return numbers
}

const note = process.env.EARSHOT_REACHED
if (note !== undefined && active === 0 && process.env.EARSHOT_ROUNDS === '{}') {
  /** By the id of the test. */
  const byTest: Record<string, number[]> = {}
  /** While the file is read, and between its tests: which of them needs it nobody knows. */
  const outside: number[] = []
  // The hooks of a setup file are around those of the tests.
  beforeEach(({ task }) => {
    outside.push(...takeReached())
    return () => {
      byTest[task.id] = takeReached()
    }
  })
  afterAll(() => {
    outside.push(...takeReached())
    writeFileSync(note, JSON.stringify({ outside, byTest }))
  })
}
