import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readVcon } from '../../../electron/adapters/transcripts/vcon.ts'
import { LONGEST_MESSAGE_BYTES } from '../../../electron/team/wire.ts'
import { CONVERSATION_LIMIT_BYTES, LIST_LIMIT_BYTES, MOST_LINES } from '../../../shared/contract/limits.ts'
import type { Line } from '../../../shared/contract/listening/conversations.ts'
import { someoneListening } from '../../builders/listening.ts'
import { accepted, refused } from '../../builders/outcomes.ts'
import { withoutChance } from '../../builders/without-chance.ts'

const read = (vcon: unknown, fileName = '价保.vcon.json') => readVcon(JSON.stringify(vcon), fileName)
/** `speaker atMs text` of each line; `unknown#1` and so on for voices nobody named. */
const lines = (vcon: unknown) => {
  const reading = read(vcon)
  if (!reading.ok) throw new Error(reading.code)
  return reading.lines.map(
    ({ speaker, voice, atMs, text }: Line) => `${speaker}${voice === undefined ? '' : `#${voice}`} ${atMs} ${text}`,
  )
}
const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

const parties = [
  { name: '小李', role: 'agent' },
  { tel: '', name: '来电', role: 'contact' },
]
const said = (start: string, party: number, body: string, more: object = {}) => ({
  ...{ type: 'text', start, parties: [party], originator: party, mimetype: 'text/plain', body },
  ...more,
})
const chat = {
  vcon: '0.0.1',
  uuid: '0195b7a7-f735-822e-9dd8-dd37220d739c',
  parties,
  dialog: [
    said('2026-09-18T09:00:00+08:00', 0, '您好，请问有什么可以帮您？'),
    said('2026-09-18T09:00:04.500+08:00', 1, '上周买的今天降价了'),
    said('2026-09-18T01:00:09Z', 0, '我帮您看一下'),
  ],
  analysis: [{ type: 'summary', dialog: 0, body: '顾客询问价保。' }],
}
const transcript = '您好，这里是客服\n\n我的券用不了\n\n我看一下'
const recorded = (body: unknown, more: object = {}) => ({
  vcon: '0.0.1',
  parties,
  dialog: [
    { type: 'recording', start: '2026-09-18T01:00:00Z', mimetype: 'audio/x-wav', url: 'https://example.invalid/a.wav' },
  ],
  analysis: [{ type: 'transcript', dialog: 0, body, ...more }],
})

describe('vCon 0.0.1', () => {
  test('a chat keeps its own times, from the first line, whatever time zone each was written in', () => {
    expect(read(chat)).toEqual({
      ok: true,
      title: '价保',
      pace: 'recorded',
      lines: [
        { atMs: 0, speaker: 'agent', text: '您好，请问有什么可以帮您？' },
        { atMs: 4_500, speaker: 'customer', text: '上周买的今天降价了' },
        { atMs: 9_000, speaker: 'agent', text: '我帮您看一下' },
      ],
      told: [],
      names: [],
    })
  })

  test('lines that the file holds in the wrong order come in the order of their times', () => {
    expect(lines({ ...chat, dialog: chat.dialog.toReversed() })).toEqual(lines(chat))
  })

  test.each([
    ['an object with the transcript in it', { transcript, confidence: 0.99 }],
    ['a text', transcript],
  ])('a transcript as %s is laid at reading pace, and nobody guesses who says which paragraph', (_, body) => {
    const reading = read(recorded(body))
    expect(reading).toMatchObject({ ok: true, pace: 'estimated' })
    expect(lines(recorded(body))).toEqual([
      'unknown 0 您好，这里是客服',
      'unknown 1600 我的券用不了',
      'unknown 2920 我看一下',
    ])
  })

  test('a short line takes 1.2 seconds, a Latin letter 60 ms, a Chinese character 220 ms', () => {
    const body = `好\n\n${'a'.repeat(30)}\n\n${'好'.repeat(10)}\n\n嗯`
    expect(lines(recorded(body)).map((line) => Number(line.split(' ')[1]))).toEqual([0, 1_200, 3_000, 5_200])
  })

  test('the diarized text is taken before the bare transcript, a summary never', () => {
    const vcon = recorded('没有人说过这个')
    const analysis = [
      { type: 'summary', dialog: 0, body: '一个总结' },
      ...vcon.analysis,
      { type: 'diarized', dialog: 0, body: '客户：券用不了\n客服：我看一下\n客户：谢谢' },
    ]
    expect(lines({ ...vcon, analysis })).toEqual(['customer 0 券用不了', 'agent 1200 我看一下', 'customer 2400 谢谢'])
    expect(read({ ...vcon, analysis: analysis.slice(0, 1) })).toEqual({ ok: false, code: 'no_text' })
  })
})

