import type { Answers } from '../../../../shared/contract/silver-hair/lens.ts'

export type Question = keyof Answers

/** What each question may be answered by, in the order of the keys. */
export const OPTIONS: { readonly [Q in Question]: readonly NonNullable<Answers[Q]>[] } = {
  pace: ['fits', 'too_fast', 'too_slow'],
  tone: ['warm', 'even', 'impatient'],
  volume: ['fits', 'too_low', 'too_loud'],
  dialect: [
    ...(['mandarin', 'northeast', 'beijing', 'hebei', 'shandong', 'henan', 'shaanxi', 'sichuan', 'hubei'] as const),
    ...(['hunan', 'shanghai', 'zhejiang', 'jiangsu', 'cantonese', 'minnan', 'hakka', 'other'] as const),
  ],
  effort: [1, 2, 3, 4, 5],
  operation: [
    ...(['return', 'refund', 'price_protection', 'payment', 'credit', 'order_status', 'delivery'] as const),
    ...(['appointment', 'repair', 'invoice', 'account', 'phone_help', 'product', 'other'] as const),
    // Behind the others: their keys are in the fingers.
    ...(['coupon'] as const),
  ],
  help: ['for_caller', 'guided', 'declined', 'nothing'],
  toldFirst: [true, false],
}

/** In the order in which they are asked; the last only where something was done for the caller. */
export const questionsOf = ({ help }: Pick<Answers, 'help'>): readonly Question[] => [
  ...(['operation', 'help'] as const),
  ...(help === 'for_caller' ? (['toldFirst'] as const) : []),
  ...(['effort', 'pace', 'tone', 'volume', 'dialect'] as const),
]

/** The keys that choose: digits as far as they go. */
export const CHOOSING = '123456789abcdefgh'
