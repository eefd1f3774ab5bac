import { expect, test } from 'vitest'
import { anExportedTicket, aQuote } from '../../../test/builders/exported-ticket.ts'
import { pagesGoingOut } from './pages-going-out.ts'

const pages = [
  [anExportedTicket({ title: '甲' }, { quotes: [aQuote({ text: '乙' })], remark: '丙' })],
  [anExportedTicket({ title: '甲' }, { quotes: [aQuote({ text: '没看过' })] }), anExportedTicket({ title: '甲' })],
]

async function gone(looked: readonly string[] | null, wanted = pages) {
  let fetched = 0
  const masks = async () => {
    fetched += 1
    return (text: string) => `*${text}*`
  }
  const has = (text: string) => looked?.includes(text) ?? false
  const out: string[][] = []
  for await (const page of pagesGoingOut(wanted, { looked: looked && { has }, masks, endIfAsked: () => {} }))
    out.push(
      page.flatMap(({ ticket, quotes, remark }) => [ticket.title, ...quotes.map(({ text }) => text), remark ?? '']),
    )
  return { out, fetched }
}

test('what was looked through goes as it is, and nobody waits for masks', async () => {
  expect(await gone(['甲', '乙', '丙'], pages.slice(0, 1))).toEqual({ out: [['甲', '乙', '丙']], fetched: 0 })
})

test('of one text that was not, the masks are fetched, and it alone is masked', async () => {
  const { out, fetched } = await gone(['甲', '乙', '丙', '我的优惠券怎么用不了啊'])
  expect(out[1]).toEqual(['甲', '*没看过*', '', '甲', '我的优惠券怎么用不了啊', ''])
  expect(fetched).toBe(1)
})

test('where nothing was looked through, all of it is masked', async () => {
  expect((await gone(null)).out[0]).toEqual(['*甲*', '*乙*', '*丙*'])
})

test('whoever is asked to end stops before the next ticket', async () => {
  const asked = () => {
    throw new Error('asked')
  }
  const going = pagesGoingOut(pages, { looked: { has: () => true }, masks: async () => String, endIfAsked: asked })
  await expect(going.next()).rejects.toThrow('asked')
})
