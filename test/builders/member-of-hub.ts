import { makeStopwatch } from '../../electron/services/listening/stopwatch.ts'
import { meetingsService } from '../../electron/services/meetings/meetings.ts'
import { runOn } from '../../electron/storage/engine/sqlite.ts'
import { ensureRoom } from '../../electron/storage/house/room.ts'
import { makeJournal } from '../../electron/storage/team/journal-tables.ts'
import { openHubLink } from '../../electron/team/hub-link.ts'
import { makeMirror } from '../../electron/team/mirror.ts'
import { makeUploader, type Uploader } from '../../electron/team/uploader.ts'
import type { Joined } from '../../electron/team/wire.ts'
import { notesOf, sessionsOf } from './heard.ts'
import { accepted } from './outcomes.ts'
import { someParts } from './parts.ts'

/** A desk's own file, journal and copies, over a real link with the hub at this address. Nothing is sent before `connects`. */
export function aMemberOfHub(joined: Joined, address: URL, mostRows = 500) {
  const desk = someParts()
  const { parts, clock } = desk
  const { db } = parts
  runOn(db, ensureRoom(clock))
  let uploader: Uploader | undefined
  const belongs = () => makeJournal(db, clock.now, () => uploader?.noticed())
  belongs()
  const stopwatch = makeStopwatch(parts)
  const sessions = sessionsOf(parts, stopwatch)
  const notes = notesOf(parts, stopwatch)
  const meetings = meetingsService(parts)
  const asker = { personId: joined.me.personId }
  const ends: (() => Promise<void>)[] = []

  const connects = () => {
    const link = openHubLink({
      ...{ address, fingerprint: null, hubId: joined.hub.id, token: joined.token, appVersion: '0.0.0', clock },
      pace: { firstRetryMs: 5, longestRetryMs: 20, settledWithinMs: 20, resentWithinMs: 50 },
    })
    const mirror = makeMirror({ ...parts, link, tookBack: () => uploader?.tryNow() })
    const { isSettled, doubt, gave } = mirror
    const sender = makeUploader({
      ...parts,
      link,
      changed: () => {},
      ...{ isSettled, doubt, gave },
      restMs: 1,
      againMs: 5,
      mostRows,
    })
    uploader = sender
    const disconnects = async () => {
      if (uploader === sender) uploader = undefined
      await link.close()
      await sender.close()
      await mirror.close()
    }
    ends.push(disconnects)
    return { link, mirror, uploader: sender, disconnects }
  }

  /** A meeting about the call: three lines, of which one is changed and one is taken out. */
  const meets = async (callId: string): Promise<void> => {
    const of = { callId, meetingId: clock.newId() }
    await accepted(meetings.start(of, asker))
    const lineIds = [clock.newId(), clock.newId(), clock.newId()]
    const said = { draftId: null, ownerName: '李雷', dueOn: '2026-09-23' }
    for (const [index, lineId] of lineIds.entries())
      await accepted(meetings.addLine({ ...of, lineId, ...said, text: `说定的第 ${index} 件事` }, asker))
    const [lineId = '', other = ''] = lineIds
    const changed = { ...said, ownerName: null, dueOn: null, text: '改过的一件事' }
    await accepted(meetings.editLine({ ...of, lineId, seenVersion: 0, ...changed }, asker))
    await accepted(meetings.removeLine({ ...of, lineId: other, seenVersion: 0, isRemoved: true }, asker))
    await accepted(meetings.setAttendees({ ...of, seenVersion: null, attendees: ['李雷', '韩梅梅'] }, asker))
    await accepted(meetings.setSolved({ ...of, isSolved: true }, asker))
  }

  /** An hour of noting, with the second thoughts people have, and a meeting; the clock is set back ten minutes on the way. Answers the session. */
  const anHour = async (listenerId: string | null = asker.personId): Promise<string> => {
    const { id: sessionId } = await accepted(sessions.start({ bookingId: null, listenerId, purpose: 'listen' }, asker))
    for (let count = 0; count < 6; count += 1) {
      const { id: callId } = await accepted(sessions.nextCall({ sessionId, reference: null }, asker))
      for (let minute = 0; minute < 10; minute += 1) {
        clock.advance(60_000)
        const wish = { noteId: clock.newId(), callId, kind: 'voice' as const, issueTypeId: null }
        await accepted(notes.add({ ...wish, text: `第 ${count * 10 + minute} 句话`, offsetMs: minute * 60_000 }, asker))
        if (minute % 4 === 1) await accepted(notes.undo({ callId }, asker))
        if (minute % 4 === 2)
          await accepted(
            notes.edit({ ...wish, seenVersion: null, text: `改过的 ${minute}`, issueTypeId: 'coupon' }, asker),
          )
        if (minute === 5) clock.step(-600_000)
      }
      if (count === 2) await meets(callId)
    }
    await accepted(sessions.end({ sessionId }, asker))
    return sessionId
  }
  return {
    ...{ parts, db, clock, sessions, notes, meetings, asker, belongs, connects, anHour },
    close: async () => {
      for (const end of ends) await end()
      desk.close()
    },
  }
}
