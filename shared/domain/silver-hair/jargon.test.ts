import { expect, test } from 'vitest'
import type { HeardLine } from '../life-channel/danger.ts'
import { countJargon, jargonIn } from './jargon.ts'
import { openLensWords } from './open-words.ts'
import { dictionaryOf } from './own-terms.ts'

const dictionary = dictionaryOf((await openLensWords()).terms, [])
const counted = (...lines: [HeardLine['speaker'], string][]) =>
  Object.fromEntries(
    countJargon(
      lines.map(([speaker, text]) => ({ speaker, text })),
      dictionary,
    ).map(({ termId, count }) => [termId, count]),
  )

test('the dictionary has words in both languages, and plainer ones that are no jargon themselves', () => {
  const terms = [...dictionary.terms.values()]
  expect(terms.length).toBeGreaterThanOrEqual(200)
  for (const { id, zh, en, plainZh, plainEn } of terms) {
    expect([zh.length > 0, en.length > 0], id).toEqual([true, true])
    expect(
      [...jargonIn(plainZh, dictionary), ...jargonIn(plainEn, dictionary)].map(({ termId }) => termId),
      `${id}: ${plainZh}, ${plainEn}`,
    ).toEqual([])
  }
})

test('the longest word stands, and Latin words stand by themselves', () => {
  expect(jargonIn('退货运费险和SKU号', dictionary).map(({ termId }) => termId)).toEqual(['freight_insurance', 'sku'])
  expect(jargonIn('happy skunk', dictionary)).toEqual([])
  expect(jargonIn('two SKUs, the app', dictionary).map(({ termId }) => termId)).toEqual(['sku', 'app'])
})

test('everyday words of the trade are known in both languages, in each form in which they are said', () => {
  const found = (text: string) => jargonIn(text, dictionary).map(({ termId }) => termId)
  expect(found('按SOP先核验，再二维码登录，审核通过就派单')).toEqual([
    ...(['sop', 'verify_person', 'qr_code', 'log_in', 'review_pending', 'dispatch'] as const),
  ])
  expect(found('these two cannot be stacked; I escalated it, the ETA is Friday, the RMA comes by SMS')).toEqual([
    ...(['stack_discount', 'escalate', 'eta', 'return_number', 'sms'] as const),
  ])
  // Two things are joined without any bank card.
  expect(found('手机号和账号绑定一下')).toEqual(['account_link'])
  expect(found('先绑定银行卡')).toEqual(['account_bind'])
  // What people say of other things is none of them.
  expect(found('the chairs were delivered, he brought a robot, it took two days')).toEqual([])
})

test('of a conversation only what the agent said counts; where nobody knows who speaks, nothing', () => {
  expect(counted(['agent', '您申请价保'], ['customer', '什么是价保'], ['unknown', '价保'])).toEqual({
    price_protection: 1,
  })
})

test('of a note only what it quotes of the agent counts, up to where somebody else speaks', () => {
  expect(counted(['listener', '想要价保'])).toEqual({})
  expect(counted(['listener', '坐席说走逆向物流，运费险会赔，客户说什么是价保'])).toEqual({
    freight_insurance: 1,
    reverse_logistics: 1,
  })
  expect(counted(['listener', 'agent said use the trade-in. Customer asked what a trade-in is'])).toEqual({
    trade_in: 1,
  })
})

test('what was said in the conversation and noted as well was said once', () => {
  expect(counted(['agent', '价保，价保'], ['listener', '坐席：价保'])).toEqual({ price_protection: 2 })
})
