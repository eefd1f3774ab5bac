import { describe, expect, test } from 'vitest'
import type { Line } from '../../../shared/contract/listening/conversations.ts'
import { readTranscript } from './read-transcript.ts'
import { audible } from './untrusted.ts'
import { readVcon } from './vcon.ts'

const parties = [
  { name: '小李', role: 'agent' },
  { name: 'Anna Lee', role: 'customer' },
]
const recorded = (body: unknown, more: object = {}, people: unknown = parties) => ({
  vcon: '0.0.1',
  parties: people,
  dialog: [{ type: 'recording', start: '2026-09-18T01:00:00Z' }],
  analysis: [{ type: 'transcript', dialog: 0, body, ...more }],
})
function read(vcon: unknown) {
  const reading = readVcon(JSON.stringify(vcon), 'a.json')
  if (!reading.ok) throw new Error(reading.code)
  return reading
}
const told = ({ speaker, voice, text }: Line) => `${speaker}${voice === undefined ? '' : `#${voice}`} ${text}`
const who = (vcon: unknown) => read(vcon).lines.map(told)
const timed = (vcon: unknown) => read(vcon).lines.map((line) => `${line.atMs} ${told(line)}`)

test('who is named in one line, or as a party, is named in no other', () => {
  const body =
    '客服：您好\n客户：秋实让我问的\n客服：请问贵姓\n客户：我叫樊秋实\n客服：Ms Lee也在等\n客户：秋实和小李都急'
  const reading = read(recorded(body))
  expect(reading.lines.map(({ text }) => text)).toEqual([
    ...['您好', '樊*让我问的', '请问贵姓', '我叫樊*', 'Ms L*也在等', '樊*和小李都急'],
  ])
  expect(reading.names).toEqual(expect.arrayContaining(['樊秋实', 'anna lee']))
  // Of too many the first ones are forgotten: whom the file itself names comes last.
  expect(reading.names.at(-1)).toBe('anna lee')
})

