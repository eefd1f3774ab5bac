/** What is hidden behind its sound: 自sha, bu想活, 烧tan. Words that are, with 、 between them, and the sounds of their signs. */
export interface WrittenSpelling {
  readonly words: string
  /** `杀` → `sha、s`; one letter counts behind the sign before it alone. */
  readonly sounds: Readonly<Record<string, string>>
  /** What is written with other signs for letters, or letter by letter: `s*icide`, `k.i.l.l`. With 、 between them. */
  readonly hidden: string
}

/** A sound and the sign beside it, as they stand → the sign that is meant: `自sha`, `bu想`. */
export type Spelling = ReadonlyMap<string, string>

const SEPARATOR = '、'

export function spellingOf({ words, sounds }: Pick<WrittenSpelling, 'words' | 'sounds'>): Spelling {
  const meant = new Map<string, string>()
  for (const word of words.split(SEPARATOR)) {
    const signs = [...word]
    for (const [at, sign] of signs.entries())
      for (const sound of sounds[sign]?.split(SEPARATOR) ?? []) {
        const [before, after] = [signs[at - 1], signs[at + 1]]
        if (before !== undefined) meant.set(before + sound, sign)
        if (after !== undefined && sound.length > 1) meant.set(sound + after, sign)
      }
  }
  return meant
}

/** From the end, so that a sound before a sound is read too: `bu xiang活`. */
export function readSpelled<Said extends { readonly text: string }>(tokens: Said[], spelling: Spelling): Said[] {
  if (spelling.size === 0) return tokens
  for (let at = tokens.length - 1; at >= 0; at--) {
    const token = tokens[at]
    if (token === undefined || !/^[a-z]+$/.test(token.text)) continue
    const meant = spelling.get(token.text + tokens[at + 1]?.text) ?? spelling.get(tokens[at - 1]?.text + token.text)
    if (meant !== undefined) tokens[at] = { ...token, text: meant }
  }
  return tokens
}
