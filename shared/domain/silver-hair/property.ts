import type { Answers, Operation, Press, PropertyOperation } from '../../contract/silver-hair/lens.ts'

/** The contract's list: one more there does not compile here. */
const PROPERTY: Readonly<Record<PropertyOperation, true>> = {
  ...{ return: true, refund: true, price_protection: true, payment: true, credit: true, coupon: true },
}

/** Whether it touches what the caller owns. */
export const touchesProperty = (operation: Operation): boolean => Object.hasOwn(PROPERTY, operation)

/** Never done for the caller, whoever says that it was. */
export const isForbidden = ({ operation, help }: Pick<Answers, 'operation' | 'help'>): boolean =>
  help === 'for_caller' && operation !== null && touchesProperty(operation)

export type Pressed =
  | { readonly ok: true; readonly answers: Answers }
  | { readonly ok: false; readonly code: 'touches_property'; readonly detail: { readonly operation: Operation } }
  | { readonly ok: false; readonly code: 'not_for_caller'; readonly detail: Record<string, never> }

/** What the lens says after a press; or why it may not. */
export function pressed(before: Answers, press: Press): Pressed {
  // Of a press each is there or is not said.
  const now = { ...before, ...press } as Answers
  if (press.toldFirst != null && now.help !== 'for_caller') return { ok: false, code: 'not_for_caller', detail: {} }
  if (isForbidden(now) && now.operation !== null)
    return { ok: false, code: 'touches_property', detail: { operation: now.operation } }
  return { ok: true, answers: now.help === 'for_caller' ? now : { ...now, toldFirst: null } }
}

export const NOTHING_SAID: Answers = {
  ...{ pace: null, tone: null, volume: null, dialect: null, effort: null },
  ...{ operation: null, help: null, toldFirst: null },
}
