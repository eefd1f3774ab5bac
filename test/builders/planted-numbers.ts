import { plainDigits } from '../../shared/domain/listening/drafts/digit-runs.ts'

/** A number as somebody may type it, and how many of its digits any mask leaves in front. */
export interface PlantedNumber {
  readonly typed: string
  /** All of its digits, plain, without what stands between them; of an address what stands before the @. */
  readonly secret: string
  readonly shown: number
  /** What stands in front and is no part of it, as in ①138… */
  readonly front: string
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

/** Of money, of sums, and pictures. */
const SIGNS = ['×', '*', '+', '%', 'x', '$', '￥', '€', '☎', '★', '👍', ' × ']
/** Words for a gap, and any word twice. */
const GAPS = ['接着', '逗号', '下划线', 'dash', ' hyphen ', '，然后是', '嗯，', '空一格', '哎呀', ' oh ']

/** What people say while they read, a different word at each gap. */
const MIXED_WORDS = [
  ['完了是', '继续'],
  ['是的是的', '然后是'],
  ['前面', '尾号'],
  ['，中间是', '，尾号是'],
  ['嗯对', '，后面'],
  ['后四位是', '最后四位'],
  ['OK', '那个'],
]

/** Every kind that is masked, in every rhythm, with every separator, prefix and script that its mask knows. */
export const plantedNumbers: readonly PlantedNumber[] = [
  ...[[3, 4, 4], [7, 4], [3, 8], [3, 3, 5], Array(11).fill(1)].flatMap((shape) =>
    SEPARATORS.map((separator) => planted(grouped(PHONE, shape, separator), PHONE, 3)),
  ),
  ...['然后', '再', '点', '+', '=', '#', '*', '&'].map((separator) =>
    planted(`电话${grouped(PHONE, [3, 4, 4], separator)}`, PHONE, 3),
  ),
  ...[...SIGNS, ...GAPS].map((gap) => planted(grouped(PHONE, [3, 4, 4], gap), PHONE, 3)),
  ...[
    [3, 2, 3, 3],
    [2, 2, 2, 2, 3],
    [4, 4, 3],
    [5, 6],
    [2, 9],
    [3, 1, 3, 4],
  ].flatMap((shape) => [' ', '\u00a0'].map((separator) => planted(grouped(PHONE, shape, separator), PHONE, 3))),
  ...['-', '.', '_'].map((separator) => planted(grouped(PHONE, [3, 2, 3, 3], separator), PHONE, 3)),
  ...['①', '1号', '客户1', '(1)', '☎', '★', '×'].flatMap((front) =>
    ['', '-'].map((separator) => planted(front + grouped(PHONE, [3, 4, 4], separator), PHONE, 3, front)),
  ),
  planted(`1.${PHONE}`, PHONE, 3, '1.'),
  ...[
    [6, 5],
    [1, 10],
    [10, 1],
    [4, 4, 3],
    [2, 8, 1],
  ].flatMap((shape) => ['-', '/', '·', '，'].map((separator) => planted(grouped(PHONE, shape, separator), PHONE, 3))),
  ...[
    [4, 4, 3],
    [5, 6],
    [6, 5],
  ].map((shape) => planted(`电话${grouped(PHONE, shape, ' ')}`, PHONE, 3)),
  planted(PHONE.replace(/\d/g, '$&\ufe0f\u20e3'), PHONE, 3),
  ...['', ' ', '-'].flatMap((separator) => [
    planted(`+${grouped('14155552671', [1, 3, 3, 4], separator)}`, '14155552671', 3),
    planted(`+${grouped('85291234567', [3, 4, 4], separator)}`, '85291234567', 3),
    planted(`00${grouped('442079460958', [2, 2, 4, 4], separator)}`, '00442079460958', 4),
    planted(`+${grouped('819012345678', [2, 2, 4, 4], separator)}`, '819012345678', 3),
  ]),
  ...['座机', '固话：', '办公电话 ', 'landline '].flatMap((cue) =>
    ['', ' ', '-'].flatMap((separator) => [
      planted(cue + grouped('62345678', [4, 4], separator), '62345678', 0, cue),
      planted(cue + grouped('2345678', [3, 4], separator), '2345678', 0, cue),
    ]),
  ),
  ...['', '+86', '+86 ', '0086', '(86) ', '86-', '0', '+860', '+86(0)'].flatMap((prefix) =>
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
    ...[' ', '-', '\n', '、', '★'].map((separator) => planted(grouped(card, [6, 8, 4], separator), card, 3)),
    planted(`①${card}`, card, 3, '①'),
    planted(inScript(card, SCRIPTS.fullWidth), card, 3),
  ]),
  ...['6222021234567890128', '4111111111111111'].flatMap((card) => [
    planted(card, card, 3),
    ...[' ', '-', '，', '/', '\n', '★'].map((separator) => planted(grouped(card, [4, 4, 4, 4, 3], separator), card, 3)),
    planted(inScript(card, SCRIPTS.circled), card, 3),
  ]),
  ...MIXED_WORDS.flatMap(([one = '', other = '']) =>
    ['电话', '手机 '].map((cue) => planted(`${cue}186${one}5986${other}2734`, PHONE, 3)),
  ),
  planted('电话186完了59继续86尾号是2734', PHONE, 3),
  ...['电话', '手机号 '].map((cue) => planted(`${cue}186然后59862完了是734`, PHONE, 3)),
  ...['150.10.203.040', '199.000.011.11', '139.224.118.36'].flatMap((dotted) =>
    ['电话', '电话 ', '手机号是 '].map((cue) => planted(cue + dotted, dotted.replace(/\D/g, ''), 3)),
  ),
  ...['@', '*', ' * ', '×', '后四位是', '最后四位', '，最后四位是', '完了', '嗯嗯'].map((gap) =>
    planted(grouped('440524188001010014', [6, 8, 4], gap), '440524188001010014', 3),
  ),
  planted('44.05.24.1880.0101.0014', '440524188001010014', 3),
  ...['身份证', '身份证号：', 'ID '].flatMap((cue) => [
    planted(`${cue}440524188001010019`, '440524188001010019', 3),
    planted(`${cue}44052418800101002X`, '44052418800101002X', 3),
  ]),
  planted('身份证 720524 18809901 0019', '720524188099010019', 3),
  ...['@', '*', ' * ', '×', '+', '#'].flatMap((gap) =>
    ['', '卡号 '].map((cue) => planted(cue + grouped('4111111111111111', [4, 4, 4, 4], gap), '4111111111111111', 3)),
  ),
  ...['@', '*', '继续', '完了'].map((gap) =>
    planted(`卡号${grouped('6222021234567890128', [4, 4, 4, 4, 3], gap)}`, '6222021234567890128', 3),
  ),
  planted('6222.0212345678.90128', '6222021234567890128', 3),
  planted('378282246310005', '378282246310005', 3),
  planted('3782 822463 10005', '378282246310005', 3),
  ...['-', ' ', '—'].flatMap((separator) => [
    planted(grouped('01069387745', [3, 8], separator), '01069387745', 3),
    planted(grouped('075523456719', [4, 4, 4], separator), '075523456719', 4),
  ]),
  ...['-', ' ', '.'].flatMap((separator) => [
    planted(grouped('01069387745', [3, 2, 2, 2, 2], separator), '01069387745', 3),
    planted(grouped('057188061122', [4, 3, 5], separator), '057188061122', 4),
  ]),
  ...['', ' '].flatMap((separator) => [
    planted(`电话${grouped('69387745', [4, 4], separator)}`, '69387745', 0, '电话'),
    planted(`卡号${grouped('6225880137654417', [4, 4, 4, 4], separator)}`, '6225880137654417', 3, '卡号'),
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
    'wangmin{at}qq.com',
    'wangmin小老鼠号qq.com',
    'wangmin@@qq.com',
    'wangmin@127.0.0.1',
    'wangmin（圈a）qq.com',
    'wangmin 艾 特 qq.com',
    'wangmin at 163.com',
    'wangmin at  gmail.com',
    'wangmin在qq.com',
    'wangmin 在 qq.com',
    'wangmin在163点com',
    'wangmin 在 qq 点 com',
    'wangmin在qq dot com',
    'wangmin%40qq.com',
    'wangmin@qq点康木',
    'wangmin艾特qq点西恩',
    'wangmin@qq点 c o m',
    'zhang点san艾特163点com',
    'zhang下划线san杠li@qq.com',
    'john underscore smith at gmail dot com',
    'john dash smith@example.com',
    'zhang—san@example.com',
    'zhang——san艾特qq.com',
  ].map((address) =>
    planted(address, address.split(/@|%| ?[艾在]|[({（][a圈]| at|小老鼠/)[0] ?? '', /^\d/.test(address) ? 3 : 1),
  ),
  planted('"zhang san"@example.com', 'zhang san"', 1, '"'),
]

/** How much of a number a text tells that begins with it: its digits, or the letters of an address, up to the first star. */
export function tellsOf({ secret, front }: PlantedNumber, text: string): number {
  if (!text.startsWith(front)) return 0
  const behind = text.slice(front.length)
  const isAddress = /[a-z]/.test(secret)
  const visible = (isAddress ? behind : plainDigits(behind).replace(/[^\d*X]/g, '')).split('*')[0] ?? ''
  let same = 0
  while (same < secret.length && visible[same] === secret[same]) same++
  return same
}

function planted(typed: string, secret: string, shown: number, front = ''): PlantedNumber {
  return { typed, secret, shown, front }
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
