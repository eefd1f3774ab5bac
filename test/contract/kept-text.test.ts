import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenConsole } from '../../electron/compose.ts'
import type { Client } from '../../shared/contract/contract.ts'
import { LONGEST } from '../../shared/contract/limits.ts'
import { aCall, accepted, aFolder, aReadyConsole, clientOf } from '../builders/console.ts'
import { reasonOfWrongAlarm } from '../builders/kept-contacts.ts'
import { aMeetingThatSays, type MeetingWords } from '../builders/kept-meetings.ts'
import { reasonToKeep, ruleOfThisName } from '../builders/kept-rules.ts'
import { plainWordsOf } from '../builders/kept-terms.ts'
import { wordsOfOne } from '../builders/kept-words.ts'

let folder: ReturnType<typeof aFolder>
let console: OpenConsole
let client: Client
let callId: string

/** One console for each entrance: what was kept before is in nobody's way. */
function useConsole() {
  beforeAll(async () => {
    folder = aFolder()
    console = await aReadyConsole(folder.path)
    client = clientOf(console.call)
    callId = (await aCall(client)).callId
  })
  afterAll(async () => {
    await console.close()
    folder.remove()
  })
}

type Answer = { ok: true; value: unknown } | { ok: false; code: string; detail: unknown }
/** Sends a text through the door, and reads what stands in the database afterwards. */
interface Entrance {
  longest: number
  /** `left out`: what cannot be seen is taken as nothing; the name of the refusal where something must be said. */
  blank: 'left out' | 'empty' | 'bad_input' | 'owner_missing' | 'remark_missing'
  send(text: string): Promise<Answer>
  read(): Promise<string | null | undefined>
}

const person = { name: '王敏', department: '', role: 'listener', employeeNumber: null, email: null } as const
let lastId = ''
const add = async (change: { name?: string; department?: string; employeeNumber?: string }) => {
  const answer = await client.people.add({ ...person, ...change })
  lastId = answer.ok ? answer.value.id : ''
  return answer
}
const people = async () => (await accepted(client.people.list({}))).find(({ id }) => id === lastId)
const writeDuty = async (change: { place?: string; evidence?: string }) => {
  const trip = { date: '2026-01-05', place: '一号仓', evidence: '照片', duty: 'trip', tripKind: 'picking' } as const
  await add({})
  return client.passports.record({ ...trip, ...change, personId: lastId })
}
const duty = async () => (await accepted(client.passports.get({ personId: lastId, year: 2026 }))).credits.at(-1)?.record
const note = async (text: string, kind: 'voice' | 'view' = 'voice') => {
  const wish = { noteId: v7(), callId, kind, text, offsetMs: 0, issueTypeId: null }
  return { wish, answer: await client.notes.add(wish) }
}
const notes = async () => (await accepted(client.notes.ofCall({ callId }))).at(-1)
const reference = async () => {
  const session = await accepted(client.sessions.current({}))
  return (await accepted(client.sessions.calls({ sessionId: session?.id ?? '' })))[0]?.reference
}
const ticketWish = { title: '降价了', issueTypeId: 'coupon', priority: 3, department: '家电' } as const
const newTicket = async () => {
  const { wish } = await note('买完就降价')
  const made = await accepted(client.tickets.open({ ...ticketWish, noteIds: [wish.noteId] }))
  lastId = made.id
  return made
}
const ticket = async () => (await accepted(client.tickets.get({ ticketId: lastId }))).ticket
const remark = async () => {
  const { events } = await accepted(client.tickets.get({ ticketId: lastId }))
  return events.find((event) => event.what === 'moved')?.remark
}

const meeting = async (change: MeetingWords) => {
  const { callId, answer } = await aMeetingThatSays(client, change)
  lastId = callId
  return answer
}
const saidAt = () => accepted(client.meetings.ofCall({ callId: lastId }))

const firstRoomId = async () => (await accepted(client.rooms.list({})))[0]?.id ?? ''

async function aCase() {
  lastId = v7()
  const raised = { caseId: lastId, callId: null, origin: 'key', grade: null, evidence: null } as const
  await accepted(client.lifeChannel.raise({ ...raised, raisedAt: '2026-09-18T01:00:00.000Z' }))
  return lastId
}
const sealed = () => accepted(client.lifeChannel.readSealed({ caseId: lastId, readingId: v7(), reason: '回访' }))

