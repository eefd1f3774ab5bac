import { notesOf } from '../builders/heard.ts'
import { accepted } from '../builders/outcomes.ts'
import { bareDraftUpsert, bareNoteInsert, draftWish, noteWishes } from './bare-writes.ts'
import { aDesk, nobody } from './desk.ts'
import { both, MEDIAN, takeTurns } from './measure.ts'
import { type Benchmark, resultOf } from './result.ts'

const rounds = { rounds: 30, perRound: 20 }
const COUNT = (rounds.rounds + 1) * rounds.perRound
const goal = { of: 'ratio', atMost: 2 } as const

/** The live path inside the console: masking, history and draft against the one write that cannot be saved. */
export const saveNote: Benchmark = {
  names: ['save-note', 'store-draft'],
  run: async (archive) => {
    const desk = await aDesk(archive)
    const bare = await aDesk(archive)
    try {
      const notes = notesOf(desk.parts)
      const wishes = noteWishes(desk.callId, COUNT)
      const bareWishes = noteWishes(bare.callId, COUNT)
      const insert = bareNoteInsert(bare)
      const saved = await takeTurns(
        (count) => {
          const wish = wishes[count]
          if (wish !== undefined) return accepted(notes.add(wish, nobody))
        },
        (count) => insert(bareWishes[count]),
        rounds,
      )
      const upsert = bareDraftUpsert(bare)
      const stored = await takeTurns(
        (count) => accepted(notes.storeDraft(draftWish(desk.callId, count), nobody)),
        upsert,
        rounds,
      )
      return [
        resultOf('save-note', 'ms', both(saved, MEDIAN), goal),
        resultOf('store-draft', 'ms', both(stored, MEDIAN), goal),
      ]
    } finally {
      desk.close()
      bare.close()
    }
  },
}
