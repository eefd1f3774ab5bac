import { afterEach, beforeEach, expect, test } from 'vitest'
import { someoneListening } from '../../builders/listening.ts'
import { accepted } from '../../builders/outcomes.ts'

let desk: Awaited<ReturnType<typeof someoneListening>>
beforeEach(async () => {
  desk = await someoneListening()
})
afterEach(() => desk.close())

test.each([
  '李强',
  '李志强',
  '欧阳雅婷',
  '李志强（华东）',
  '市场部 李志强',
  '李志强 / Li Zhiqiang',
  '王小敏经理',
  '李志强 采购部',
])('whoever claims a ticket owns it by their whole name: %s', async (ownerName) => {
  const ticket = await desk.aTicket({ issueTypeId: 'coupon' })
  expect(await accepted(desk.move(ticket.id, 'claim', { ownerName }))).toMatchObject({ ownerName })
  expect(await accepted(desk.tickets.get({ ticketId: ticket.id }, desk.asker))).toMatchObject({
    ticket: { ownerName },
  })
})

test('a number beside it is hidden', async () => {
  const ticket = await desk.aTicket({ issueTypeId: 'coupon' })
  const { ownerName } = await accepted(desk.move(ticket.id, 'claim', { ownerName: '李志强 13812345678' }))
  expect(ownerName).toContain('138****5678')
})

test('whoever is told there as a customer is hidden', async () => {
  const ticket = await desk.aTicket({ issueTypeId: 'coupon' })
  const { ownerName } = await accepted(desk.move(ticket.id, 'claim', { ownerName: '收件人李志强' }))
  expect(ownerName).toBe('收件人李*')
})
