import type { DrawFile, DrawInput } from '../../../contract/seats/draw-file.ts'
import { countEnvy } from './count-envy.ts'
import { drawSentence } from './draw-sentences.ts'
import { holdDraw } from './hold-draw.ts'
import type { Digest } from './standing.ts'

/**
 * Holds the draw and writes down all of it: what it was held with, what came out, and what a count of its own says about that.
 * It is held with what is written down, and so comes out of the file again whatever a result may ever depend on.
 */
export function drawFileOf(given: DrawInput, digest: Digest): DrawFile {
  const input = writtenDown(given)
  const { rules, seed, commitment, requests, slots, facts } = input
  const results = holdDraw(input, digest)
    .map((result) => ({ ...result, sentence: drawSentence(result) }))
    .sort(byText(({ requestId }) => requestId))
  const people = new Map(requests.map(({ id, togetherWith }) => [id, 1 + togetherWith.length]))
  const capacity = {
    slots: slots.length,
    seats: sumOf(slots.map((slot) => slot.capacity)),
    used: sumOf(results.map(({ requestId, slotIds }) => slotIds.length * (people.get(requestId) ?? 0))),
  }
  const checks = countEnvy(input, results, digest)
  return { format: 'earshot-draw-1', rules, commitment, seed, checks, capacity, slots, requests, facts, results }
}

/** All of it in one order, in whatever order it was given; only the order of wishes means something. */
function writtenDown({ rules, seed, commitment, ...lists }: DrawInput): DrawInput {
  const requests = lists.requests
    .map((request) => ({ ...request, togetherWith: [...request.togetherWith].sort() }))
    .sort(byText(({ id }) => id))
  const slots = [...lists.slots].sort(byText(({ id }) => id))
  const facts = lists.facts
    .map(({ usedUp, ...known }) => ({
      ...known,
      busy: [...known.busy].sort(byText(({ startsAt, endsAt }) => startsAt + endsAt)),
      ...(usedUp === undefined ? {} : { usedUp: [...usedUp].sort(byText(canonical)) }),
    }))
    .sort(byText(({ personId }) => personId))
  return { rules, seed, commitment, slots, requests, facts }
}

/**
 * The same bytes for the same file, on any machine: keys in the order of their letters, LF, a line for each row of a list, so that two
 * files can be compared line by line.
 */
export function drawFileText(file: DrawFile): string {
  const parts = Object.entries(file)
    .sort(byText(([key]) => key))
    .map(([key, value]) => `${JSON.stringify(key)}: ${Array.isArray(value) ? listOf(value) : canonical(value)}`)
  return `{\n${parts.join(',\n')}\n}\n`
}

const listOf = (rows: readonly unknown[]): string =>
  rows.length === 0 ? '[]' : `[\n${rows.map(canonical).join(',\n')}\n]`

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const parts = Object.entries(value).sort(byText(([key]) => key))
  return `{${parts.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(',')}}`
}

/** What stands otherwise in two files of the same draw; `ids` are the requests whose result is another. Empty: the same draw. */
export interface DrawDifference {
  readonly part: 'checks' | 'capacity' | 'results'
  readonly ids: readonly string[]
}

/** Compares what a file says came out with what comes out. */
export function differencesOf(said: DrawFile, held: DrawFile): DrawDifference[] {
  const saidOf = new Map(said.results.map((result) => [result.requestId, canonical(result)]))
  const heldOf = new Map(held.results.map((result) => [result.requestId, canonical(result)]))
  const ids = [...new Set([...saidOf.keys(), ...heldOf.keys()])].filter((id) => saidOf.get(id) !== heldOf.get(id))
  const isOther = (part: 'checks' | 'capacity') => canonical(said[part]) !== canonical(held[part])
  return [
    ...(['checks', 'capacity'] as const).filter(isOther).map((part) => ({ part, ids: [] })),
    ...(ids.length > 0 ? [{ part: 'results' as const, ids: ids.sort() }] : []),
  ]
}

const byText =
  <T>(textOf: (each: T) => string) =>
  (left: T, right: T): number => {
    const [a, b] = [textOf(left), textOf(right)]
    return a < b ? -1 : a > b ? 1 : 0
  }

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0)
