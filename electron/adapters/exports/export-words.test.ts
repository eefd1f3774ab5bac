import { expect, test } from 'vitest'
import enFind from '../../../resources/locales/en/find.json'
import enReview from '../../../resources/locales/en/review.json'
import enTickets from '../../../resources/locales/en/tickets.json'
import zhFind from '../../../resources/locales/zh/find.json'
import zhReview from '../../../resources/locales/zh/review.json'
import zhTickets from '../../../resources/locales/zh/tickets.json'
import { exportWords } from './export-words.ts'

test.each([
  ['zh', zhTickets, zhReview, zhFind],
  ['en', enTickets, enReview, enFind],
] as const)(
  'states and priorities are called the same on the screen and in a file (%s)',
  (language, tickets, review, find) => {
    const { states, priorities } = exportWords[language]
    expect(tickets.state).toEqual(states)
    expect(find.row.ticket).toEqual(states)
    expect(tickets.priority).toEqual(priorities)
    expect(review.priority).toEqual(priorities)
  },
)