describe('speakers as people write them', () => {
  const both = ['agent 您好', 'customer 券用不了']
  test.each<[string, string]>([
    ['a label and a colon', '客服：您好\n客户: 券用不了'],
    ['in bold', '**客服：** 您好\n**客户**: 券用不了'],
    ['in bold of the other kind', '__Agent:__ 您好\n*Customer*: 券用不了'],
    ['in brackets', '[客服] 您好\n【客户】券用不了'],
    ['in other brackets, with a colon', '(Agent): 您好\n<Customer> 券用不了'],
    ['on a line above', '客服\n您好\n\n客户\n券用不了'],
    ['on a line above, with a blank one between', '客服：\n\n您好\n\n客户：\n\n券用不了'],
    ['in bold on a line above', '**Agent**\n您好\n\n**Customer**\n券用不了'],
    ['with a time in brackets', '客服 [00:01]：您好\n客户 (00:05): 券用不了'],
    ['with a time before it', '[00:00:01] 客服：您好\n00:05 客户: 券用不了'],
    ['with a time in the same brackets', '[客服 00:01] 您好\n【客户 00:05】券用不了'],
    ['with a time behind the brackets', '[客服] (00:01) 您好\n[客户] (00:05) 券用不了'],
    ['as meeting programs write them', '客服 00:01\n您好\n\n客户 00:05\n券用不了'],
    ['with a time and bold', '[00:01] **客服：** 您好\n[00:05] **客户：** 券用不了'],
    ['in brackets of other kinds', '{Agent} 您好\n《客户》券用不了'],
    ['under headings', '### 客服\n您好\n### 客户\n券用不了'],
    ['with a day before the time', '2026-01-01 10:00:01 客服：您好\n2026-01-01 10:00:05 客户：券用不了'],
    ['with a day behind', '客服 2026/01/01 10:00:01\n您好\n\n客户 2026/01/01 10:00:05\n券用不了'],
    ['in a list', '- Agent: 您好\n- Customer: 券用不了'],
    ['numbered', '1. 客服：您好\n2. 客户：券用不了'],
    ['by name', '小李：您好\nanna lee: 券用不了'],
    ['by name and role', '王芳（客服）：您好\nAnna (Customer): 券用不了'],
    ['with marks of direction', '\u202a客服\u202c：您好\n\u200f客户\u200e: 券用不了'],
    ['with C1 controls', '\u0085客服：\u0080您好\u0085客户: 券用\u009b不了'],
  ])('%s', (_, body) => {
    expect(who(recorded(body))).toEqual(both)
  })

  test('a label that another sign parts is none: nobody is given the other’s words', () => {
    const body = 'Agent> 您好\nCustomer> 券用不了'
    const dialog = [{ type: 'text', parties: [0, 1], mediatype: 'text/plain', body }]
    expect(who({ vcon: '0.0.1', parties, dialog })).toEqual(['unknown Agent> 您好', 'unknown Customer> 券用不了'])
  })

  test('subtitles without thousandths, with signs written as numbers', () => {
    const body = '1\n00:00:01 --> 00:00:02\n客服：您好\n\n2\n00:00:05 --> 00:00:06\n客户：&#39;券&#x7528;不了'
    expect(timed(recorded(body))).toEqual(['0 agent 您好', "4000 customer '券用不了"])
  })

  test('a line goes on with the label above it; behind a blank line nobody knows whose it is', () => {
    expect(who(recorded('客服：您好\n请讲\n\n券用不了\n\n客服：我看一下'))).toEqual([
      'agent 您好\n请讲',
      'unknown 券用不了',
      'agent 我看一下',
    ])
  })

  test('a lone «客服» is somebody calling for one', () => {
    expect(who(recorded('人工\n客服\n我要退货', {}, []))).toEqual(['unknown 人工', 'unknown 客服', 'unknown 我要退货'])
  })

  test.each<[string, unknown]>([
    ['the first is not the agent', '喂\n\n我的券用不了'],
    ['nobody takes turns', [{ text: '喂' }, { text: '您好' }]],
    [
      'a recogniser’s names say nothing',
      [
        { speaker: 'SPEAKER_00', text: '喂' },
        { speaker: 'SPEAKER_01', text: '您好' },
      ],
    ],
    [
      'nor do its channels',
      [
        { channel: 0, text: '喂' },
        { channel: 1, text: '您好' },
      ],
    ],
    [
      'a name of no party',
      [
        { speaker: 'Bob', text: '喂' },
        { speaker: 'Eve', text: '您好' },
      ],
    ],
    [
      'a label of two roles',
      [
        { speaker: '客服/客户', text: '喂' },
        { speaker: 'agent (customer)', text: '您好' },
      ],
    ],
  ])('never by guessing: %s', (_, body) => {
    const { lines } = read(recorded(body))
    expect(new Set(lines.map(({ speaker }) => speaker))).toEqual(new Set(['unknown']))
  })

  test('of one agent and one customer who is not the one is the other, because the file says so', () => {
    const body = [
      { speaker: 'agent', text: '您好' },
      { speaker: 'SPEAKER_07', text: '券用不了' },
    ]
    expect(who(recorded(body))).toEqual(['agent 您好', 'customer 券用不了'])
    expect(who(recorded(body, {}, []))).toEqual(['agent 您好', 'unknown#1 券用不了'])
    const three = [...body, { speaker: 'SPEAKER_08', text: '喂' }]
    expect(who(recorded(three))).toEqual(['agent 您好', 'unknown#1 券用不了', 'unknown#2 喂'])
  })

  test('parties without a role whose names say who they are', () => {
    const people = [{ name: '客服' }, { name: '客户' }]
    expect(who(recorded('客服：您好\n客户：券用不了', {}, people))).toEqual(['agent 您好', 'customer 券用不了'])
    const said = [
      { party: 1, text: '喂' },
      { party: 0, text: '您好' },
    ]
    expect(who(recorded(said, {}, people))).toEqual(['customer 喂', 'agent 您好'])
  })

  test('two parties of one name are not told apart by it', () => {
    const people = [
      { name: '王敏', role: 'agent' },
      { name: '王敏', role: 'customer' },
    ]
    expect(who(recorded([{ speaker: '王敏', text: '喂' }], {}, people))).toEqual(['unknown#1 喂'])
  })

  test('a message that quotes somebody is its sender’s', () => {
    const dialog = [
      { type: 'text', start: '2026-09-18T01:00:00Z', parties: [0], body: '客户：已经退款' },
      { type: 'text', start: '2026-09-18T01:00:09Z', parties: [1], body: '好\n\n谢谢' },
    ]
    expect(who({ vcon: '0.0.2', parties, dialog })).toEqual(['agent 客户：已经退款', 'customer 好\n\n谢谢'])
  })

  test('of a whole conversation in one dialog its sender is not everybody', () => {
    const dialog = [{ type: 'text', parties: [0, 1], originator: 0, body: '您好\n\n券用不了' }]
    expect(who({ vcon: '0.0.1', parties, dialog })).toEqual(['unknown 您好', 'unknown 券用不了'])
  })
})

