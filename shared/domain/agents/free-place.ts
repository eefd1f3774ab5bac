import { PSEUDONYMS } from '../../text/pseudonyms.ts'

/** The place that an agent's hash asks for: by the first eight of its hexadecimal digits. */
const placeWanted = (agentId: string): number => Number.parseInt(agentId.slice(0, 8), 16) % PSEUDONYMS

/** The place an agent gets where others of the day have theirs: the one it asks for, else the next that nobody has. */
export function freePlace(agentId: string, taken: ReadonlySet<number>): number {
  const wanted = placeWanted(agentId)
  for (let round = 0; ; round += 1)
    for (let step = 0; step < PSEUDONYMS; step += 1) {
      const place = round * PSEUDONYMS + ((wanted + step) % PSEUDONYMS)
      if (!taken.has(place)) return place
    }
}
