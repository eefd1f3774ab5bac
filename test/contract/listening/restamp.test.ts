import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { settingsService } from '../../../electron/services/house/settings.ts'
import { rows } from '../../../electron/storage/engine/query.ts'
import { attachConversation } from '../../../electron/storage/listening/conversations.ts'
import { lagInUse } from '../../../shared/domain/listening/reaction-lag.ts'
import { someoneListening } from '../../builders/listening.ts'
import { accepted, refused } from '../../builders/outcomes.ts'

let desk: Awaited<ReturnType<typeof someoneListening>>
beforeEach(async () => {
  desk = await someoneListening()
})
afterEach(() => desk.close())

const undo = () => desk.notes.undo({ callId: desk.call.id }, desk.asker)

describe('a time mark that was wrong', () => {
  const restamp = (noteId: string, offsetMs: number) => desk.notes.restamp({ noteId, offsetMs }, desk.asker)
  const marks = async () =>
    (await accepted(desk.notes.ofCall({ callId: desk.call.id }, desk.asker))).map(({ text, offsetMs }) => [
      text,
      offsetMs,
    ])

  test('is moved, the note with it; undo and redo move it back and forth, and the history is only added to', async () => {
    desk.clock.advance(180_000)
    await desk.aNote('先听到的', { offsetMs: 60_000 })
    const late = await desk.aNote('后记下的', { offsetMs: 90_000 })
    expect(await accepted(restamp(late.id, 58_000))).toEqual({ ...late, offsetMs: 58_000, version: 1 })
    expect(await marks()).toEqual([
      ['后记下的', 58_000],
      ['先听到的', 60_000],
    ])
    expect(await accepted(undo())).toMatchObject({ undone: 'restamped', note: { offsetMs: 90_000 } })
    expect((await marks())[1]).toEqual(['后记下的', 90_000])
    const redone = await accepted(desk.notes.redo({ callId: desk.call.id }, desk.asker))
    expect(redone).toMatchObject({ redone: 'restamped', note: { offsetMs: 58_000 } })
    expect(await desk.engine.read(() => rows('SELECT id FROM note_event'))).toHaveLength(5)
  })

  test('never leaves its call, and a note that is gone has none', async () => {
    desk.clock.advance(100_000)
    const note = await desk.aNote('一', { offsetMs: 60_000 })
    expect((await accepted(restamp(note.id, 500_000))).offsetMs).toBe(100_000)
    await accepted(desk.notes.remove({ seenVersion: null, noteId: note.id }, desk.asker))
    expect(await refused(restamp(note.id, 1_000))).toMatchObject({ code: 'not_found' })
  })

  test.each([-3_600_000, 3_600_000])(
    'is moved within the call as it was heard, also where the clock was set by %i ms meanwhile',
    async (setByMs) => {
      desk.clock.advance(60_000)
      const note = await desk.aNote('一', { offsetMs: 50_000 })
      desk.clock.step(setByMs)
      desk.clock.advance(40_000)
      expect((await accepted(restamp(note.id, 90_000))).offsetMs).toBe(90_000)
      expect((await accepted(restamp(note.id, 500_000))).offsetMs).toBe(100_000)
    },
  )

  test('that is put where it stands is no change, and nothing to take back', async () => {
    desk.clock.advance(100_000)
    const note = await desk.aNote('一', { offsetMs: 60_000 })
    expect(await accepted(restamp(note.id, 60_000))).toEqual(note)
    expect(await accepted(undo())).toMatchObject({ undone: 'added' })
  })

  test('that teaches nothing for want of room is moved all the same', async () => {
    desk.clock.advance(100_000)
    const note = await desk.aNote('一', { offsetMs: 60_000 })
    desk.parts.settings.save = () => {
      throw new Error('ENOSPC')
    }
    expect((await accepted(restamp(note.id, 58_500))).offsetMs).toBe(58_500)
  })

  test('teaches the lag of the person by the third, unless it is taken back; a lag set by hand starts afresh', async () => {
    desk.clock.advance(180_000)
    const lag = () => lagInUse(desk.parts.settings.read())
    for (const text of ['一', '二', '三']) {
      expect(lag()).toBe(0)
      await accepted(restamp((await desk.aNote(text, { offsetMs: 90_000 })).id, 88_500))
    }
    expect(lag()).toBe(1_500)
    await accepted(undo())
    expect(lag()).toBe(0)
    await accepted(desk.notes.redo({ callId: desk.call.id }, desk.asker))
    expect(lag()).toBe(1_500)
    const byHand = settingsService(desk.parts)
    await accepted(byHand.save({ reactionLagMs: 0 }, desk.asker))
    expect(desk.parts.settings.read()).toMatchObject({ reactionLagMs: 0, lagSamples: [] })
  })

  test('of a line of the conversation teaches nothing: no hand wrote it', async () => {
    desk.clock.advance(180_000)
    const texts = ['一', '客服：二', '三', '四']
    const lines = ['一', '二', '三'].map((text, index) => ({ atMs: index, speaker: 'customer' as const, text }))
    const conversation = { callId: desk.call.id, title: '价保', pace: 'recorded', lines } as const
    await desk.engine.transact(() => attachConversation({ ...conversation, lines }))
    for (const text of texts) await accepted(restamp((await desk.aNote(text, { offsetMs: 90_000 })).id, 88_500))
    expect(desk.parts.settings.read().lagSamples).toHaveLength(1)
  })
})
