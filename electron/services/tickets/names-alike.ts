import type { NamesAlike } from '../../../shared/contract/tickets/names-alike.ts'
import { lettersOf, saidIn } from '../../../shared/domain/house/name-sounds.ts'
import { readingsOf } from '../../adapters/sounds/readings.ts'
import { ticketOwners, whoListened } from '../../storage/tickets/ticket-people.ts'
import { wordsOf } from '../../storage/tickets/ticket-words.ts'
import { peopleMeant } from '../house/people-meant.ts'
import type { HouseParts } from '../parts.ts'

/** One letter begins the names of half a company. */
const SHORTEST = 2
/** So many names are looked for at most; who types more letters means fewer. */
const MOST_NAMES = 200
const MOST_SESSIONS = 1_000

/** Owners and listeners whose names sound like a word of the text («csy» 陈思远); words that sound like nobody's are left out. */
export async function namesAlike(parts: Pick<HouseParts, 'engine' | 'log'>, text: string): Promise<NamesAlike[]> {
  const words = wordsOf(text).filter((word) => word.length >= SHORTEST && lettersOf(word) !== null)
  if (words.length === 0) return []
  const owners = await parts.engine.read(ticketOwners)
  const readings = await readingsOf(owners, (error) => parts.log.error('owners have no sound now', 'SEARCH', error))
  const alike: NamesAlike[] = []
  for (const word of words) {
    const letters = lettersOf(word) ?? ''
    const owning = owners.filter((name) => saidIn(name, letters, readings) !== null).slice(0, MOST_NAMES)
    const listeners = await listenersAlike(parts, word)
    if (owning.length + listeners.length > 0) alike.push({ word, owners: owning, listeners })
  }
  return alike
}

/**
 * A family name alone would be every session of hundreds of people; as where it is written out, two characters are the least. Where
 * letters still mean people of very many sessions nobody is meant yet: to go through all of them would take many seconds.
 */
async function listenersAlike(parts: Pick<HouseParts, 'engine' | 'log'>, word: string): Promise<string[]> {
  const { byName } = await peopleMeant(parts, word)
  const meant = [...byName].filter(([, range]) => range !== null && range.to - range.from >= 2).map(([id]) => id)
  if (meant.length === 0) return []
  const listened = await parts.engine.read(() => whoListened(meant))
  const sessions = listened.reduce((sum, each) => sum + each.sessions, 0)
  return sessions > MOST_SESSIONS ? [] : listened.map(({ name }) => name)
}
