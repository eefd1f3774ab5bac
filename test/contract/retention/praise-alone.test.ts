import { v7 } from 'uuid'
import { afterEach, expect, test } from 'vitest'
import { deskWords } from '../../../electron/services/retention/desk-words.ts'
import { isOnPostgres } from '../../builders/engine.ts'
import { accepted } from '../../builders/outcomes.ts'
import { someoneForgetting } from '../../builders/retention.ts'

/** Two houses that differ by a session of which praise is all that was noted: whoever did not hear it is told the same before and after it went. */
const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

type Besides = 'nothing' | 'a reference' | 'a meeting'

async function aHouse({ isPraised, besides = 'nothing' }: { isPraised: boolean; besides?: Besides }) {
  const desk = await someoneForgetting()
  const words = deskWords(desk.parts, { isMember: false })
  closing.push(async () => {
    await words.stop()
    await desk.close()
  })
  const curious = { personId: await desk.aPerson('陈思远') }
  if (isPraised) {
    await desk.aNote('坐席很耐心', { kind: 'praise' })
    if (!isOnPostgres()) await accepted(desk.notes.storeDraft(desk.draftWish('也很细', { kind: 'praise' }), desk.asker))
  }
  if (besides === 'a reference')
    await accepted(desk.sessions.setReference({ callId: desk.call.id, reference: 'ZX-88412' }, desk.asker))
  if (besides === 'a meeting') {
    const of = { callId: desk.call.id, meetingId: v7() }
    await accepted(desk.meetings.start(of, desk.asker))
    const said = { ownerName: '李雷', text: '补寄一件', dueOn: null }
    await accepted(desk.meetings.addLine({ ...of, ...said, lineId: v7(), draftId: null }, desk.asker))
  }
  await desk.leave()
  await desk.aSessionWith('降价没有补差')
  await desk.rule({ notes: 30, drafts: 30 })
  const told = async (asker: { personId: string }) => {
    const kinds = (await accepted(desk.retention.due({}, asker))).kinds.map(({ kind, count, items }) => ({
      kind,
      count,
      items: items.map(({ startedAt, wordCount, goesOn, stays }) => ({ startedAt, wordCount, goesOn, stays })),
    }))
    const { drafts } = await accepted(Promise.resolve(words.here({}, asker)))
    const gone = await accepted(desk.retention.ofCalls({ callIds: [desk.call.id] }, asker))
    const { lines } = await accepted(desk.retention.ledger({}, asker))
    return {
      kinds,
      drafts: drafts.items.length,
      gone: gone.length,
      ledger: lines.map(({ items, words }) => [items, words]),
    }
  }
  /** So many days later, with what is due deleted each day. */
  const later = async (days: number) => {
    for (let day = 0; day < days; day += 1) {
      await desk.daysPass(1)
      await desk.forget()
    }
  }
  return { desk, later, told, asker: desk.asker, curious }
}

test('nobody else is told of it by what is due, by what went, or by the ledger', async () => {
  const [praised, plain] = [await aHouse({ isPraised: true }), await aHouse({ isPraised: false })]
  for (const days of [2, 30, 2]) {
    await praised.later(days)
    await plain.later(days)
    expect(await praised.told(praised.curious)).toEqual(await plain.told(plain.curious))
  }
})

test('whoever heard it is told of it', async () => {
  const praised = await aHouse({ isPraised: true })
  await praised.later(2)
  expect(await praised.told(praised.asker)).toMatchObject({
    kinds: [{ kind: 'notes', items: [{ wordCount: 1 }, { wordCount: 1 }] }],
    ...(isOnPostgres() ? {} : { drafts: 1 }),
  })
  await praised.later(40)
  expect((await praised.told(praised.asker)).gone).toBe(1)
})

test.each(['a reference', 'a meeting'] as const)(
  '%s that went is told of, with praise beside it or without',
  async (besides) => {
    const [praised, plain] = [await aHouse({ isPraised: true, besides }), await aHouse({ isPraised: false, besides })]
    for (const days of [2, 30, 2]) {
      await praised.later(days)
      await plain.later(days)
      expect(await praised.told(praised.curious)).toEqual(await plain.told(plain.curious))
    }
    expect((await praised.told(praised.curious)).gone).toBe(1)
  },
)

test('praise that is written and thanked for as the session goes keeps it no day longer, and is no reason that is told', async () => {
  const [praised, plain] = [await aHouse({ isPraised: false }), await aHouse({ isPraised: false })]
  for (const { desk } of [praised, plain]) {
    const { callId } = await desk.aSessionWith('少了一把钥匙')
    // The program ran, and deleted nothing yet.
    await desk.daysPass(40)
    if (desk !== praised.desk) continue
    const { id: noteId } = await desk.aNote('坐席很耐心', { callId, kind: 'praise' })
    await accepted(desk.thanks.collect({ noteId }, desk.asker))
  }
  const dueNow = await plain.told(plain.curious)
  expect(dueNow.kinds[0]?.items.map(({ stays }) => stays)).toContain(null)
  expect(await praised.told(praised.curious)).toEqual(dueNow)
  for (const { desk } of [praised, plain]) await desk.forget()
  expect(await praised.told(praised.curious)).toEqual(await plain.told(plain.curious))
})

test('a session that nothing but praise went of can be kept by whoever is not told of it, as one without a word can', async () => {
  const [praised, plain] = [await aHouse({ isPraised: true }), await aHouse({ isPraised: false })]
  const keep = async ({ desk }: typeof praised, asker: typeof praised.curious) => {
    const wish = { sessionId: desk.session.id, reason: '培训用', until: null }
    const answer = await desk.retention.keep(wish, asker)
    return answer.ok ? 'kept' : answer.code
  }
  const own = await aHouse({ isPraised: true })
  for (const { later } of [praised, plain, own]) await later(40)
  expect(await keep(praised, praised.curious)).toBe(await keep(plain, plain.curious))
  expect(await keep(own, own.asker)).toBe('gone')
})
