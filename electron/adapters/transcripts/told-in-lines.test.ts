import { expect, test } from 'vitest'
import { conversationOf, type SaidAt } from '../../../test/builders/conversation-file.ts'
import { readTranscript } from './read-transcript.ts'

const toldIn = (...said: readonly SaidAt[]) => {
  const reading = readTranscript(Buffer.from(conversationOf(...said), 'base64'), '通话.vcon.json')
  if (!reading.ok) throw new Error(reading.code)
  return reading.told
}

test('what the masks hide of a line is handed back with it, as it was said, and each once', () => {
  expect(
    toldIn(
      [0, 'customer', '吹风机坏了，399 元买的'],
      [1, 'customer', '我住在人民路 12 号 3 楼, 电话 13900008817'],
      [2, 'agent', '您的电话是13900008817，对吗'],
      [3, 'customer', '或者 13812345678'],
    ),
  ).toEqual([
    { line: 1, callbacks: ['13900008817'], addresses: ['人民路 12 号 3 楼'] },
    { line: 3, callbacks: ['13812345678'], addresses: [] },
  ])
})

test('a number that is told over several turns is whole with the last of them', () => {
  const told = toldIn(
    [0, 'customer', '我的电话是138'],
    [1, 'agent', '嗯'],
    [2, 'customer', '1234'],
    [3, 'agent', '好的'],
    [4, 'customer', '5678'],
  )
  expect(told.at(-1)).toEqual({ line: 4, callbacks: ['138 嗯 1234 好的 5678'], addresses: [] })
})

test('a line that is cut as it is too long tells its number with its last piece', () => {
  const told = toldIn([0, 'customer', `${'我'.repeat(3_992)}，电话13812345678，再见`])
  expect(told).toEqual([{ line: 1, callbacks: ['13812345678'], addresses: [] }])
})

test('the line of a company is nobody’s to call back where its agent tells it, and its caller’s where they do', () => {
  const told = toldIn(
    [0, 'agent', '我们的客服热线是 400-820-8820，您记的是 13812345678 吧'],
    [1, 'customer', '你打我公司 400-618-1188'],
  )
  expect(told.map(({ callbacks }) => callbacks)).toEqual([['13812345678'], ['400-618-1188']])
})

test('half an identity card, told over lines, is no number to call back', () => {
  expect(toldIn([0, 'customer', '三二零五零二，一九八七'], [1, 'customer', '零六一四，三零二一'])).toEqual([])
  const inThree = [
    [0, 'customer', '三二零五零二'],
    [1, 'customer', '一九八七零六一四'],
    [2, 'agent', '嗯'],
    [3, 'customer', '三零二一'],
    [4, 'customer', '电话 13812345678'],
  ] as const
  expect(toldIn(...inThree)).toEqual([{ line: 4, callbacks: ['13812345678'], addresses: [] }])
})

test('a number in three lines, of which the first is hidden alone, is told with the last', () => {
  const inThree = [
    [0, 'customer', '我的号码是一八六五三'],
    [1, 'customer', '二九洞'],
    [2, 'customer', '幺四拐'],
  ] as const
  expect(toldIn(...inThree).at(-1)).toEqual({ line: 2, callbacks: ['一八六五三 二九洞 幺四拐'], addresses: [] })
})
