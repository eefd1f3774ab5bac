import type { TokenRun } from './token-runs.ts'
import { BORDER, type Token } from './tokens.ts'

/** From sign to sign, and to where somebody begins anew without one. */
export function clausesOf(tokens: readonly Token[]): TokenRun[] {
  const clauses: TokenRun[] = []
  let from = 0
  for (let at = 0; at <= tokens.length; at++) {
    const isSign = at === tokens.length || tokens[at]?.text === BORDER
    if (!isSign && !(at - from >= SHORTEST && beginsAnew(tokens, at))) continue
    clauses.push({ from, to: at })
    from = isSign ? at + 1 : at
  }
  return clauses
}

/** So many signs or words are a clause where no sign says so. */
const SHORTEST = 3
const HAN = /^\p{Script=Han}$/u
const SOMEBODY = /^(?:[我俺他她]|i|im|ive|he|hes|she|shes|they|my)$/u
const ALREADY = /^[已刚正现又]$/u
const AND = /^(?:and|but|now|then)$/u

/** A gap in Chinese with a clause behind it that is written as one; «我已经»; «and now he». */
function beginsAnew(tokens: readonly Token[], at: number): boolean {
  const [before, here, next] = tokens.slice(at - 1, at + 2)
  if (before === undefined || here === undefined || next === undefined) return false
  const isGap = (one: Token, other: Token) => HAN.test(one.text) && HAN.test(other.text) && other.start > one.end
  const behind = tokens.slice(at, at + SHORTEST)
  if (isGap(before, here) && behind.every((each, index) => index === 0 || each.start === behind[index - 1]?.end))
    return true
  return SOMEBODY.test(here.text) && (ALREADY.test(next.text) || AND.test(before.text))
}
