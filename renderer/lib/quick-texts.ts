/** Texts as they stand in the files: texts in objects in objects. */
export type Texts = { readonly [key: string]: string | Texts }

/** What i18next reads among what a text is asked with: then it answers itself. */
const ITS_OWN =
  /^(?:count|context|ordinal|ns|lng|lngs|keyPrefix|replace|return.*|defaultValue.*|interpolation|joinArrays|postProcess)$/
const HOLE = /\{\{(\w+)\}\}/g

/**
 * The text of a key with its holes filled, where that is all there is to do; undefined where i18next has to say it: plurals, texts in texts, lists.
 * i18next copies its options five times for each word on screen, and a screen has hundreds.
 */
export function quickText(texts: Texts | undefined, key: unknown, values: unknown): string | undefined {
  if (texts === undefined || typeof key !== 'string' || key.includes(':')) return undefined
  const text = at(texts, key)
  if (text === undefined || text.includes('$t(')) return undefined
  if (values === undefined) return text.includes('{{') ? undefined : text
  if (typeof values !== 'object' || values === null) return undefined
  const given = values as Readonly<Record<string, unknown>>
  for (const name of Object.keys(given)) if (ITS_OWN.test(name)) return undefined
  let isWhole = true
  const filled = text.replace(HOLE, (_, name: string) => {
    const value = given[name]
    if (typeof value === 'string' || typeof value === 'number') return String(value)
    isWhole = false
    return ''
  })
  return isWhole && !text.replace(HOLE, '').includes('{{') ? filled : undefined
}

function at(texts: Texts, key: string): string | undefined {
  let found: string | Texts | undefined = texts
  for (const part of key.split('.')) {
    if (typeof found !== 'object' || !Object.hasOwn(found, part)) return undefined
    found = found[part]
  }
  return typeof found === 'string' ? found : undefined
}
