import type { Reading } from './reading.ts'

/** A room as people call it. */
export interface NamedRoom {
  readonly id: string
  readonly name: string
  readonly site: string
}

/** The rooms that the words name, by name or by site, in the order of the rooms; null: none of them. */
export function readRooms(reading: Reading, rooms: readonly NamedRoom[]): string[] | null {
  const byName = readAny(reading, rooms, 'name')
  const bySite = readAny(reading, rooms, 'site')
  if (byName === null || bySite === null) return byName ?? bySite
  const both = byName.filter((id) => bySite.includes(id))
  return both.length === 0 ? byName : both
}

function readAny(reading: Reading, rooms: readonly NamedRoom[], field: 'name' | 'site'): string[] | null {
  const names = new Set(rooms.map((room) => plain(room[field])).filter((name) => name !== ''))
  const found = new Set<string>()
  // The longest first: «东厅二层» is not «东厅».
  for (const name of [...names].sort((a, b) => b.length - a.length))
    if (reading.take(patternOf(name)) !== null) found.add(name)
  const meant = rooms.filter((room) => found.has(plain(room[field])))
  return meant.length === 0 ? null : meant.map(({ id }) => id)
}

const plain = (name: string): string => name.normalize('NFKC').toLowerCase().trim()

/** Letters that belong to a longer word are none of a name; Chinese has no such borders. */
function patternOf(name: string): RegExp {
  const letter = '[\\p{Script=Latin}\\p{N}]'
  const [before, after] = [/^[\p{Script=Latin}\p{N}]/u.test(name), /[\p{Script=Latin}\p{N}]$/u.test(name)]
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`${before ? `(?<!${letter})` : ''}${escaped}${after ? `(?!${letter})` : ''}`, 'u')
}
