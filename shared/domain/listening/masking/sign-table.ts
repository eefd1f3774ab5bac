/** By the number of a sign (UTF-16 unit), whether it is one of many: for sets of which most texts have none, and which are looked for in each. */
export type SignTable = Uint8Array

export function signTable(signs: string): SignTable {
  const table = new Uint8Array(0x1_0000)
  for (let place = 0; place < signs.length; place++) table[signs.charCodeAt(place)] = 1
  return table
}

export function hasAny(text: string, table: SignTable): boolean {
  for (let place = 0; place < text.length; place++) if (table[text.charCodeAt(place)] === 1) return true
  return false
}
