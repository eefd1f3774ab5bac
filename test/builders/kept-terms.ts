import { v7 } from 'uuid'
import type { Client } from '../../shared/contract/contract.ts'
import { LONGEST } from '../../shared/contract/limits.ts'
import type { OwnTerm } from '../../shared/contract/silver-hair/jargon.ts'
import { accepted } from './console.ts'

/** A word of the trade that no dictionary ships. */
export const cloudCard: OwnTerm = {
  id: '01999999-0000-7000-8000-000000000001',
  words: ['云享卡', 'Cloud Card'],
  plain: '每月少付十块钱的那张卡',
  examples: ['您办的是云享卡', 'the Cloud Card renews itself'],
}

/** Two who save the house's own terms. */
export function keptTerms({ jargon }: Client) {
  return {
    first: () => jargon.save({ terms: [cloudCard], seenVersion: null }),
    second: (version = 0) => jargon.save({ terms: [], seenVersion: version }),
    stored: () => accepted(jargon.list({})),
  }
}

/** What is to be said instead of a word of the trade. */
export const plainWordsOf = (client: () => Client) => ({
  longest: LONGEST.plainWords,
  blank: 'bad_input' as const,
  send: (plain: string) => client().jargon.save({ terms: [{ ...cloudCard, id: v7(), plain }], seenVersion: null }),
  read: async () => (await accepted(client().jargon.list({}))).terms[0]?.plain,
})