describe('the current draft', () => {
  const segments = [
    { start: 0.5, end: 2, speaker: 'SPEAKER_01', text: '您好' },
    { start: 2.25, end: 4, speaker: 'SPEAKER_00', text: '券用不了' },
    { start: 4.5, end: 5, speaker: 'SPEAKER_01', text: '我看一下' },
  ]
  const inOrder = ['unknown#1 0 您好', 'unknown#2 1750 券用不了', 'unknown#1 4000 我看一下']

  test.each<[string, unknown, object]>([
    ['a list', segments, {}],
    ['under segments', { transcript: { text: '全文' }, segments }, { type: 'wtf_transcription' }],
    ['as JSON text', JSON.stringify({ segments }), { encoding: 'json', mediatype: 'application/json' }],
    ['as base64url', base64url(segments), { encoding: 'base64url' }],
    ['in milliseconds', segments.map((one) => ({ ...one, start: one.start * 1_000 + 36_000_000 })), {}],
    ['with clock times', segments.map((one) => ({ ...one, start: `00:00:0${one.start}` })), {}],
  ])('segments %s keep their times; unknown voices are told apart and given to nobody', (_, body, more) => {
    expect(lines(recorded(body, more))).toEqual(inOrder)
  })

  test('segments know their party by number, by role and by name', () => {
    const body = [
      { start: 0, party: 1, text: '喂' },
      { start: 1, role: 'agent', text: '您好' },
      { start: 2, speaker: '来电', text: '券用不了' },
      { start: 3, speaker: 'customer_1', text: '是不是过期了' },
    ]
    expect(lines(recorded(body)).map((line) => line.split(' ')[0])).toEqual([
      'customer',
      'agent',
      'customer',
      'customer',
    ])
  })

  test('mediatype, encoding and lists of lists are read, HTML and calls without words are passed over', () => {
    const plain = { mimetype: undefined, mediatype: 'text/plain;charset=utf-8' }
    const dialog = [
      said('2026-09-18T01:00:00Z', 1, Buffer.from('券用不了').toString('base64url'), {
        ...plain,
        encoding: 'base64url',
      }),
      said('2026-09-18T01:00:01Z', 0, '"我看一下"', { ...plain, encoding: 'json' }),
      said('2026-09-18T01:00:02Z', 0, '<b>x</b>', { mimetype: undefined, mediatype: 'text/html' }),
      { type: 'incomplete', start: '2026-09-18T01:00:03Z', parties: [0, 1], disposition: 'busy' },
      { type: 'text', start: '2026-09-18T01:00:04Z', parties: [[1], [0]], body: '谢谢', encoding: 'none' },
    ]
    expect(lines({ vcon: '0.3.0', parties, dialog })).toEqual([
      'customer 0 券用不了',
      'agent 1000 我看一下',
      'customer 4000 谢谢',
    ])
  })

  test('two recordings, each with its transcript, follow one another', () => {
    const dialog = ['01:00:00', '01:05:00'].map((time) => ({ type: 'recording', start: `2026-09-18T${time}Z` }))
    const analysis = [1, 0].map((index) => ({
      type: 'transcript',
      dialog: [index],
      body: [{ start: 1, speaker: '客户', text: `第${index}段` }],
    }))
    expect(lines({ vcon: '0.3.0', parties, dialog, analysis })).toEqual(['customer 0 第0段', 'customer 300000 第1段'])
  })

  test('a signed file is read, an encrypted one is refused as such', () => {
    const signed = { payload: base64url(chat), signatures: [{ protected: 'e30', signature: 'AA' }] }
    expect(lines(signed)).toEqual(lines(chat))
    const encrypted = {
      unprotected: { cty: 'application/vcon' },
      recipients: [],
      iv: 'A',
      ciphertext: 'AAAA',
      tag: 'A',
    }
    expect(read(encrypted)).toEqual({ ok: false, code: 'encrypted' })
    expect(read({ ...signed, payload: base64url(encrypted) })).toEqual({ ok: false, code: 'encrypted' })
    expect(readVcon('eyJhbGciOiJSU0EifQ.AA.AA.AA.AA', 'x')).toEqual({ ok: false, code: 'encrypted' })
  })

  test('the subject is the title when there is one', () => {
    expect(read({ ...chat, subject: '价保投诉' })).toMatchObject({ title: '价保投诉' })
  })
})

