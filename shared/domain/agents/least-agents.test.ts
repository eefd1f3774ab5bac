import { expect, test } from 'vitest'
import { agentsAtLeast, LEAST_AGENTS, mayTellOfAgents, type NamedCall } from './least-agents.ts'

const DAYS = ['2026-09-18', '2026-09-19', '2026-09-20'] as const

/** Numbers by chance, the same in every run. */
function chanceOf(seed: number) {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

interface Heard extends NamedCall {
  readonly agent: number
  readonly seat: number
  readonly hour: number
}

/** Calls of few agents over some days, at seats and hours: an agent has another hash each day, and some calls none. */
function someCalls(chance: (below: number) => number): Heard[] {
  const agents = 1 + chance(8)
  return Array.from({ length: chance(60) }, () => {
    const day = DAYS[chance(DAYS.length)] ?? DAYS[0]
    const agent = chance(agents)
    const agentId = chance(4) === 0 ? null : `${day}/${agent}`
    return { day, agent, agentId, seat: chance(4), hour: chance(3) }
  })
}

test('no choice of seats, days and hours, nor two choices together, is told of with fewer than five people in it', () => {
  const chance = chanceOf(7)
  let told = 0
  for (let run = 0; run < 3_000; run += 1) {
    const calls = someCalls(chance)
    const [seat, hour, day] = [chance(5), chance(4), DAYS[chance(DAYS.length + 1)]]
    const [other] = [chance(5)]
    const chosen = calls.filter(
      (call) =>
        (seat === 4 || call.seat === seat || call.seat === other) &&
        (hour === 3 || call.hour === hour) &&
        (day === undefined || call.day === day),
    )
    const people = new Set(chosen.map(({ agent }) => agent)).size
    expect(agentsAtLeast(chosen)).toBeLessThanOrEqual(people)
    if (!mayTellOfAgents(chosen)) continue
    told += 1
    expect(people).toBeGreaterThanOrEqual(LEAST_AGENTS)
  }
  expect(told).toBeGreaterThan(50)
})

test('one agent on five days is one; five of one day are five; calls without an agent count for none', () => {
  const alone = ['1', '2', '3', '4', '5'].map((day) => ({ day, agentId: `${day}/a` }))
  expect(agentsAtLeast(alone)).toBe(1)
  expect(mayTellOfAgents(alone)).toBe(false)
  const five = ['a', 'b', 'c', 'd', 'e'].map((agentId) => ({ day: '1', agentId }))
  expect(mayTellOfAgents(five)).toBe(true)
  expect(mayTellOfAgents([...five.slice(1), { day: '1', agentId: null }])).toBe(false)
  expect(agentsAtLeast([])).toBe(0)
})

test('to leave out more never makes tellable what was not', () => {
  const chance = chanceOf(11)
  for (let run = 0; run < 500; run += 1) {
    const calls = someCalls(chance)
    const fewer = calls.filter(() => chance(3) > 0)
    if (mayTellOfAgents(fewer)) expect(mayTellOfAgents(calls)).toBe(true)
  }
})
