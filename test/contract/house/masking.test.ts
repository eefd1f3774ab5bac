import { afterEach, beforeEach, expect, test } from 'vitest'
import { NO_RULES, obeyRules } from '../../../shared/domain/listening/masking/company-rules.ts'
import { maskText } from '../../../shared/domain/listening/masking/mask-text.ts'
import { aCall, accepted, aFolder, aNoteIn, aReadyConsole, clientOf } from '../../builders/console.ts'

const parcel = { name: '运单', pattern: 'JDV#{10-13}', examples: ['JDV0192837465'] }
const line = '单号JDV0192837465没动，订单号 298374650192'

let folder: ReturnType<typeof aFolder>
let desk: Awaited<ReturnType<typeof aReadyConsole>>
beforeEach(async () => {
  folder = aFolder()
  desk = await aReadyConsole(folder.path)
})
afterEach(async () => {
  await desk.close()
  folder.remove()
  obeyRules(NO_RULES)
})

test('there are none at first; saved ones hold at once, and again when the console is opened anew', async () => {
  const client = clientOf(desk.call)
  expect(await accepted(client.masking.rules({}))).toEqual({ rules: [], hidesOrders: false, version: 0 })
  expect(maskText(line).text).toBe(line)
  const saved = await accepted(client.masking.save({ rules: [parcel], hidesOrders: true, seenVersion: 0 }))
  expect(saved).toEqual({ rules: [parcel], hidesOrders: true, version: 1 })
  const { callId } = await aCall(client)
  expect((await aNoteIn(client, callId, 1, line)).text).toBe('单号JDV**※**没动，订单号 **※**')
  await desk.close()
  obeyRules(NO_RULES)
  desk = await aReadyConsole(folder.path)
  expect(maskText(line).text).toBe('单号JDV**※**没动，订单号 **※**')
  const back = await accepted(clientOf(desk.call).masking.save({ rules: [], hidesOrders: false, seenVersion: 1 }))
  expect(back.version).toBe(2)
  expect(maskText(line).text).toBe(line)
})

test.each([
  [
    { ...parcel, pattern: '####' },
    { fault: 'too_wide', example: null },
  ],
  [
    { ...parcel, pattern: 'JDV{' },
    { fault: 'unreadable', example: null },
  ],
  [
    { ...parcel, examples: ['JDV0192837465', 'JDV1'] },
    { fault: 'example_stands', example: 'JDV1' },
  ],
])('%j is refused, and the rules stay as they were', async (rule, found) => {
  const client = clientOf(desk.call)
  const before = await accepted(client.masking.rules({}))
  const answer = await client.masking.save({ rules: [parcel, rule], hidesOrders: true, seenVersion: null })
  expect(answer).toEqual({ ok: false, code: 'bad_rule', detail: { index: 1, ...found } })
  expect(await accepted(client.masking.rules({}))).toEqual(before)
})