const entrances: Record<string, Entrance> = {
  'a note': {
    longest: LONGEST.note,
    blank: 'empty',
    send: async (text) => (await note(text)).answer,
    read: async () => (await notes())?.text,
  },
  'a note worded anew': {
    longest: LONGEST.note,
    blank: 'empty',
    send: async (text) => {
      const { wish } = await note('先写这些')
      return client.notes.edit({ seenVersion: null, noteId: wish.noteId, kind: 'view', text, issueTypeId: null })
    },
    read: async () => (await notes())?.text,
  },
  'a name': {
    longest: LONGEST.personName,
    blank: 'bad_input',
    send: (name) => add({ name }),
    read: async () => (await people())?.name,
  },
  'a room’s name': {
    longest: LONGEST.roomName,
    blank: 'bad_input',
    send: async (name) => client.roomKeeping.add({ name, site: '', likeRoomId: await firstRoomId() }),
    read: async () => (await accepted(client.rooms.list({}))).at(-1)?.name,
  },
  'a room’s site': {
    longest: LONGEST.site,
    blank: 'left out',
    send: async (site) =>
      client.roomKeeping.describe({
        ...{ roomId: await firstRoomId(), seenVersion: null, name: '', site, coordinatorId: null },
      }),
    read: async () => (await accepted(client.rooms.list({}))).at(-1)?.site,
  },
  'a department': {
    longest: LONGEST.department,
    blank: 'left out',
    send: (department) => add({ department }),
    read: async () => (await people())?.department,
  },
  'an employee number': {
    longest: LONGEST.employeeNumber,
    blank: 'left out',
    send: (employeeNumber) => add({ employeeNumber }),
    read: async () => (await people())?.employeeNumber,
  },
  'what shows a duty': {
    longest: LONGEST.evidence,
    blank: 'bad_input',
    send: (evidence) => writeDuty({ evidence }),
    read: async () => (await duty())?.evidence,
  },
  'the place of a trip': {
    longest: LONGEST.place,
    blank: 'left out',
    send: (place) => writeDuty({ place }),
    read: async () => (await duty())?.place,
  },
  'a reference': {
    longest: LONGEST.reference,
    blank: 'bad_input',
    send: (text) => client.sessions.setReference({ callId, reference: text }),
    read: reference,
  },
  'a title': {
    longest: LONGEST.ticketTitle,
    blank: 'bad_input',
    send: async (title) =>
      client.tickets.edit({ seenVersion: null, ...ticketWish, ticketId: (await newTicket()).id, title }),
    read: async () => (await ticket()).title,
  },
  'an owner': {
    longest: LONGEST.personName,
    blank: 'owner_missing',
    send: async (ownerName) =>
      client.tickets.move({ seenVersion: null, ticketId: (await newTicket()).id, action: 'claim', ownerName }),
    read: async () => (await ticket()).ownerName,
  },
  'a reason': {
    longest: LONGEST.remark,
    blank: 'remark_missing',
    send: async (text) =>
      client.tickets.move({ seenVersion: null, ticketId: (await newTicket()).id, action: 'reject', remark: text }),
    read: remark,
  },
  'who takes over': {
    longest: LONGEST.personName,
    blank: 'bad_input',
    send: async (name) =>
      client.lifeChannel.saveContacts({
        contacts: [{ name, phone: '', about: '', personId: null }],
        seenVersion: null,
      }),
    read: async () => (await accepted(client.lifeChannel.contacts({}))).contacts[0]?.name,
  },
  'words that the life channel hears': wordsOfOne(() => client),
  'what is said instead of jargon': plainWordsOf(() => client),
  'what a rule of masking is called': ruleOfThisName(() => client),
  'why a session is kept': reasonToKeep(() => client),
  'what was heard of a caller since': {
    longest: LONGEST.remark,
    blank: 'bad_input',
    send: async (text) => client.lifeChannel.followUp({ caseId: await aCase(), text }),
    read: async () => (await sealed()).followUps[0]?.text,
  },
  'why somebody read what is sealed': {
    longest: LONGEST.remark,
    blank: 'bad_input',
    send: async (reason) => client.lifeChannel.readSealed({ caseId: await aCase(), readingId: v7(), reason }),
    read: async () => (await accepted(client.lifeChannel.readings({ caseId: lastId })))[0]?.reason,
  },
  'why a case was a wrong alarm': reasonOfWrongAlarm(() => client, aCase),
  'a line of a meeting': {
    longest: LONGEST.meetingLine,
    blank: 'empty',
    send: (text) => meeting({ text }),
    read: async () => (await saidAt())?.lines[0]?.text,
  },
  'who does what a line says': {
    longest: LONGEST.personName,
    blank: 'bad_input',
    send: (ownerName) => meeting({ ownerName }),
    read: async () => (await saidAt())?.lines[0]?.ownerName,
  },
  'who is at a meeting': {
    longest: LONGEST.personName,
    blank: 'bad_input',
    send: (name) => meeting({ attendees: [name] }),
    read: async () => (await saidAt())?.attendees[0],
  },
  'an export folder': {
    longest: LONGEST.folder,
    blank: 'left out',
    send: (exportFolder) => client.settings.save({ exportFolder }),
    read: async () => (await accepted(client.settings.get({}))).exportFolder,
  },
}