describe('subtitles inside', () => {
  const vtt = `WEBVTT - 一通
X-TIMESTAMP-MAP=LOCAL:00:00:00.000

NOTE 客服：这不是话

STYLE
::cue { color: red }

1
00:01.000 --> 00:03.000 align:start
<v.loud 小李>您好，<i>请讲</i></v>

00:00:04.500 --> 00:00:06.000
<v Customer>券 &lt;用不了&gt; &amp; 急
第二行

00:00:07.000 --> 00:00:08.000
<v 小李>哦</v> <v Customer>嗯</v>
`
  const srt = `1
00:00:01,000 --> 00:00:03,000
客服：您好

2
00:00:04,500 --> 00:00:06,000
- 客户: 券用不了
- 客服: 我看一下

3
00:00:07,000 --> 00:00:08,000
客服
`
  test.each<[string, object]>([
    ['as text', recorded(vtt, { mediatype: 'text/vtt' })],
    [
      'with CRLF, in base64',
      recorded(Buffer.from(`\ufeff${vtt.replaceAll('\n', '\r\n')}`).toString('base64'), { encoding: 'base64' }),
    ],
    ['under a name', recorded({ transcript: vtt })],
    [
      'as a text dialog',
      { vcon: '0.0.2', parties, dialog: [{ type: 'text', mediatype: 'text/vtt', parties: [0, 1], body: vtt }] },
    ],
  ])('WebVTT %s: its voices, its times, none of its marks', (_, vcon) => {
    expect(timed(vcon)).toEqual([
      '0 agent 您好，请讲',
      '3500 customer 券 <用不了> & 急\n第二行',
      '6000 agent 哦',
      '6000 customer 嗯',
    ])
  })

  test('SRT: labels in the lines; a lone «客服» is what somebody said', () => {
    expect(timed(recorded(srt))).toEqual([
      '0 agent 您好',
      '3500 customer 券用不了',
      '3500 agent 我看一下',
      '6000 unknown 客服',
    ])
  })
})

