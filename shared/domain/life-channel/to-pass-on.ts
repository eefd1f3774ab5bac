import { personalDataIn } from '../listening/masking/mask-text.ts'
import type { PersonalDataKind, Span } from '../listening/masking/span.ts'

/** What a crisis team needs of what was typed or said, as it stands there. */
export interface ToPassOn {
  readonly callbacks: readonly string[]
  readonly addresses: readonly string[]
}

const DIALLED: ReadonlySet<PersonalDataKind> = new Set(['phone', 'landline'])
/** An area code, a plus, a bracket: the masks leave them, and without them nobody is reached. */
const BEFORE_NUMBER = /[\d+(（][\d+()（） -]*$/u
/** Between a part of the text and what is told beside it. */
const CLAUSE_END = /[，。！？；,!?;\n]|\. /u
/** Where an address begins to be told. */
const UP_TO_TELLING = /^.*(?:住在|家在|人在|地址(?:是|在)?|位于|在)[:： ]?/u
/** The same within what the masks hide. «住» alone begins a name as well: only behind who lives there. */
const WHO_LIVES =
  /^(?:说)?(?:[我她他]们?(?:现在)?住在?|(?<=说)住在?|(?:现在)?住在|家在|人在)[:： ]?(?=\p{Script=Han}{2})/u
/** Province, city, district: names of two signs and more, each with what it is. */
const REGION = /(?:[\p{Script=Han}]{2,8}?(?:自治区|省|市|区|县|州|盟|旗|镇|乡))+$/u
/** Town and postcode in the order of English addresses. */
const TOWN_BEHIND = /^(?:,? +[A-Z0-9][\w'’]*)+/u

/** Numbers to call back and addresses among what the masks would hide: each once, in the order in which they stand there. */
export function toPassOn(text: string): ToPassOn {
  const spans = joined(personalDataIn(text))
  const callbacks = spans.filter(({ kind }) => DIALLED.has(kind)).map((span) => numberAround(text, span))
  const addresses = spans.filter(({ kind }) => kind === 'address').map((span) => addressAround(text, span))
  return { callbacks: [...new Set(callbacks)], addresses: whole([...new Set(addresses)]) }
}

/** A postcode that its address ends with is told once. */
const whole = (addresses: readonly string[]): string[] =>
  addresses.filter((each) => !addresses.some((other) => other !== each && other.includes(each)))

/** A number that was told in pieces is one. */
function joined(spans: readonly Span[]): Span[] {
  const whole: Span[] = []
  for (const span of spans) {
    const last = whole.at(-1)
    if (span.isRest && last !== undefined) whole[whole.length - 1] = { ...last, end: span.end }
    else whole.push(span)
  }
  return whole
}

function numberAround(text: string, { start, end }: Span): string {
  const before = BEFORE_NUMBER.exec(text.slice(0, start))?.[0] ?? ''
  return `${before}${text.slice(start, end)}`.trim()
}

/** With its city and district, which the masks leave, and without what was said before it. */
function addressAround(text: string, { start, end }: Span): string {
  const before = text.slice(0, start).split(CLAUSE_END).at(-1) ?? ''
  const region = REGION.exec(before.replace(UP_TO_TELLING, ''))?.[0] ?? ''
  const behind = TOWN_BEHIND.exec(text.slice(end))?.[0] ?? ''
  return `${region}${text.slice(start, end)}${behind}`.trim().replace(WHO_LIVES, '')
}
