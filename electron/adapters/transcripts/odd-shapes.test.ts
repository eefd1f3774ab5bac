import { describe, expect, test } from 'vitest'
import { readVcon } from './vcon.ts'

const parties = [{ role: 'agent' }, { role: 'customer' }]
const read = (body: unknown) => {
  const dialog = [{ type: 'recording', start: '2026-09-18T01:00:00Z' }]
  const vcon = { vcon: '0.0.1', parties, dialog, analysis: [{ type: 'transcript', dialog: 0, body }] }
  const reading = readVcon(JSON.stringify(vcon), 'a.json')
  if (!reading.ok) throw new Error(reading.code)
  return reading.lines.map(({ atMs, speaker, text }) => `${atMs} ${speaker} ${text}`)
}
const both = ['0 agent 您好', '3500 customer 券用不了']

describe('cues', () => {
  test.each<[string, string]>([
    ['of WebVTT', 'WEBVTT\n00:00.000 --> 00:02.000\n客服：您好\n00:03.500 --> 00:05.000\n客户：券用不了'],
    ['of SRT', '1\n00:00:00,000 --> 00:00:02,000\n客服：您好\n2\n00:00:03,500 --> 00:00:05,000\n客户：券用不了'],
    ['of SBV', '0:00:00.000,0:00:02.000\n客服：您好\n\n0:00:03.500,0:00:05.000\n客户：券用不了'],
  ])('%s part at their times, without a blank line too', (_, body) => {
    expect(read(body)).toEqual(both)
  })

  test('a number said last is no number of a cue', () => {
    expect(read('1\n00:01,000 --> 00:02,000\n客服：几号\n7\n2\n00:03,000 --> 00:04,000\n客户：好')).toEqual([
      '0 agent 几号\n7',
      '2000 customer 好',
    ])
  })

  test('what goes on behind a blank line is said; notes, styles and names of cues are not', () => {
    const body =
      'WEBVTT\n\none\n00:00.000 --> 00:02.000\n客服：您\n\n好\n\nNOTE 内部\n第二行\n\nSTYLE\n::cue{}\n\ntwo\n00:03.500 --> 00:05.000\n客户：券用不了'
    expect(read(body)).toEqual(['0 agent 您\n好', both[1]])
  })
})

describe('texts that were a page', () => {
  test.each([
    '<b>客服：</b> 您好<br>请讲<br/><b>客户：</b>用 A&amp;B',
    '<p class="a"><strong>客服</strong>：您好</p><p>请讲</p><p><em>客户：</em>用 A&#38;B</p>',
  ])('%j', (body) => {
    expect(read(body)).toEqual(['0 agent 您好\n请讲', '1200 customer 用 A&B'])
  })

  test('a sign of less than is none, and other texts keep their signs', () => {
    expect(read('客服：a<b 和 c>d\n<Customer> &amp;')).toEqual([
      '0 agent a<b 和 c>d',
      expect.stringContaining('customer &amp;'),
    ])
  })
})

describe('times', () => {
  test.each([
    '2026-09-18T01:00:00Z 客服：您好\n2026-09-18T01:00:03.500Z 客户：券用不了',
    '[2026-09-18T09:00:00+08:00] 客服：您好\n[2026-09-18T09:00:03.5+08:00] 客户：券用不了',
    '客服 (2026-09-18T01:00:00Z)：您好\n客户 (2026-09-18T01:00:03.500Z)：券用不了',
    '客服 2026-09-18T01:00:00Z\n您好\n客户 2026-09-18T01:00:03.5Z\n券用不了',
    '[11:59:59 AM] 客服：您好\n[12:00:02.5 PM] 客户：券用不了',
    '23:59:58 客服：您好\n00:00:01.5 客户：券用不了',
    '00:00-00:02 客服：您好\n00:03.5-00:05 客户：券用不了',
  ])('in %j', (body) => {
    expect(read(body)).toEqual(both)
  })

  test.each([
    ['instants', '2026-09-18T01:00:00Z', '2026-09-18T09:00:03.5+08:00'],
    ['spans', 'PT0S', 'PT0M3.5S'],
    ['milliseconds from 1970', 1_789_693_200_000, 1_789_693_203_500],
    ['seconds from 1970', 1_789_693_200, 1_789_693_203.5],
  ])('of segments as %s', (_, start, later) => {
    const body = [
      { start, party: 0, text: '您好' },
      { start: later, party: 1, text: '券用不了' },
    ]
    expect(read(body)).toEqual(both)
  })
})
