import type { DrawFacts, DrawInput, DrawRequest, DrawStep } from '../../../contract/seats/draw-file.ts'

/** SHA-256 of a text, in hexadecimal. Handed in: what this folder is used by has one each. */
export type Digest = (text: string) => string

/** What the steps of the rules look at, each as a text that sorts as people stand; and all of them as one. */
export interface Standing {
  readonly parts: readonly string[]
  readonly text: string
}

/** A request, and the standing it has: for several people, that of whoever of them stands last. */
export interface Party {
  readonly request: DrawRequest
  readonly people: readonly DrawFacts[]
  readonly standing: Standing
}

/** Everybody's own lot: no other request moves it, and nobody who asked could know it before the seed was published. */
export const lotOf = (personId: string, seed: string, digest: Digest): string => digest(`${seed} ${personId}`)

const NEVER = '0000-00-00'

function standingOf(order: readonly DrawStep[], { owesDuty, lastSeatOn, noShows }: DrawFacts, lot: string): Standing {
  const written: Readonly<Record<DrawStep, string>> = {
    owes_duty: owesDuty ? '0' : '1',
    longest_since_last_seat: lastSeatOn ?? NEVER,
    fewest_no_shows: String(noShows).padStart(10, '0'),
    lottery: lot,
  }
  const parts = order.map((step) => written[step])
  return { parts, text: parts.join(' ') }
}

/** The step that put `before` in front of `after`. */
export const decidingStep = (order: readonly DrawStep[], before: Standing, after: Standing): DrawStep =>
  order.find((_, index) => before.parts[index] !== after.parts[index]) ?? 'lottery'

/** All requests; first come those who choose first. */
export function inOrder({ rules, facts, seed, requests }: DrawInput, digest: Digest): Party[] {
  const known = new Map<string, { facts: DrawFacts; standing: Standing }>()
  for (const each of facts)
    known.set(each.personId, {
      facts: each,
      standing: standingOf(rules.steps, each, lotOf(each.personId, seed, digest)),
    })
  const knownOf = (personId: string) => {
    const found = known.get(personId)
    if (found === undefined) throw new Error('a person of a draw without facts')
    return found
  }
  const parties = requests.map((request): Party => {
    const people = [request.personId, ...request.togetherWith].map(knownOf)
    const { standing } = people.reduce((last, each) => (last.standing.text < each.standing.text ? each : last))
    return { request, people: people.map(({ facts }) => facts), standing }
  })
  return parties.sort(
    (left, right) =>
      compareText(left.standing.text, right.standing.text) || compareText(left.request.id, right.request.id),
  )
}

const compareText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)
