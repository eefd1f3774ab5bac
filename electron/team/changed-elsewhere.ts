import type { Clock } from '../services/parts.ts'
import type { WritableDb } from '../storage/database.ts'
import { keepChangedElsewhere } from '../storage/team/changed-elsewhere.ts'
import { arrivalsAt } from './bring-along/ask-arrivals.ts'
import type { HubLink } from './hub-link-port.ts'

/** Before a desk leaves: what others made of its notes since they went over, so that they come home as they are. Throws where the hub does not say. */
export async function fetchChangedElsewhere(
  db: WritableDb,
  link: HubLink,
  clock: Pick<Clock, 'newId'>,
  goesOn: () => boolean,
): Promise<void> {
  const ask = arrivalsAt(link, clock)
  for (let after = ''; goesOn(); ) {
    const notes = await ask('arrivals', 'changedNotes', { after })
    if (notes.length === 0 || !goesOn()) return
    keepChangedElsewhere(db, notes)
    after = notes.at(-1)?.noteId ?? after
  }
}