/** Scripts and signs that need marks nobody sees, or that a careless step changes. */
const PIECES = [
  '👨‍👩‍👧‍👦',
  '🏳️‍🌈',
  '\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}',
  'שלום\u200f!',
  'شكراً\u200e',
  'ภาษาไทย',
  'क्षेत्र',
  'e\u0301',
  '\u00e9',
  '家\u200b电',
  '\u202eabc\u202c',
  '𠮷',
  '\u{f0000}',
  'ﬁ',
  'Ⅳ',
  'a\u00adb',
  '\'"`--;',
]

describe.each(Object.entries(entrances))('%s', (_, entrance) => {
  useConsole()

  test('comes back to the code point as it went in', async () => {
    for (const piece of PIECES) {
      const text = `甲${piece}${piece}`
      expect(await entrance.send(text)).toMatchObject({ ok: true })
      expect(await entrance.read()).toBe(text)
    }
  })

  test.each([
    ['half an emoji', '甲\ud83d乙', 'U+D83D'],
    ['NUL', '甲\u0000乙', 'U+0000'],
    ['an escape', '甲\u001b乙', 'U+001B'],
    ['no character', '甲\uffff乙', 'U+FFFF'],
  ])('with %s is refused by its name, and nothing is stored', async (_name, text, name) => {
    expect(await entrance.send(text)).toMatchObject({ ok: false, code: 'odd_character', detail: { name, position: 2 } })
    expect((await entrance.read().catch(() => null)) ?? '').not.toContain('乙')
  })

  test('beyond its limit is refused with how much is too much, blanks around it left aside', async () => {
    const { longest } = entrance
    expect(await entrance.send('字'.repeat(longest + 7))).toMatchObject({
      ok: false,
      code: 'text_too_long',
      detail: { excess: 7, longest },
    })
    const fits = '字'.repeat(longest)
    expect(await entrance.send(` ${fits} `)).toMatchObject({ ok: true })
    expect(await entrance.read()).toBe(fits)
  })

  test('of nothing that can be seen is empty', async () => {
    const answer = await entrance.send('\u200b\u3164\u2800\u200f\ufe0f\ufeff')
    if (entrance.blank === 'left out') expect((await entrance.read()) || null).toBeNull()
    else expect(answer).toMatchObject({ ok: false, code: entrance.blank })
  })
})

describe('a console', () => {
  useConsole()

  test('a half-done note is kept whatever is in it, to the code unit', async () => {
    const draft = {
      draftId: callId,
      callId,
      noteId: null,
      kind: 'voice',
      caret: 2,
      offsetMs: 0,
      issueTypeId: null,
    } as const
    for (const text of [
      '甲\ud83d乙\u0000丙',
      '\udc00\ud83d',
      '\u{10ffff}甲',
      '\uffff\u{1fffe}\ufdd0',
      '\u202e\u200b',
      '\ufeff甲',
    ]) {
      await accepted(client.notes.storeDraft({ ...draft, text }))
      expect((await accepted(client.notes.drafts({ callId })))[0]?.text).toBe(text)
      expect((await accepted(client.notes.halfDone({})))[0]?.text).toBe(text)
    }
  })

  test('a search for nothing that can be seen finds everything', async () => {
    await newTicket()
    const found = async (text: string) =>
      (await accepted(client.tickets.list({ filter: { text }, sort: 'number', limit: 5 }))).total
    expect({ blank: await found('\u200b\u3164'), words: await found('降价'), others: await found('包装') }).toEqual({
      blank: 1,
      words: 1,
      others: 0,
    })
  })

  test('a list of people says which rows cannot be kept', async () => {
    const rows = ['姓名,工号', '\u3164\u200b,E1', '王\u0007敏,E2', '李\u200d雷,E3']
    const list = { base64: Buffer.from(rows.join('\n')).toString('base64') }
    const plan = await accepted(client.people.readList(list))
    await accepted(client.people.keepList(list))
    expect(plan.bad.map(({ row, reasons: [reason] }) => ({ row, reason }))).toEqual([
      { row: 2, reason: 'name_missing' },
      { row: 3, reason: 'odd_character' },
    ])
    expect((await accepted(client.people.list({}))).map(({ name }) => name)).toEqual(['李\u200d雷'])
  })
})
