/** The first character of a word as people see it: where it takes two units of the text (𠮷, 😀), half of it would be none. */
export const firstSign = (word: string): string => [...word.slice(0, 2)][0] ?? ''
