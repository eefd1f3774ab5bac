const CHINESE_MS = 220
const OTHER_MS = 60
const SHORTEST_MS = 1_200
const CHINESE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

/** How long it takes to read or say this line. */
export function readingMs(text: string): number {
  let sumMs = 0
  for (const character of text) sumMs += CHINESE.test(character) ? CHINESE_MS : OTHER_MS
  return Math.max(SHORTEST_MS, sumMs)
}

/** When each line begins, one after the other at reading pace. */
export function layOut(texts: readonly string[]): number[] {
  let nextMs = 0
  return texts.map((text) => {
    const atMs = nextMs
    nextMs += readingMs(text)
    return atMs
  })
}
