type Language = 'zh' | 'en'

/** Two halves of a pseudonym. Trees and weather: nothing that is sold here, nothing that praises or blames. */
const HALVES: Readonly<Record<Language, readonly [readonly string[], readonly string[]]>> = {
  zh: [
    [...'青翠碧素清晨晴朗夏秋冬云雪霜雨风朔星溪岚江湖屿岭谷野远静幽暖初安'],
    [...'松柏竹兰梅荷桂枫杉榕柳桐槐杨樟楠桦栎梧榆椿榉檀桑栾楝柘菊苇蒲蕨藤'],
  ],
  en: [
    (
      'Amber Autumn Azure Bright Calm Clear Cloud Coral Dawn Dew Dusk East Fern Frost Gentle Golden ' +
      'Green Harbor Hill Island Ivory Lake Meadow Mild Misty Moon North Quiet River Silver Spring West'
    ).split(' '),
    (
      'Cedar Pine Oak Maple Willow Elm Ash Birch Beech Alder Aspen Cypress Fir Hazel Hemlock Holly ' +
      'Juniper Larch Laurel Linden Locust Magnolia Myrtle Olive Poplar Rowan Spruce Sycamore Tamarack Yew Bamboo Orchid'
    ).split(' '),
  ],
}

const HALF = 32

/** So many pseudonyms; more agents than that in one day get a number behind theirs. */
export const PSEUDONYMS = HALF * HALF

const HEADS = { zh: '坐席·', en: 'Agent ' } as const

const wordOf = (index: number, language: Language): string => {
  const [firsts, seconds] = HALVES[language]
  const between = language === 'zh' ? '' : ' '
  return `${firsts[Math.floor(index / HALF)]}${between}${seconds[index % HALF]}`
}

/** «坐席·青松», «Agent Amber Cedar»: what an agent is called on one day. The same place is the same agent in both languages. */
export function pseudonymOf(place: number, language: Language): string {
  const round = Math.floor(place / PSEUDONYMS)
  const word = wordOf(place % PSEUDONYMS, language)
  return `${HEADS[language]}${word}${round === 0 ? '' : ` ${round + 1}`}`
}

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

const WORDS = {
  zh: new Set(Array.from({ length: PSEUDONYMS }, (_, index) => wordOf(index, 'zh'))),
  en: new Set(Array.from({ length: PSEUDONYMS }, (_, index) => plain(wordOf(index, 'en')))),
}

const LED_ZH = /(?:坐席|座席|客服)(\p{Script=Han}{2})/gu
const LED_EN = /agent([a-z]+)/g

/**
 * Whether somebody looks for an agent: a pseudonym, however it is written («坐席·青松», «青松», «agent amber cedar»), alone or beside other words.
 * Such a question would gather what one agent did, and is not answered.
 */
export function namesAgent(text: string): boolean {
  const whole = plain(text)
  const tokens = text.split(/[\s,，、;；·]+/u).map(plain)
  if (WORDS.zh.has(whole) || tokens.some((token) => WORDS.zh.has(token))) return true
  if ([...whole.matchAll(LED_ZH)].some(([, word = '']) => WORDS.zh.has(word))) return true
  const pairs = tokens.map((token, index) => `${token}${tokens[index + 1] ?? ''}`)
  if (WORDS.en.has(whole) || pairs.some((pair) => WORDS.en.has(pair))) return true
  return [...whole.matchAll(LED_EN)].some(([, rest = '']) => [...WORDS.en].some((word) => rest.startsWith(word)))
}
