import { makeJournal } from '../../electron/storage/team/journal-tables.ts'
import { notesOf } from '../builders/heard.ts'
import { accepted } from '../builders/outcomes.ts'
import { bareDraftUpsert, bareNoteInsert, draftWish, noteWishes } from './bare-writes.ts'
import { aDesk, nobody } from './desk.ts'
import { both, MEDIAN, takeTurns } from './measure.ts'
import { type Benchmark, resultOf } from './result.ts'

const rounds = { rounds: 30, perRound: 20 }
const COUNT = (rounds.rounds + 1) * rounds.perRound
const goal = { of: 'ratio', atMost: 2 } as const

/** The live path inside the console: masking, history and draft against the one write that cannot be saved; at a desk that belongs to a hub too. */
export const saveNote: Benchmark = {
  names: ['save-note', 'store-draft', 'save-note-member'],
  run: async (archive) => {
    const desk = await aDesk(archive)
    const bare = await aDesk(archive)
    try {
      const notes = notesOf(desk.parts)
      const wishes = noteWishes(desk.callId, 2 * COUNT)
      const bareWishes = noteWishes(bare.callId, 2 * COUNT)
      const insert = bareNoteInsert(bare)
      const save = (count: number) => {
        const wish = wishes[count]
        if (wish !== undefined) return accepted(notes.add(wish, nobody))
      }
      const saved = await takeTurns(save, (count) => insert(bareWishes[count]), rounds)
      const upsert = bareDraftUpsert(bare)
      const stored = await takeTurns(
        (count) => accepted(notes.storeDraft(draftWish(desk.callId, count), nobody)),
        upsert,
        rounds,
      )
      // From here on it belongs to a hub, with all of the archive still to go up.
      makeJournal(desk.parts.db, desk.parts.clock.now, () => {})
      const savedByMember = await takeTurns(
        (count) => save(count + COUNT),
        (count) => insert(bareWishes[count + COUNT]),
        rounds,
      )
      return [
        resultOf('save-note', 'ms', both(saved, MEDIAN), goal),
        resultOf('store-draft', 'ms', both(stored, MEDIAN), goal),
        resultOf('save-note-member', 'ms', both(savedByMember, MEDIAN), goal),
      ]
    } finally {
      desk.close()
      bare.close()
    }
  },
}
