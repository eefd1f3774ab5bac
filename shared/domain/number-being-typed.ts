/** Digits up to the caret, in groups as people type them; long enough to be most of a phone, card or identity number. */
const RUN_AT_END = /[0-9０-９](?:[ -]?[0-9０-９]){6,}$/u
const PHONE_BEGINS = /^1[3-9]/u
const LONGER_THAN_A_DATE_AND_TIME = 15

/**
 * A draft is stored while a number is still being typed: ten digits of a phone are no phone yet, so masking leaves them, and
 * they would reach the disk. Hides what stands right before the caret when it may become one; as many characters as before,
 * so the caret stays. What is finished, and what is not being typed now, is for the mask to judge.
 */
export function hideNumberBeingTyped(text: string, caret: number): string {
  const before = text.slice(0, caret)
  const run = RUN_AT_END.exec(before)?.[0]
  if (run === undefined) return text
  const digits = run.normalize('NFKC').replace(/\D/gu, '')
  if (!PHONE_BEGINS.test(digits) && digits.length < LONGER_THAN_A_DATE_AND_TIME) return text
  let seen = 0
  const hidden = run.replace(/[0-9０-９]/gu, (digit) => (++seen > 3 ? '*' : digit))
  return before.slice(0, -run.length) + hidden + text.slice(caret)
}
