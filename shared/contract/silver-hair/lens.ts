import { z } from 'zod'
import { Id, Instant } from '../values.ts'

/** Whether the call is one of silver-hair service. `dismissed`: it was proposed for this call, and is not again. */
export const Mark = z.enum(['marked', 'unmarked', 'dismissed'])
export type Mark = z.infer<typeof Mark>

/** Who came upon it: the listener, or the words of the call. */
export const MarkOrigin = z.enum(['key', 'proposed'])
export type MarkOrigin = z.infer<typeof MarkOrigin>

export const Pace = z.enum(['fits', 'too_fast', 'too_slow'])
export const Tone = z.enum(['warm', 'even', 'impatient'])
export const Volume = z.enum(['fits', 'too_low', 'too_loud'])

/** How the caller speaks. */
export const Dialect = z.enum([
  ...([
    'mandarin',
    'northeast',
    'beijing',
    'hebei',
    'shandong',
    'henan',
    'shaanxi',
    'sichuan',
    'hubei',
    'hunan',
  ] as const),
  ...(['shanghai', 'zhejiang', 'jiangsu', 'cantonese', 'minnan', 'hakka', 'other'] as const),
])
export type Dialect = z.infer<typeof Dialect>

/** Operations that touch what the caller owns: nobody does them for the caller. The database knows them too, so another one is a step there. */
export const PROPERTY_OPERATIONS = ['return', 'refund', 'price_protection', 'payment', 'credit', 'coupon'] as const
export type PropertyOperation = (typeof PROPERTY_OPERATIONS)[number]

/** What the call was about. */
export const Operation = z.enum([
  ...PROPERTY_OPERATIONS,
  ...([
    'order_status',
    'delivery',
    'appointment',
    'repair',
    'invoice',
    'account',
    'phone_help',
    'product',
    'other',
  ] as const),
])
export type Operation = z.infer<typeof Operation>

/**
 * 代客操作: how it was done. `for_caller`: by the agent in the caller's place; `guided`: by the caller, step by step; `declined`: the agent said that this one is
 * the caller's own to do; `nothing`: there was nothing to do.
 */
export const Help = z.enum(['for_caller', 'guided', 'declined', 'nothing'])
export type Help = z.infer<typeof Help>

/** 费力度: 1 without any trouble, 5 hardly managed. */
export const Effort = z.number().int().min(1).max(5)

/** What a listener says of the call, a press each; null: not said. No word that anybody typed. */
export const Answers = z.object({
  pace: Pace.nullable(),
  tone: Tone.nullable(),
  volume: Volume.nullable(),
  dialect: Dialect.nullable(),
  effort: Effort.nullable(),
  operation: Operation.nullable(),
  help: Help.nullable(),
  /** Whether the agent said so before doing it; only beside `for_caller`. */
  toldFirst: z.boolean().nullable(),
})
export type Answers = z.infer<typeof Answers>

/** One press: what one of them shall be. */
export const Press = Answers.partial().refine((press) => Object.keys(press).length === 1)
export type Press = z.infer<typeof Press>

/** How often a word of the dictionary was heard, by its id there. */
export const JargonCount = z.object({ termId: z.string().regex(/^[a-z0-9_-]{1,60}$/), count: z.number().int().min(1) })

/** The lens of a call. */
export const Lens = Answers.extend({
  callId: Id,
  mark: Mark,
  origin: MarkOrigin,
  markedAt: Instant,
  /** As its notes and its conversation were when they were counted last, the oftenest first. */
  jargon: z.array(JargonCount).readonly(),
})
export type Lens = z.infer<typeof Lens>
