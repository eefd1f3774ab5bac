import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Client } from '../../../shared/contract/contract.ts'
import { NO_RULES, obeyRules } from '../../../shared/domain/listening/masking/company-rules.ts'
import { aCall, accepted, aNoteIn } from '../../builders/console.ts'
import { aConsoleWithShare } from '../../builders/console-with-share.ts'
import { patience } from '../../builders/patience.ts'
import { sendAgain } from '../../builders/settled-export.ts'

const parcel = { name: '运单', pattern: 'JDV#{10-13}', examples: ['JDV0192837465'] }
const rules = { rules: [parcel], hidesOrders: false, seenVersion: 0 }

let share: string
let data: string
let client: Client
let close: () => Promise<void>
beforeEach(async () => {
  ;({ share, data, client, close } = await aConsoleWithShare())
  const { callId } = await aCall(client)
  const { id } = await aNoteIn(client, callId, 1, '单号JDV0192837465没动')
  const ticket = { title: '运单JDV0192837465', issueTypeId: 'coupon', priority: 2, department: '物流部' } as const
  await accepted(client.tickets.open({ ...ticket, noteIds: [id] }))
})
afterEach(async () => {
  await close()
  obeyRules(NO_RULES)
})

const exported = () =>
  accepted(
    client.exports.start({
      selection: { by: 'range', range: 'all' },
      scope: '全部',
      language: 'zh',
      formats: ['csv'],
      folder: share,
    }),
  )
async function delivered() {
  await vi.waitFor(async () => {
    expect(await accepted(client.exports.list({ limit: 1 }))).toMatchObject([{ state: 'delivered' }])
  }, patience)
  const [file] = await accepted(client.exports.list({ limit: 1 }))
  return readFileSync(join(share, file?.fileName ?? ''), 'utf8')
}

test('what was written before the company had its rule is masked by it in a file', async () => {
  await accepted(client.masking.save(rules))
  await exported()
  const text = await delivered()
  expect(text).toContain('JDV**※**')
  expect(text).not.toContain('0192837465')
})

test('a file is masked by the rule as it stands where its words are read, also where nobody here heard of it yet', async () => {
  await accepted(client.masking.save(rules))
  obeyRules(NO_RULES)
  await exported()
  expect(await delivered()).not.toContain('0192837465')
})

test('a file that waits for its folder as the rule is made goes out by it', async () => {
  rmSync(share, { recursive: true })
  await exported()
  const ledger = () => accepted(client.exports.list({ limit: 1 }))
  await vi.waitFor(async () => expect(await ledger()).toMatchObject([{ state: 'waiting' }]), patience)
  const [before] = await ledger()
  const bytes = () => readFileSync(join(data, 'outbox', `${before?.id}.csv`), 'utf8')
  expect(bytes()).toContain('0192837465')
  await accepted(client.masking.save(rules))
  await vi.waitFor(async () => {
    expect(await ledger()).toMatchObject([{ state: 'waiting' }])
    expect(bytes()).not.toContain('0192837465')
  }, patience)
  mkdirSync(share)
  await sendAgain(client, before?.id ?? '')
  expect(await delivered()).toContain('JDV**※**')
})
