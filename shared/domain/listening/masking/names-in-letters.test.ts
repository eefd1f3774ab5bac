import { expect, test } from 'vitest'
import { draftOnDisk } from '../drafts/draft-on-disk.ts'
import { maskText } from './mask-text.ts'

test.each([
  ['customer Peyami Tazegül wants a refund', 'customer P* wants a refund'],
  ['spoke to Fruzsina Orosz, all sorted', 'spoke to F*, all sorted'],
  ['posted to Sunniva last week', 'posted to S* last week'],
  ['cheque payable to J. Pettigrew', 'cheque payable to J*'],
  ['Wong Siu Man called', 'W* called'],
  ['hi Lam Chi Fung here', 'hi L* here'],
  ['Kim Soo-hyun wants a refund', 'K* wants a refund'],
  ['Müller先生要退款', 'M*先生要退款'],
  ['客户Nadeem说没收到', '客户N*说没收到'],
  ["I'm Gareth", "I'm G*"],
  ['signed D’Angelo', 'signed D*'],
  ["call O'Shaughnessy back", 'call O* back'],
])('a name of any people is told by a long list, and by where it stands: %s', (told, masked) => {
  expect(maskText(told).text).toBe(masked)
  expect(maskText(masked).text).toBe(masked)
})

test.each([
  'size M. Customer wants to swap',
  '客户Apple账号',
  '客户iPhone坏了',
  'the Wuhan store is shut',
  'Bosch and Makita drills',
  'posted to Manchester last week',
  'asked for his PUK',
  'ring Halifax back',
  'phone Evri back',
  'call Monzo back please',
  'text Santander back',
  'spoke w/ Hermes',
  'Whisky, aged 12',
])('what is no name stays: %s', (told) => {
  expect(maskText(told).text).toBe(told)
})

test('of a draft each sign of such a name but the first is a star', () => {
  const typed = 'posted to Sunniva last week'
  expect(draftOnDisk(typed, typed.length).text).toBe('posted to S****** last week')
})
