/** A label «王伟 · 家电» begins with the name. */
const NAME_ENDS = ' · '

const folded = (text: string): string => text.normalize('NFKC').toLowerCase().trim()

/**
 * The options that hold every word typed, the one meant most first: called just that, then beginning with it, then the rest in
 * their order. Enter takes the first, so 王伟 must come before 王伟明.
 */
export function optionsFor<Option extends { label: string }>(
  options: readonly Option[],
  typed: string,
): readonly Option[] {
  const wanted = folded(typed)
  const words = wanted.split(/\s+/).filter(Boolean)
  if (words.length === 0) return options
  const rank = (label: string) => {
    if (label === wanted || label.split(NAME_ENDS)[0]?.trim() === wanted) return 0
    return label.startsWith(wanted) ? 1 : 2
  }
  return options
    .map((option) => ({ option, label: folded(option.label) }))
    .filter(({ label }) => words.every((word) => label.includes(word)))
    .map(({ option, label }) => ({ option, rank: rank(label) }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ option }) => option)
}