describe('bodies and times', () => {
  const segments = [
    { start: 0, party: 0, text: '您好' },
    { party: 1, text: '券用不了' },
    { start: 4, party: 0, text: '我看一下' },
    { start: 9, party: 1, text: '好' },
  ]
  const asTimed = ['0 agent 您好', '1200 customer 券用不了', '4000 agent 我看一下', '9000 customer 好']

  test('one segment without a time does not take the others’', () => {
    expect(timed(recorded(segments))).toEqual(asTimed)
    expect(read(recorded(segments)).pace).toBe('recorded')
  })

  test('nor does one with a time nobody can have meant', () => {
    const odd = segments.map((one, index) => (index === 1 ? { ...one, start: '99999999:00:00' } : one))
    expect(timed(recorded(odd))).toEqual(asTimed)
    const dates = ['2026-09-18T01:00:00Z', '0001-01-01T00:00:00Z', '2026-09-18T01:00:04Z', '2026-09-18T01:00:09Z']
    const dialog = dates.map((start, index) => ({
      type: 'text',
      start,
      parties: [index % 2],
      body: segments[index]?.text,
    }))
    expect(timed({ vcon: '0.0.1', parties, dialog })).toEqual(asTimed)
  })

  test('a line without a time comes before the next that has one', () => {
    const long = [
      { start: 0, party: 0, text: '您'.repeat(100) },
      { party: 1, text: '嗯' },
      { start: 2, party: 0, text: '好' },
    ]
    expect(timed(recorded(long)).map((line) => line.split(' ')[0])).toEqual(['0', '2000', '2000'])
  })

  test('fewer than half with a time: a reading pace', () => {
    const few = [{ text: '一' }, { text: '二' }, { start: 60, text: '三' }, { text: '四' }, { start: 90, text: '五' }]
    expect(read(recorded(few)).pace).toBe('estimated')
  })

  test('a short call in milliseconds is not taken for hours', () => {
    const body = segments.map((one) => (one.start === undefined ? one : { ...one, start: one.start * 1_000 }))
    expect(timed(recorded(body))).toEqual(asTimed)
  })

  const json = JSON.stringify(segments)
  const bytes = Buffer.from(`${json}≥≥≥`.slice(0, json.length))
  test.each<[string, unknown, object]>([
    ['base64url', bytes.toString('base64url'), { encoding: 'base64url' }],
    ['base64', bytes.toString('base64'), { encoding: 'base64' }],
    ['base64 in lines, in capitals', bytes.toString('base64').replace(/.{60}/g, '$&\r\n'), { encoding: 'Base64' }],
    ['UTF-16 inside', Buffer.from(`\ufeff${json}`, 'utf16le').toString('base64url'), { encoding: 'base64url' }],
    ['json', json, { encoding: 'json' }],
    ['none, written out', segments, { encoding: 'none' }],
  ])('a body as %s', (_, body, more) => {
    expect(timed(recorded(body, more))).toEqual(asTimed)
  })

  test('the file itself may be UTF-16', () => {
    const file = Buffer.from(`\ufeff${JSON.stringify(recorded(segments))}`, 'utf16le')
    expect(readTranscript(file, 'a.json')).toMatchObject({ ok: true, pace: 'recorded' })
    expect(readTranscript(Buffer.from([0xff, 0xff, 0, 1]), 'a.json')).toEqual({ ok: false, code: 'not_a_vcon' })
  })

  test('no sign of no width parts a number from its mask, and joiners stay where they join', () => {
    const [line] = read(recorded([{ start: 0, text: '打1\u200b38\u200d1234\u2060567\u202e8' }])).lines
    expect(line?.text).toBe('打138****5678')
    expect(audible('👩\u200d👧 क\u094d\u200dष\ud800')).toBe('👩\u200d👧 क\u094d\u200dष\ufffd')
  })
})

test('a number that is read out over several lines is masked in each of them', () => {
  const said = [
    { start: 0, text: '我电话是一三八' },
    { start: 1, text: '一二三四' },
    { start: 2, text: '五六七八' },
  ]
  expect(read(recorded(said)).lines.map(({ text }) => text)).toEqual(['我电话是一三八', '※***', '※***'])
})

describe('the title is words, never a number for machines', () => {
  const uuid = '01936f2e-0000-8000-8000-000000000001'
  const titled = (subject: string | undefined, fileName: string) => {
    const reading = readVcon(JSON.stringify({ ...recorded('客户：券用不了'), subject }), fileName)
    return reading.ok ? reading.title : reading.code
  }
  test.each([
    ['the subject', '价保没有到账', `${uuid}.json`, '价保没有到账'],
    ['the file name without one', undefined, '价保.vcon.json', '价保'],
    ['the file name where the subject is a number', uuid, '价保.json', '价保'],
    ['the first words where nothing else says anything', undefined, `${uuid}.json`, '券用不了'],
  ])('%s', (_, subject, fileName, title) => {
    expect(titled(subject, fileName)).toBe(title)
  })
})

test('a number that is cut by what somebody else says is hidden in all of its lines', () => {
  const said = '客户：一七六二一九\n客服：您先别急我拿支笔\n客户：四零三八五'
  expect(who(recorded(said))).toEqual(['customer 一七六※**', 'agent 您先别急我拿支笔', 'customer ※****'])
})

test('whoever speaks is named in no title, and what they are stands', () => {
  const people = [
    { name: 'Mei Castellan', role: 'customer' },
    { name: '客服', role: 'agent' },
  ]
  const read = readVcon(
    JSON.stringify({ ...recorded('客户：券用不了', {}, people), subject: 'mei castellan：客服漏了券' }),
    'a',
  )
  expect(read.ok && read.title).toBe('m*：客服漏了券')
})
