/** Words that stand in front of «at» in sentences, and goods: nobody's address begins so. */
const NO_NAME = new RegExp(
  `^(?:${[
    'look looks looked looking is are was were be been am it its me us you them him her this that here there',
    'buy bought buying order orders ordered shop shopping shopped store sold sell sells pay paid price prices priced cheaper deal deals',
    'register registered registering sign signed login log logged account password available online open opened check checked',
    'see saw seen find found stay site page link website support service agent customer arrived arriving work works working worked',
    'down up back out in on not now only and or mail email e-mail inbox app wifi vip pro plus max mini ok phone iphone ipad mac pc tv',
    'type-c usb pdf excel word logo sku bug qq jd kg km cm mm ml vs',
  ]
    .join(' ')
    .split(' ')
    .join('|')})$`,
  'i',
)

/** Nobody's address begins with this word. */
export const isNoName = (word: string): boolean => NO_NAME.test(word)

/** Words of a sentence where a host would begin, as in: look at the dot. As the source of a pattern. */
export const NO_HOST = '(?!(?:the|a|an|this|that|my|your|each|every|some|any)\\s)'
