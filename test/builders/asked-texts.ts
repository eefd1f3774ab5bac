/** A key of the texts, whole or with a part that is filled in: `state.${ticket.state}`; in another text it is `$t(common:counted.calls`. */
const KEY = /'(?:[\w-]+:)?([\w.-]+)'|`(?:[\w-]+:)?((?:[\w.-]|\$\{[^{}`]*\})+)`|\$t\((?:[\w-]+:)?([\w.-]+)/g

/**
 * Finds which texts are asked for in these sources: by their whole key, or by one of which a part is filled in. What is filled in counts
 * as one step of the key, so that one such question does not stand for every text there is.
 */
export function askedTexts(sources: readonly string[]): (key: string) => boolean {
  const whole = new Set<string>()
  const patterns = new Set<string>()
  for (const source of sources) {
    for (const [, quoted, filled, inText] of source.matchAll(KEY)) {
      const key = quoted ?? filled ?? inText ?? ''
      if (key.includes('${')) patterns.add(key.replace(/\$\{[^{}]*\}/g, '*'))
      else whole.add(key)
    }
  }
  const forms = [...patterns]
    .filter((pattern) => /\w/.test(pattern))
    .map((pattern) => new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '[\\w-]+')}$`))
  return (key) => {
    // `calls_one` and `calls_other` are asked for as `calls`.
    const [counted] = key.split(/_(?:one|other|zero)$/)
    return (
      whole.has(key) || whole.has(counted ?? key) || forms.some((form) => form.test(key) || form.test(counted ?? key))
    )
  }
}
