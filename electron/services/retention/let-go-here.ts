import { setImmediate as nextTurn } from 'node:timers/promises'
import type { WritableDb } from '../../storage/database.ts'
import { runOn } from '../../storage/engine/sqlite.ts'
import { sessionWithWords } from '../../storage/retention/due.ts'
import { eraseConversations, eraseNotes, eraseSealed } from '../../storage/retention/erase.ts'
import { sealedWords } from '../../storage/retention/sealed-due.ts'
import { type GoneAtHub, goneAtHub, untold, waitsToGoUp } from '../../storage/team/gone-here.ts'
import type { Deleting } from './deleting.ts'

/**
 * A desk of a hub lets go of its copy of what the hub deleted. Never of what has not gone up, and not while something of it is half done here: it is gone on with
 * the next time. Answers how many went.
 */
export async function letGoHere(db: WritableDb, { isHeldOff, progress = () => {} }: Deleting): Promise<number> {
  let done = 0
  for (const gone of goneAtHub(db)) {
    await nextTurn()
    if (!db.open || (await isHeldOff())) break
    if (!untold(db, () => letGo(db, gone))) continue
    done += 1
    progress(done)
  }
  return done
}

/** Asked where it is deleted: what is written meanwhile, by whatever else has the file open, comes before it or after it. */
function letGo(db: WritableDb, gone: GoneAtHub): boolean {
  if (waitsToGoUp(db, gone) || !isHere(db, gone)) return false
  erase(db, gone)
  return true
}

function isHere(db: WritableDb, { kind, subjectId }: GoneAtHub): boolean {
  if (kind === 'sealed') return runOn(db, sealedWords()).some(({ caseId }) => caseId === subjectId)
  if (kind !== 'notes' && kind !== 'conversations') return false
  const words = runOn(db, sessionWithWords(kind, subjectId))
  return words !== null && words.halfDone === 0
}

function erase(db: WritableDb, { kind, subjectId }: GoneAtHub): void {
  if (kind === 'sealed') runOn(db, eraseSealed(subjectId))
  else if (kind === 'notes') runOn(db, eraseNotes(subjectId))
  else runOn(db, eraseConversations(subjectId))
}
