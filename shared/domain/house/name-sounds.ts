import type { TextRange } from '../../text/search-characters.ts'

/** How each Chinese character may be said, in letters without tones: 曾 → ceng, zeng. */
export type Readings = ReadonlyMap<string, readonly string[]>

/**
 * Which part of a name sounds like what was typed: whole syllables, their first letters, or both mixed, the last one perhaps
 * unfinished. «csy», «chensy», «siyuan» and «chen si» all mean 陈思远 or a part of it. Null: none does.
 */
export function soundsLike(name: string, typed: string, readings: Readings): TextRange | null {
  const letters = lettersOf(typed)
  return letters === null ? null : saidIn(name, letters, readings)
}

/** The letters of what was typed; null where it is more than a sound. */
export function lettersOf(typed: string): string | null {
  const letters = typed
    .toLowerCase()
    .replaceAll('ü', 'v')
    .replace(/['’\s]/g, '')
  return /^[a-z]+$/.test(letters) ? letters : null
}

/** Which part of a name these letters say. Asked of many thousands at each key: most are turned away by their first letters. */
export function saidIn(name: string, letters: string, readings: Readings): TextRange | null {
  const first = letters.slice(0, 1)
  let from = 0
  for (const character of name) {
    // A hit begins with a character that has a sound: letters of a name are found as they are written.
    if (readings.get(character)?.some((syllable) => syllable.startsWith(first))) {
      const length = said([...name.slice(from)], letters, readings)
      if (length !== null) return { from, to: from + length }
    }
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
