import { BORDER, type Token } from './tokens.ts'

const NOT =
  /^(?:[不没未无别莫冇唔]|not|no|never|dont|doesnt|didnt|isnt|arent|wasnt|werent|havent|hasnt|hadnt|wont|wouldnt|cant|couldnt|shouldnt|aint|nobody|denies|denied|deny|without|nothing|none|nor|neither|cannot)$/u
/** 否认 is one «not» in two signs. */
const isDenying = (token: Token | undefined, next: Token | undefined): boolean =>
  token?.text === '否' && next?.text === '认'
/** Somebody turns to something else, or begins anew. */
const TURNS = /^(?:[但却我]|but|though|although|because|cos|so|i|im|ive)$/u
/** So many signs or words behind a «not» may be what it denies. */
const REACH = 8

/** Which tokens stand behind a «not» of their clause: 1 where they do. */
export function deniedIn(tokens: readonly Token[]): Uint8Array {
  const denied = new Uint8Array(tokens.length)
  let left = 0
  for (const [at, token] of tokens.entries()) {
    const isNot = NOT.test(token.text) || isDenying(token, tokens[at + 1])
    if (token.text === BORDER || (left < REACH - 1 && TURNS.test(token.text))) left = 0
    if (left > 0 && !isNot) denied[at] = 1
    left = isNot ? REACH : Math.max(0, left - 1)
  }
  return denied
}