describe('files not to be trusted', () => {
  test.each([
    '',
    'not json',
    '[]',
    'null',
    '"encrypted"',
    '42',
    '{}',
    '{"dialog":[]}',
    '{"payload":"!!","signatures":[]}',
    '{"__proto__":{"vcon":"0.0.1"}}',
    '['.repeat(400_000),
    `${'['.repeat(400_000)}${']'.repeat(400_000)}`,
  ])('%.40s is no vCon', (text) => {
    expect(readVcon(text, 'x.json')).toEqual({ ok: false, code: 'not_a_vcon' })
  })

  test('wrong types are passed over, wherever they stand', () => {
    const odd: unknown[] = [null, 1, 'x', [], {}, [[[]]], { toString: 1 }, true]
    for (const value of odd) {
      const fields = ['parties', 'dialog', 'analysis', 'subject']
      for (const name of fields) expect(() => read({ ...chat, [name]: value })).not.toThrow()
      for (const name of ['type', 'start', 'body', 'encoding', 'mediatype', 'originator', 'parties'])
        expect(() => read({ ...chat, dialog: [value, { ...chat.dialog[0], [name]: value }] })).not.toThrow()
      for (const name of ['type', 'dialog', 'body', 'encoding'])
        expect(() => read({ ...recorded(''), analysis: [value, { type: 'transcript', [name]: value }] })).not.toThrow()
      for (const name of ['start', 'text', 'speaker', 'party'])
        expect(() => read(recorded([value, { start: 0, text: '好', [name]: value }]))).not.toThrow()
    }
  })

  test('a prototype in the file stays a piece of data', () => {
    const text = JSON.stringify(chat).replace('{"vcon"', '{"__proto__":{"subject":"x","polluted":1},"vcon"')
    expect(readVcon(text, '价保.json')).toMatchObject({ ok: true, title: '价保' })
    expect('polluted' in {}).toBe(false)
  })

  test('5,000 lines are taken whole, one more is refused whole, whichever way the file holds them', () => {
    const spoken = (count: number) => Array.from({ length: count }, (_, index) => ({ start: index, text: '好' }))
    const messages = spoken(5_001).map(({ start }) => said('2026-09-18T01:00:00Z', 0, `${start}`))
    const twice = recorded(spoken(3_000))
    const analysis = [0, 1].map((dialog) => ({ ...twice.analysis[0], dialog }))
    const longLines = [{ start: 0, text: '长'.repeat(4_001) }, ...spoken(4_999)]
    expect(lines({ ...chat, dialog: messages.slice(1) })).toHaveLength(5_000)
    expect(lines(recorded(spoken(5_000)))).toHaveLength(5_000)
    for (const file of [
      { ...chat, dialog: messages },
      recorded(spoken(5_001)),
      { ...twice, dialog: [twice.dialog[0], twice.dialog[0]], analysis },
      recorded(longLines),
    ])
      expect(read(file)).toEqual({ ok: false, code: 'too_many_lines' })
  })

  test('a party is known by its number, however many there are', () => {
    const parties = Array.from({ length: 1_200 }, (_, index) => ({ role: index === 1_150 ? 'customer' : 'agent' }))
    const file = { ...chat, parties, dialog: [said('2026-09-18T01:00:00Z', 1_150, '我要退货')] }
    expect(lines(file)).toEqual(['customer 0 我要退货'])
  })

  test('lines of at most 4,000 characters come out, without control characters', () => {
    const long = read({ ...chat, dialog: [said('2026-09-18T01:00:00Z', 0, `\u0000\u001b[31m${'长'.repeat(9_000)}`)] })
    const texts = long.ok ? long.lines.map((line) => line.text) : []
    expect(texts.map((text) => text.length)).toEqual([4_000, 4_000, 1_004])
    expect(texts.join('')).toBe(`[31m${'长'.repeat(9_000)}`)
    expect(long.ok && new Set(long.lines.map(({ atMs, speaker }) => `${atMs} ${speaker}`)).size).toBe(1)
    const half = read({ ...chat, dialog: [said('2026-09-18T01:00:00Z', 0, `长${'😀'.repeat(2_000)}`)] })
    expect(half.ok && half.lines.map((line) => line.text)).toEqual([`长${'😀'.repeat(1_999)}`, '😀'])
  })

  test('times nobody can have meant are replaced by a reading pace', () => {
    const at = (first: string, second: string) =>
      read({ ...chat, dialog: [said(first, 0, '您好'), said(second, 1, '好')] })
    expect(at('0001-01-01T00:00:00Z', '2026-09-18T01:00:00Z')).toMatchObject({ pace: 'estimated' })
    expect(at('2026-09-18T01:00:00Z', '2026-09-18T01:00:00Z')).toMatchObject({ pace: 'estimated' })
    expect(at('soon', '2026-09-18T01:00:00Z')).toMatchObject({ pace: 'estimated' })
  })

  test('a file made to be slow is read in time that grows with its size, or this test would not end', () => {
    const blanks = ' '.repeat(300_000)
    const hostile = [`客户${blanks}`, `${'\n \t'.repeat(100_000)}x`, `${'1:'.repeat(150_000)}`, `a${blanks}:b`]
    for (const body of hostile)
      expect(read({ ...recorded(body), parties: [{ role: body, name: body }] })).toMatchObject({ ok: true })
  })
})

