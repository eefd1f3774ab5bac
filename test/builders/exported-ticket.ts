import { v7 } from 'uuid'
import { type GoingOut, goingOut } from '../../electron/adapters/exports/masked-going-out.ts'

import type { Quote, Ticket } from '../../shared/contract/tickets/tickets.ts'
import type { ExportedTicket } from '../../shared/domain/exports/exported-ticket.ts'
import { maskedByRules } from '../../shared/domain/listening/masking/mask-by-rules.ts'

/** A quote at 02:14 of call 3, which has an order-like reference of 18 digits. */
export const aQuote = (change: Partial<Quote> = {}): Quote => ({
  noteId: v7(),
  kind: 'voice',
  text: '我的优惠券怎么用不了啊',
  offsetMs: 134_000,
  callId: '01990000-0000-7000-8000-000000000003',
  callNumber: 3,
  callReference: '330100199001011234',
  heardAt: '2026-09-18T01:02:14.000Z',
  heardBy: '李静',
  ...change,
})

/** A coupon ticket of the logistics department, opened Friday 2026-09-18 09:05 in Shanghai. */
export function anExportedTicket(
  ticket: Partial<Ticket> = {},
  change: Partial<Omit<ExportedTicket, 'ticket'>> = {},
): ExportedTicket {
  const quotes = change.quotes ?? [aQuote()]
  return {
    ticket: {
      id: v7(),
      number: 7,
      title: '优惠券用不了',
      issueTypeId: 'coupon',
      priority: 2,
      state: 'in_progress',
      department: '物流部',
      ownerName: '王敏',
      openedAt: '2026-09-18T01:05:30.500Z',
      dueAt: '2026-09-18T06:35:00.000Z',
      answerBy: null,
      pausedAt: null,
      pausedWorkingMs: 0,
      closedAt: null,
      quoteCount: quotes.length,
      version: 0,
      ...ticket,
    },
    limit: { amount: 4, unit: 'hours' },
    issueTypeNameZh: '优惠券',
    issueTypeNameEn: 'Coupon',
    remark: null,
    isSilverHair: false,
    ...change,
    quotes,
  }
}

/** As a writer gets them: masked, fifty to a page. */
export async function* goingOutInPages(rows: Iterable<ExportedTicket>): AsyncGenerator<readonly GoingOut[]> {
  let page: GoingOut[] = []
  for (const row of rows) {
    page.push(goingOut(row, (text) => maskedByRules(text).text))
    if (page.length < 50) continue
    yield page
    page = []
  }
  if (page.length > 0) yield page
}
