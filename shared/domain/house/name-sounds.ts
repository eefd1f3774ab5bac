import type { TextRange } from '../../text/search-characters.ts'

/** How each Chinese character may be said, in letters without tones: 曾 → ceng, zeng. */
export type Readings = ReadonlyMap<string, readonly string[]>

/**
 * Which part of a name sounds like what was typed: whole syllables, their first letters, or both mixed, the last one perhaps
 * unfinished. «csy», «chensy», «siyuan» and «chen si» all mean 陈思远 or a part of it. Null: none does.
 */
export function soundsLike(name: string, typed: string, readings: Readings): TextRange | null {
  const letters = typed
    .toLowerCase()
    .replaceAll('ü', 'v')
    .replace(/['’\s]/g, '')
  if (!/^[a-z]+$/.test(letters)) return null
  let from = 0
  const characters = [...name]
  for (const [index, character] of characters.entries()) {
    // A hit begins with a character that has a sound: letters of a name are found as they are written.
    const length = readings.has(character) ? said(characters.slice(index), letters, readings) : null
    if (length !== null) return { from, to: from + length }
    from += character.length
  }
  return null
}

/** How many UTF-16 units of `characters` the letters use up; null: they say something else. */
function said(characters: readonly string[], letters: string, readings: Readings): number | null {
  const [character, ...rest] = characters
  if (letters === '') return 0
  if (character === undefined) return null
  for (const syllable of readings.get(character) ?? [character.toLowerCase()]) {
    if (syllable.startsWith(letters)) return character.length
    for (const part of [syllable, initialOf(syllable), syllable.slice(0, 1)]) {
      if (part === '' || !letters.startsWith(part)) continue
      const further = said(rest, letters.slice(part.length), readings)
      if (further !== null) return character.length + further
    }
  }
  return null
}

const initialOf = (syllable: string): string => /^[zcs]h/.exec(syllable)?.[0] ?? syllable.slice(0, 1)

/** Whether there are letters in what was typed: without any it is no sound, and nobody needs to know how names are said. */
export const isSpelled = (typed: string): boolean => /[a-zü]/i.test(typed)
