const DIGITS: Readonly<Record<string, number>> = {
  ...{ 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 },
  ...{
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    a: 1,
    an: 1,
  },
}

/** A number as digits, as a word, or as 一 to 九十九; for a pattern. */
export const NUMBER =
  '(?:\\d{1,3}(?:\\.5)?|[零〇一二两三四五六七八九十]{1,3}|\\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|an?)\\b)'

/** What `NUMBER` found. */
export function numberOf(text: string): number {
  if (/^\d/.test(text)) return Number(text)
  const known = DIGITS[text]
  if (known !== undefined) return known
  const [tens = '', ones = ''] = text.split('十')
  if (text.includes('十')) return (tens === '' ? 1 : (DIGITS[tens] ?? 0)) * 10 + (ones === '' ? 0 : (DIGITS[ones] ?? 0))
  return Number([...text].map((each) => DIGITS[each] ?? 0).join(''))
}
