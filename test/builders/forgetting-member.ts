import { deskWords } from '../../electron/services/retention/desk-words.ts'
import { seeDay } from '../../electron/storage/retention/clock-runs.ts'
import type { RunningHub } from './hub.ts'
import { aMemberOfHub } from './member-of-hub.ts'
import { accepted } from './outcomes.ts'
import type { anOpenRoom } from './seats.ts'

const DAY_MS = 86_400_000

/** A desk with a file of its own on a real socket, which lets go of words as its hub does. */
export async function aForgettingMember(hub: RunningHub, house: Awaited<ReturnType<typeof anOpenRoom>>) {
  const joined = await hub.joined({ role: 'note_taker' }, '陈静')
  const desk = aMemberOfHub(joined, new URL(`http://${hub.host}/`))
  const words = deskWords(desk.parts, { isMember: true })
  /** A call with a reference and a note that was changed once; it goes on. */
  const aSession = async (text: string) => {
    const wish = { bookingId: null, listenerId: null, purpose: 'listen' } as const
    const session = await accepted(desk.sessions.start(wish, desk.asker))
    const call = await accepted(desk.sessions.nextCall({ sessionId: session.id, reference: `单${text}` }, desk.asker))
    const note = { noteId: desk.clock.newId(), callId: call.id, kind: 'voice' as const, issueTypeId: null, offsetMs: 5 }
    await accepted(desk.notes.add({ ...note, text }, desk.asker))
    const change = { noteId: note.noteId, kind: 'view', text: `${text}，改过`, issueTypeId: null } as const
    await accepted(desk.notes.edit({ ...change, seenVersion: null }, desk.asker))
    const end = () => accepted(desk.sessions.end({ sessionId: session.id }, desk.asker))
    return { sessionId: session.id, callId: call.id, end }
  }
  /** Days on which the hub and the desk run, but for weekends and the like. */
  const daysPass = async (days: number) => {
    for (let left = days; left > 0; left -= 3) {
      for (const { clock, engine } of [house.parts, desk.parts]) {
        const at = new Date(Date.parse(clock.now()) + Math.min(3, left) * DAY_MS).toISOString()
        await engine.transact(() => seeDay(at))
      }
      house.clock.advance(Math.min(3, left) * DAY_MS)
      desk.clock.advance(Math.min(3, left) * DAY_MS)
    }
  }
  const close = async () => {
    await words.stop()
    await desk.close()
  }
  return { ...desk, deskId: joined.deskId, words, aSession, daysPass, close }
}
