/** `states` of `words.json`: how somebody sounds, and what may stand beside that and tells no more. */
export interface WrittenStates {
  readonly said: string
  readonly beside: string
}

/** A sentence that says how somebody sounds and nothing else is short. */
const LONGEST = 60
const BETWEEN = /[\s,，.。;；、:：!！…~～-]+/uy

/** Whether a text says how somebody sounds, every word of it, and nothing else: no wish, no deed, nothing that they have or took. */
export type SaysStateAlone = (text: string) => boolean

export function stateAloneOf({ said, beside }: WrittenStates): SaysStateAlone {
  const states = new Set(said.split('、'))
  const words = [...states, ...beside.split('、')]
    .filter((each) => each !== '')
    .sort((one, other) => other.length - one.length)
  const word = new RegExp(words.join('|'), 'iuy')
  return (text) => {
    if (text.length > LONGEST) return false
    let hasState = false
    for (let at = 0; at < text.length; ) {
      const found = matchAt(BETWEEN, text, at) ?? matchAt(word, text, at)
      if (found === undefined || found === '') return false
      hasState ||= states.has(found.toLowerCase())
      at += found.length
    }
    return hasState
  }
}

/** The longest that stands there. */
function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0]
}
