/** A literal in quotes or behind a stroke, a place for a digit, a sign that stands for itself, anything else. */
const TOKEN = /"([^"]*)"|\\(.)|([0#?])|([-()/ +:])|(.)/gsu

/**
 * A whole number as a sheet shows it: `00000` makes 123 00123, `"E"0000` makes it E0123. Null for what is no number of a person: a
 * fraction, or more digits than a sheet can hold.
 */
export function shownNumber(value: number, format: string): string | null {
  if (!Number.isSafeInteger(value) || Math.abs(value) >= 1e15) return null
  // Of several sections the first is for numbers above nought; colours, regions and gaps are not seen as characters.
  const [section = ''] = format.replace(/\[[^\]]*\]|_.|\*./gsu, '').split(';')
  const tokens = [...section.matchAll(TOKEN)]
  const places = tokens.filter(([, , , place]) => place !== undefined)
  if (value < 0 || places.length === 0 || tokens.some(([, , , , , other]) => other !== undefined)) return String(value)
  const noughts = places.filter(([sign]) => sign === '0').length
  let rest = String(value).padStart(noughts, '0')
  let shown = ''
  for (const token of tokens.toReversed()) {
    const [, quoted, escaped, place, sign] = token
    if (place === undefined) shown = `${quoted ?? escaped ?? sign ?? ''}${shown}`
    else {
      const part = token === places[0] ? rest : rest.slice(-1)
      rest = rest.slice(0, rest.length - part.length)
      shown = `${part}${shown}`
    }
  }
  return shown.trim()
}