describe('beside a call', () => {
  let desk: Awaited<ReturnType<typeof someoneListening>>
  beforeEach(async () => {
    desk = await someoneListening()
  })
  afterEach(() => desk.close())

  const attach = (vcon: unknown, callId = desk.call.id) =>
    desk.conversations.attach(
      { callId, fileName: '来电13812345678.vcon.json', base64: Buffer.from(JSON.stringify(vcon)).toString('base64') },
      desk.asker,
    )
  const ofCall = () => accepted(desk.conversations.ofCall({ callId: desk.call.id }, desk.asker))

  test('it is masked, stored, replaced by the next one, and taken away', async () => {
    const phone = { ...chat, dialog: [said('2026-09-18T01:00:00Z', 1, '打我电话13812345678')] }
    const attached = await accepted(attach(phone))
    expect(attached).toEqual({
      callId: desk.call.id,
      title: '来电138****5678',
      pace: 'recorded',
      lines: [{ atMs: 0, speaker: 'customer', text: '打我电话138****5678' }],
    })
    expect(await ofCall()).toEqual(attached)
    await accepted(attach(chat))
    expect((await ofCall())?.lines).toHaveLength(3)
    await accepted(desk.conversations.detach({ callId: desk.call.id }, desk.asker))
    expect(await ofCall()).toBeNull()
  })

  test('a number that is cut at the longest title or line is masked before it is cut', async () => {
    const body = `${'我'.repeat(3_992)}13812345678再见`
    const long = { ...chat, subject: `${'电'.repeat(112)}13812345678`, dialog: [said('2026-09-18T01:00:00Z', 1, body)] }
    expect(withoutChance(JSON.stringify(await accepted(attach(long))))).not.toContain('1381')
  })

  test('a file over the limit is refused as such, one under it is taken whatever its signs need on the way', async () => {
    const words = '"'.repeat(CONVERSATION_LIMIT_BYTES / 2 - 1_000)
    expect(await attach({ ...chat, dialog: [said('2026-09-18T01:00:00Z', 1, words)] })).toMatchObject({ ok: true })
    const more = `${words}${'"'.repeat(2_000)}`
    expect(await refused(attach({ ...chat, dialog: [said('2026-09-18T01:00:00Z', 1, more)] }))).toMatchObject({
      code: 'file_too_large',
    })
  })

  test('the largest one is a row that a hub takes, where two bytes of the file are three as well; what only a list may be is refused', async () => {
    const words = '好'.repeat((LIST_LIMIT_BYTES - 10_000) / 3)
    expect(await refused(attach({ ...chat, dialog: [said('2026-09-18T01:00:00Z', 1, words)] }))).toMatchObject({
      code: 'file_too_large',
    })
    const roundALine = 100
    expect(1.5 * CONVERSATION_LIMIT_BYTES + MOST_LINES * roundALine).toBeLessThan(LONGEST_MESSAGE_BYTES)
  })

  test('an unknown call is refused, a bad file leaves the earlier conversation', async () => {
    await accepted(attach(chat))
    expect((await refused(attach(chat, desk.clock.newId()))).code).toBe('call_not_found')
    expect((await refused(attach({ ...chat, dialog: [] }))).code).toBe('no_text')
    expect((await ofCall())?.lines).toHaveLength(3)
  })
})
