/** FNV-1a over UTF-16 units, spread. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return spread(hash)
}

/** What stands for one thing and then the other. */
export const mixed = (hash: number, next: number): number => {
  const product = Math.imul(hash ^ next, 0x9e3779b1)
  return (product << 13) | (product >>> 19)
}

/** So that every bit depends on every bit: the last step of MurmurHash3. */
export function spread(hash: number): number {
  const first = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35)
  return (second ^ (second >>> 16)) >>> 0
}

/** Where a passage begins and ends. */
export const EDGE = hashOf('^')
