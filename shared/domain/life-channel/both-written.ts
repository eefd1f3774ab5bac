/** Between what is told one after the other in a field for the crisis team. */
export const BETWEEN = ' / '
export const partsOf = (told: string): string[] => (told === '' ? [] : told.split(BETWEEN))

/** What somebody went on with. What merely stands in another («9号楼» in «19号楼») is not it. */
const goOnWith = (parts: readonly string[]) => (part: string) => parts.some((each) => each.startsWith(part))

/**
 * What a field tells where somebody made `mine` of the `seen` that they saw there, and others had made it `theirs` by then. What only one of them changed is as they left it; where both wrote, both texts
 * stand: of what somebody in danger is found by nothing is dropped because somebody else wrote as well.
 */
export function withBoth(theirs: string, seen: string, mine: string): string {
  if (mine === seen || mine === theirs) return theirs
  if (theirs === seen) return mine
  const [told, before, own] = [theirs, seen, mine].map(partsOf) as [string[], string[], string[]]
  const at = placeOf(before, told)
  if (at >= 0) return distinct([...told.slice(0, at), ...own, ...told.slice(at + before.length)]).join(BETWEEN)
  const others = told.filter((part) => !goOnWith(own)(part))
  if (others.length === 0) return mine
  const added = own.filter((part) => !goOnWith(told)(part) && !before.includes(part))
  // What one of them went on with stands in the place of where it was begun.
  return [...told.filter((part) => !goOnWith(added)(part)), ...added].join(BETWEEN)
}

/** Where the parts stand together; -1: nowhere. */
function placeOf(parts: readonly string[], among: readonly string[]): number {
  if (parts.length === 0) return -1
  return among.findIndex((_, at) => parts.every((part, index) => among[at + index] === part))
}

const distinct = (parts: readonly string[]): string[] => [...new Set(parts)]
