import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { v7 } from 'uuid'
import { expect, test, vi } from 'vitest'
import { openForReading } from '../../electron/storage/open.ts'
import { accepted } from '../builders/console.ts'
import { raiseFor } from '../builders/full-call.ts'
import { patience } from '../builders/patience.ts'
import { rulesOf } from '../builders/retention-rules.ts'
import { linkPace, teamsOfTests } from '../builders/team-desk.ts'
import { toldInTwin, toldOtherwise } from '../builders/twins.ts'
import { aWatchedHub } from '../builders/watched-hub.ts'

/** Two hubs, each with the desk that heard a call and another one: what differs is in a sealed call, or praise of one of four agents. At the other desk nobody is told of it. */
const { aDesk, ends } = teamsOfTests()

async function aHouse(what: { isFull?: boolean; isPraised?: boolean }) {
  const watched = await aWatchedHub()
  ends.push(watched.close)
  const { clock } = watched.house
  const pace = { ...linkPace, heartbeatMs: 10_000, settledWithinMs: 3_000, resentWithinMs: 10_000 }
  const aMember = async (name: string, role: 'note_taker' | 'coordinator') => {
    const desk = await aDesk({ clock, linkPace: pace })
    const { code } = await watched.hub.house.makeCode({ role })
    await accepted(desk.client.team.join({ address: `http://${watched.hub.host}`, code, name, deskName: name }))
    const status = () => accepted(desk.client.team.status({}))
    await vi.waitFor(
      async () => expect(await status()).toMatchObject({ link: { kind: 'here' }, hasCopies: true }),
      patience,
    )
    return desk
  }
  const [east, west] = [await aMember('陈静', 'note_taker'), await aMember('周宁', 'coordinator')]
  const { client } = east
  const me = (await accepted(client.people.list({}))).find(({ name }) => name === '陈静')?.id ?? ''
  const { id: sessionId } = await accepted(
    client.sessions.start({ bookingId: null, listenerId: me, purpose: 'listen' }),
  )
  const callIds: string[] = []
  for (const typed of ['1001', '1002', '1003', '1004']) {
    const { id } = await accepted(client.sessions.nextCall({ sessionId, reference: null }))
    await vi.waitFor(() => accepted(client.agents.name({ callId: id, typed })), patience)
    callIds.push(id)
  }
  const note = (callId: string, kind: 'voice' | 'praise' | 'risk', text: string) =>
    accepted(client.notes.add({ noteId: v7(), callId, kind, text, offsetMs: 1_000, issueTypeId: null }))
  const [first = ''] = callIds
  await note(first, 'voice', '降价没有补差')
  if (what.isPraised) await accepted(client.thanks.collect({ noteId: (await note(first, 'praise', '很耐心')).id }))
  const { id: callId } = await accepted(client.sessions.nextCall({ sessionId, reference: null }))
  if (what.isFull) {
    await accepted(client.sessions.setReference({ callId, reference: 'CC-77' }))
    await note(callId, 'voice', '我想走了')
    await note(callId, 'risk', '要留意')
    await accepted(client.thanks.collect({ noteId: (await note(callId, 'praise', '很耐心')).id }))
    await accepted(client.silverHair.mark({ callId, mark: 'marked', origin: 'key' }))
  }
  await raiseFor(client, callId)
  clock.advance(3_600_000)
  await accepted(client.sessions.end({ sessionId }))
  await vi.waitFor(async () => expect(await accepted(client.team.waiting({}))).toEqual([]), patience)
  clock.advance(86_400_000)
  const rules = rulesOf({ notes: 7, conversations: 7, drafts: 7, sealed: 7 })
  await accepted(west.client.retention.saveRules({ rules, isUnderstood: true, seenVersion: 0 }))
  const known = {
    ...{
      sessionId,
      callId,
      callIds: [...callIds, callId],
      sessionIds: [sessionId],
      personId: me,
      year: 2026,
      scope: '全部',
    },
    ...{ from: '2026-09-01', to: '2026-09-30', date: '2026-09-18', month: '2026-09' },
  }
  const told = await toldInTwin(west.call, { known, wanted: '耐心' }, west.folder)
  const answers = Object.entries(told).map(([call, answer]) => [call, answer.replaceAll(watched.hub.host, '<hub>')])
  await west.close()
  return { ...Object.fromEntries(answers), ...rowsIn(west.folder) } as Readonly<Record<string, string>>
}

/** How many rows each table of the databases of a desk holds; what it keeps of answers may still be on its way to the disk. */
function rowsIn(folder: string): Readonly<Record<string, string>> {
  const found: [string, string][] = []
  for (const name of (readdirSync(folder, { recursive: true }) as string[]).filter((one) => /earshot\.db$/.test(one))) {
    const db = openForReading(join(folder, name))
    const tables = db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).pluck().all() as string[]
    for (const table of tables)
      found.push([
        `${dirname(name).replace(/[0-9a-f-]{36}/, '')} ${table}`,
        String(db.prepare(`SELECT count(*) FROM "${table}"`).pluck().get()),
      ])
    db.close()
  }
  return Object.fromEntries(found)
}

test('what a sealed call holds is told by no answer at another desk', async () => {
  const [full, bare] = [await aHouse({ isFull: true }), await aHouse({ isFull: false })]
  expect(toldOtherwise(full, bare)).toEqual([])
})

test('praise is told at another desk by the list of thanks alone', async () => {
  const [praised, plain] = [await aHouse({ isPraised: true }), await aHouse({ isPraised: false })]
  expect(toldOtherwise(praised, plain)).toEqual(['thanks.list'])
})
