/** A number as somebody may type it, and how many of its digits any mask leaves in front. */
export interface PlantedNumber {
  readonly typed: string
  /** All of its digits, plain, without what stands between them; of an address what stands before the @. */
  readonly secret: string
  readonly shown: number
}

const PHONE = '18659862734'
const SCRIPTS = {
  fullWidth: '０１２３４５６７８９',
  circled: '⓪①②③④⑤⑥⑦⑧⑨',
  arabic: '٠١٢٣٤٥٦٧٨٩',
  devanagari: '०१२३४५६७८९',
  spoken: '洞幺两三四五六拐八勾',
  counted: '零一二三四五六七八九',
  capitals: '零壹贰叁肆伍陆柒捌玖',
}
const SEPARATORS = [
  ...[' ', '-', '.', '，', '、', '/', '\n', '·', '~', '_', '\u200b', ' - ', '。', '—'],
  ...['－', '−', '─', 'ー', '﹣', '！', '|', '>', '→', '●', ' -- '],
]

/** Every kind that is masked, in every rhythm, with every separator, prefix and script that its mask knows. */
export const plantedNumbers: readonly PlantedNumber[] = [
  ...[[3, 4, 4], [7, 4], [3, 8], [3, 3, 5], Array(11).fill(1)].flatMap((shape) =>
    SEPARATORS.map((separator) => planted(grouped(PHONE, shape, separator), PHONE, 3)),
  ),
  ...['然后', '再', '点', '+', '=', '#', '*', '&'].map((separator) =>
    planted(`电话${grouped(PHONE, [3, 4, 4], separator)}`, PHONE, 3),
  ),
  ...[
    [4, 4, 3],
    [5, 6],
    [6, 5],
  ].map((shape) => planted(`电话${grouped(PHONE, shape, ' ')}`, PHONE, 3)),
  ...['', '+86', '+86 ', '0086', '(86) ', '86-', '0'].flatMap((prefix) =>
    ['', ' '].map((separator) => {
      const code = prefix.replace(/\D/g, '')
      return planted(prefix + grouped(PHONE, [3, 4, 4], separator), code + PHONE, code.length + 3)
    }),
  ),
  ...Object.values(SCRIPTS).flatMap((digits) =>
    ['', ' ', '，'].map((separator) => planted(inScript(grouped(PHONE, [3, 4, 4], separator), digits), PHONE, 3)),
  ),
  ...['11010519491231002X', '440524188001010014'].flatMap((card) => [
    planted(card, card, 3),
    ...[' ', '-', '\n', '、'].map((separator) => planted(grouped(card, [6, 8, 4], separator), card, 3)),
    planted(inScript(card, SCRIPTS.fullWidth), card, 3),
  ]),
  ...['6222021234567890128', '4111111111111111'].flatMap((card) => [
    planted(card, card, 3),
    ...[' ', '-', '，', '/'].map((separator) => planted(grouped(card, [4, 4, 4, 4, 3], separator), card, 3)),
    planted(inScript(card, SCRIPTS.circled), card, 3),
  ]),
  ...['-', ' ', '—'].flatMap((separator) => [
    planted(grouped('01069387745', [3, 8], separator), '01069387745', 3),
    planted(grouped('075523456719', [4, 4, 4], separator), '075523456719', 4),
  ]),
  planted('+86 10 6938 7745', '861069387745', 4),
  planted('+86-755-23456719', '8675523456719', 5),
  ...[
    'zhang.san@example.com',
    'wangmin@qq.com',
    'li_4+jd@mail.example.com.cn',
    '55667788@qq.com',
    'wangmin艾特qq.com',
    'wangmin(at)qq.com',
  ].map((address) => planted(address, address.split(/@|艾特|\(at\)/)[0] ?? '', /^\d/.test(address) ? 3 : 1)),
]

function planted(typed: string, secret: string, shown: number): PlantedNumber {
  return { typed, secret, shown }
}

function grouped(digits: string, shape: readonly number[], separator: string): string {
  let passed = 0
  const groups = shape.map((length) => {
    passed += length
    return digits.slice(passed - length, passed)
  })
  return groups.filter((group) => group !== '').join(separator)
}

function inScript(text: string, digits: string): string {
  return text.replace(/\d/g, (digit) => [...digits][Number(digit)] ?? digit)
}
