/** Words that decided it, each once. What was heard key by key grew: of what stands in a longer one the longer one is told. */
export const shownWords = (words: readonly string[]): string[] =>
  [...new Set(words)].filter((each) => !words.some((other) => other !== each && other.includes(each)))
