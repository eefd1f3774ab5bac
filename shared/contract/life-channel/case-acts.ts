import { z } from 'zod'
import { LONGEST } from '../limits.ts'
import { keptText } from '../values.ts'
import { Evidence } from './danger.ts'

/** Who can take over: somebody of the house, the national line, police, ambulance. */
export const Recipient = z.enum(['contact', '12356', '110', '120'])
export type Recipient = z.infer<typeof Recipient>

/** What is looked up at once. */
export const CheckStep = z.enum(['account', 'real_name', 'orders', 'phone', 'address'])
export type CheckStep = z.infer<typeof CheckStep>

/** What became of somebody, as far as it is known. */
export const Outcome = z.enum(['safe', 'with_helpers', 'not_reached', 'no_danger', 'unknown'])
export type Outcome = z.infer<typeof Outcome>

/** One press on the card, or what was heard while it was there. What is taken back stays in the story. */
export const CaseAct = z.discriminatedUnion('what', [
  z.object({ what: z.literal('step'), step: CheckStep }),
  z.object({ what: z.literal('step_back'), step: CheckStep }),
  /** `name`: of the contact. */
  z.object({ what: z.literal('handed_over'), to: Recipient, name: keptText(LONGEST.personName).nullable() }),
  z.object({ what: z.literal('handed_back') }),
  /** A wrong alarm: counted, and the call is opened again. */
  z.object({ what: z.literal('dismissed') }),
  /** It was none after all. */
  z.object({ what: z.literal('restored') }),
  /** The call went on: another danger, a graver one, or other words of the same. The words are sealed. */
  z.object({ what: z.literal('heard'), evidence: Evidence }),
])
export type CaseAct = z.infer<typeof CaseAct>

/** Each field holds what people write in it to `LONGEST`; where several wrote, what all of them wrote is kept. */
const MOST_TEXTS = 10

/** What the crisis team needs, never masked: kept sealed, whatever characters are in it. */
export const CallerDetails = z.object({
  callback: z.string().max(MOST_TEXTS * LONGEST.callback),
  address: z.string().max(MOST_TEXTS * LONGEST.address),
  remark: z.string().max(MOST_TEXTS * LONGEST.remark),
  /** What of it was put there out of the words of the call: a wrong alarm keeps the rest alone. Left out where people wrote all of it. */
  passedOn: z.array(z.string().max(LONGEST.remark)).readonly().optional(),
})
export type CallerDetails = z.infer<typeof CallerDetails>

/** What is kept of one change: of `seen`, the fields that were changed, what stood there as far as whoever changed them saw it. Left out, each field that is there was changed. */
export const ChangedDetails = CallerDetails.partial().extend({
  seen: CallerDetails.omit({ passedOn: true }).partial().optional(),
})
