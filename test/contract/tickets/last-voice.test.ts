import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { NoteKind } from '../../../shared/contract/listening/notes.ts'
import { someoneListening } from '../../builders/listening.ts'
import { accepted, refused } from '../../builders/outcomes.ts'

let desk: Awaited<ReturnType<typeof someoneListening>>
beforeEach(async () => {
  desk = await someoneListening()
})
afterEach(() => desk.close())

const others = NoteKind.options.filter((kind) => kind !== 'voice')
const edit = (noteId: string, kind: NoteKind) =>
  desk.notes.edit({ seenVersion: null, noteId, kind, text: '改过', issueTypeId: null }, desk.asker)
const open = (...noteIds: string[]) => desk.tickets.open(desk.openWish(noteIds), desk.asker)
const undo = () => desk.notes.undo({ callId: desk.call.id }, desk.asker)

describe.each(others)('%s is no voice of the customer', (kind) => {
  test('it makes no ticket', async () => {
    expect((await refused(open((await desk.aNote('一', { kind })).id))).code).toBe('no_voice')
  })

  test('the only voice of a ticket cannot become it, also beside others of its kind', async () => {
    const [voice, other] = [await desk.aNote('一'), await desk.aNote('二', { kind })]
    const ticket = await accepted(open(voice.id, other.id))
    expect(await refused(edit(voice.id, kind))).toMatchObject({
      code: 'last_voice',
      detail: { ticketNumber: ticket.number },
    })
  })

  test('a voice that has another beside it may become it', async () => {
    const [first, second] = [await desk.aNote('一'), await desk.aNote('二')]
    await accepted(open(first.id, second.id))
    expect(await accepted(edit(first.id, kind))).toMatchObject({ kind })
    expect((await refused(edit(second.id, kind))).code).toBe('last_voice')
  })

  test('it stays what it is when taking an edit back would leave the ticket without a voice', async () => {
    const note = await desk.aNote('一', { kind })
    await accepted(edit(note.id, 'voice'))
    await accepted(open(note.id))
    expect((await refused(undo())).code).toBe('quoted')
    expect((await accepted(desk.notes.ofCall({ callId: desk.call.id }, desk.asker)))[0]?.kind).toBe('voice')
  })
})
