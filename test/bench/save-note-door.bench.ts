import { bareDraftUpsert, bareNoteInsert, draftWish, noteWishes } from './bare-writes.ts'
import { startBrowserShell } from './browser-shell.ts'
import { aCopy, aDesk } from './desk.ts'
import { connectToDoor } from './door-client.ts'
import { both, P95, takeTurns } from './measure.ts'
import { type Benchmark, resultOf } from './result.ts'

const rounds = { rounds: 30, perRound: 20 }
const COUNT = (rounds.rounds + 1) * rounds.perRound
const goal = { of: 'value', atMost: 5 } as const

/** The live path as a window meets it: from «send» to «stored», over the WebSocket of another process. */
export const saveNoteThroughTheDoor: Benchmark = {
  names: ['save-note-door', 'store-draft-door'],
  run: async (archive) => {
    const folder = aCopy(archive)
    const bare = await aDesk(archive)
    const shell = await startBrowserShell(folder.path)
    const door = await connectToDoor(shell.address)
    try {
      const walkUp = { bookingId: null, listenerId: null, purpose: 'listen' }
      const session = (await door.call('sessions.start', walkUp)) as { id: string }
      const call = (await door.call('sessions.nextCall', { sessionId: session.id, reference: null })) as { id: string }
      const wishes = noteWishes(call.id, COUNT)
      const bareWishes = noteWishes(bare.callId, COUNT)
      const insert = bareNoteInsert(bare)
      const saved = await takeTurns(
        (count) => door.call('notes.add', wishes[count]),
        (count) => insert(bareWishes[count]),
        rounds,
      )
      const stored = await takeTurns(
        (count) => door.call('notes.storeDraft', draftWish(call.id, count)),
        bareDraftUpsert(bare),
        rounds,
      )
      return [
        resultOf('save-note-door', 'ms', both(saved, P95), goal),
        resultOf('store-draft-door', 'ms', both(stored, P95), goal),
      ]
    } finally {
      door.close()
      await shell.stop()
      folder.remove()
      bare.close()
    }
  },
}
