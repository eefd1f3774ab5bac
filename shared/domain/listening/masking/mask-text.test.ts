import { describe, expect, test } from 'vitest'
import { expectProportion } from '../../../../test/builders/proportion.ts'
import { isWhole } from '../../../../test/builders/some-of.ts'
import { maskByRules } from './mask-by-rules.ts'
import { maskReference } from './mask-reference.ts'
import { maskText } from './mask-text.ts'

const masked = (text: string): string => maskText(text).text

describe('a customer’s sentence', () => {
  test('everything personal is masked, and counted without being named', () => {
    const text =
      '张女士 13812345678，备用 139-1234-5678，身份证 11010519491231002X，退款到 6222 0212 3456 7890 128，邮箱 zhang.li@example.com，座机 010-62345678'
    expect(maskText(text)).toEqual({
      text: '张女士 138****5678，备用 139****5678，身份证 110***********002X，退款到 ****0128，邮箱 z***@example.com，座机 010-****5678',
      found: [
        { kind: 'email', count: 1 },
        { kind: 'id_card', count: 1 },
        { kind: 'bank_card', count: 1 },
        { kind: 'phone', count: 2 },
        { kind: 'landline', count: 1 },
      ],
    })
  })

  test.each([
    '买了 3 箱，每箱 129.90 元，满 300 减 40，2026-11-21 10:30 下单',
    '券码 2026112110300001，订单号 202611210900000001，通话 CALL-20261121-000123',
    '工单 ES-000123，会话 01939c3e-7b2a-7000-8000-138123456789',
    '会话 0193a138-1234-7678-8abc-def012345678',
    '等了 2 小时 15 分，客服说 7×24 小时，12356、110、95118 都打过',
    '一二三四五六七八九十，三心二意，一九九八年买的',
    '1、3、5、7、9、11、13、15 层都没有电梯',
    '@客服 请看，价格 1500 2000 300',
    '下午3点1380元，13点30到，1599+1899=3498，2*1380',
    '订单号 202611220000123456，SKU 1381-2345-678、13812-345678',
    '三样分别是 156.80、23.50、15.00，一共 195.3',
    '¥138.12 ¥34.56 ¥78.90',
    '套餐 139 1399 2399，有199、1299、1399三档，158 1688 1888 元',
    '编号 4111 1111\n1111 1111、尺寸 138*1234*5678 毫米',
    '',
  ])('«%s» has nothing to hide', (text) => {
    expect(maskText(text)).toEqual({ text, found: [] })
  })

  test('what stands beside personal data stays', () => {
    expect(masked('2026-11-21 13812345678 100元')).toBe('2026-11-21 138****5678 100元')
    expect(masked('138 6222021234567890128 12345678')).toBe('138 ****0128 12345678')
    expect(masked('**13812345678**')).toBe('**138****5678**')
  })

  test('behind ids, and between them, personal data is found all the same', () => {
    const [one, other] = ['0193a138-1234-7678-8abc-def012345678', '01939c3e-7b2a-7000-8000-138123456789']
    expect(masked(`${one} 13812345678，${other} 13912345678`)).toBe(`${one} 138****5678，${other} 139****5678`)
  })

  test('numbers read out digit by digit, also by three people at once', () => {
    expect(maskText('电话幺三八零零幺三八零零零，微信一三九，一二三四，五六七八')).toEqual({
      text: '电话138****8000，微信139****5678',
      found: [{ kind: 'phone', count: 2 }],
    })
  })
})

test('of a reference of the call system a phone is masked, and what only looks like a card stays', () => {
  expect(maskReference('CALL-13812345678')).toBe('CALL-138****5678')
  expect(maskReference('6222021234567890128')).toBe('6222021234567890128')
  expect(maskReference('卡6222021001123456789')).toBe('卡****6789')
  expect(maskReference('card 6222 0210 0112 3456 789')).toBe('card ****6789')
  expect(maskReference('沪A·D77291')).toBe('沪A*****')
  expect(maskReference('护照E12345678')).toBe('护照******78')
  expect(maskReference('工单 6222021234567890128')).toBe('工单 6222021234567890128')
  expect(maskReference('收件人王小明')).toBe('收件人王*')
  expect(maskReference('住锦绣路1288弄18号')).toBe('***')
  expect(maskReference('wx:lanlan0317')).toBe('wx:l***')
  expect(maskReference('order: 4403912837465012')).toBe('order: 4403912837465012')
  expect(maskReference('客诉-20261130-0017')).toBe('客诉-20261130-0017')
})

describe('the caret stays at its words', () => {
  test.each([
    ['|电话13812345678好', '|电话138****5678好'],
    ['电话|13812345678好', '电话|138****5678好'],
    ['电话1381|2345678好', '电话138****5678|好'],
    ['电话13812345678|好', '电话138****5678|好'],
    ['电话+86 138 1234 5678好|', '电话+86 138****5678好|'],
    ['卡6222021234567890128，电话幺三八零零幺三八零零零，谢|谢', '卡****0128，电话138****8000，谢|谢'],
    ['13812|345678，13912345678', '138****5678|，139****5678'],
    ['邮箱zhang@example|.com', '邮箱z***@example|.com'],
    ['没有|号码😀', '没有|号码😀'],
    ['13812345678，13912345678，再|打13712345678', '138****5678，139****5678，再|打137****5678'],
    ['电话13812345678，13912345678，|', '电话138****5678，139****5678，|'],
    ['电话𝟏𝟑𝟖𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖|好', '电话138****5678|好'],
    ['电话13812345678😀|好', '电话138****5678😀|好'],
  ])('%s → %s', (before, after) => {
    const caret = before.indexOf('|')
    const result = maskByRules(before.replace('|', ''), caret)
    expect(`${result.text.slice(0, result.caret)}|${result.text.slice(result.caret)}`).toBe(after)
  })
})

describe('masking a masked text changes nothing', () => {
  const pieces = [
    ...['13812345678', '138 1234 5678', '8613912345678', '0086 13712345678', '11010519491231002X', '110105491231002'],
    ...['6222021234567890128', '4111 1111 1111 1111', '4111', '1111', '138', '1234', '5678', '86', '0', '1', '9', '21'],
    ...['电话', '卡号', '然后', '点', '+', '=', '#', '&', '艾特', '(at)', '[at', '13812345678139', '12345678'],
    ...['a@b.com', '13812345678@139.com', 'x@13812345678.com', '@', '010-62345678', '0755 2345', '****', '***', '*'],
    ...[
      '幺三八',
      '零零幺三八零零零',
      '八六',
      '五',
      '１３８１２３４５６７８',
      '＠',
      'X',
      'x',
      'a',
      '买',
      '，',
      '、',
      '.',
    ],
    ...['①', '客户', '×', '★', '嗯', '小老鼠', '{at}', '127.0.0.1', '1.', '17951', '378282246310005', '138 12 345 678'],
    ...[' ', ' ', '-', '(', '）', '\n', '\u200b', '01939c3e-7b2a-7000-8000-138123456789', '-', 'abcd', '元'],
  ]

  test.each(['138 123 8613812345678', '138 12 34 567 8901@x.com', '138****5678 138 1234 5678'])('%s', (text) => {
    const once = masked(text)
    expect(maskText(once)).toEqual({ text: once, found: [] })
  })

  test('for many texts made of everything that could confuse it', () => {
    const random = seededRandom(20261121)
    for (let round = 0; round < (isWhole ? 5_000 : 1_000); round++) {
      const length = 1 + Math.floor(random() * 14)
      const text = Array.from({ length }, () => pieces[Math.floor(random() * pieces.length)]).join('')
      const once = masked(text)
      expect({ text, once: maskText(once) }).toEqual({ text, once: { text: once, found: [] } })
    }
  })
})

/**
 * Compares the processor's work for one text with that for eight texts of an eighth of its length: linear is 1, quadratic 8.
 * Equal amounts, processor time and the least of a few runs, the first that is plainly linear being enough: a busy machine does not matter.
 */
describe('a hostile text costs no more than its length', () => {
  // The shorter pair first: it fails within seconds where the longer one would take minutes.
  const lengths = isWhole ? [24_000, 96_000] : [40_000]

  test.each([
    ['digits without end', '1'],
    ['single digits', '1 '],
    ['phones that never end', '138 1234 567 '],
    ['cards that fail', '6222-'],
    ['only at signs', '@'],
    ['addresses without a domain', 'a@'],
    ['one endless local part', 'aaaaaaaa'],
    ['domains without an end', 'a@b.'],
    ['spoken digits', '一 '],
    ['ids cut short', '01939c3e-7b2a-'],
    ['stars', '*1'],
    ['separators', '1 - '],
    ['phones only', '13812345678 '],
    ['phones glued', '13812345678'],
    ['a list', '1.13812345678\n'],
    ['words for gaps', '138，然后，'],
    ['any word twice', '138嗯1234嗯'],
    ['counting signs', '①1'],
    ['at signs in words', 'a at b dot '],
    ['signs that are said', 'a点'],
    ['letters that are said', 'a '],
    ['quotation marks', '"a'],
    ['codes of countries', '+852 9123 '],
    ['landlines', '座机6234 '],
    ['passwords without an end', 'pw.'],
    ['a list of people', '我叫王伟，李娜，'],
    ['hosts that are told', 'a 点 at b 点 '],
    ['dashes behind an at', '点 at ----'],
    ['dashes that are said behind an at', 'abc 圈a横杠横杠横杠横杠横杠横杠横杠横杠横杠横杠横杠横杠 点'],
    ['corrections', '1381 不对 '],
    ['plates', 'car AB1 '],
    ['words that are spelled', 'S I O '],
    ['families told apart', '弓长张，张'],
    ['signs explained', '名字念书的念，'],
    ['lines of one digit', '1 1\n'],
    ['columns', '姓名|a\n'],
    ['names only', '张志强'],
    ['signs of names that never end', '王晓明丽华'],
    ['names by their sounds', '阿卜杜买买提'],
    ['names of Japan', '田中健'],
    ['names in letters', 'Peyami Tazegül '],
    ['letters for names', 'J. '],
    ['streets behind districts', '福田区景田北六街'],
    ['ways home', '住在东路'],
    ['parts of a place', '朝阳区A路，'],
    ['houses by name', 'Rose Cottage, '],
    ['dots between groups', '917 ... '],
    ['codes that were told', '让我念12'],
  ])('%s', (_name, piece) => {
    for (const length of lengths) expectProportion(`${piece.repeat(length / piece.length)}@`, maskText)
  })

  test.each([
    ['bars behind numbers', '三个五', '|'],
    ['words without a blank behind a postcode', "SW1A 1AA l'", "l'"],
    ['names behind signs explained', '名字念书的念，', '于得水，'],
    ['spellings behind the words', 'SIO ', 'S I O '],
  ])('one row behind another: %s', (_name, first, second) => {
    const text = (length: number): string =>
      `${first.repeat(length / 2 / first.length)}${second.repeat(length / 2 / second.length)}`
    for (const length of lengths) expectProportion(text(length), maskText, text(length / 8))
  })

  test.each(['王', '区', '阿', '的', 'J', '路'])('one sign without end: %s', (sign) => {
    expectProportion(sign.repeat(200_000), maskText)
  })

  test.each(['1', '0123456789', '8'])('a file of digits: %s', (piece) => {
    for (const length of [96_000, 800_000]) expectProportion(piece.repeat(length / piece.length), maskText)
  })
})

/** Mulberry32: the same texts in every run. */
function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

test.each([
  ['密码是二零四八一六', '密码是******'],
  ['密码 Qwe12388', '密码 ******'],
  ['pin two zero four eight', 'pin ******'],
  ['码是 3391，短信里的', '码是 ******，短信里的'],
  ['加我企微吧 wl_zhou8812', '加我企微吧 w***'],
  ['telegram @kev_harlow', 'telegram @k***'],
  ['my password is Qwe12388.', 'my password is ******.'],
  ['密码是 Qwe@12388', '密码是 ******'],
  ['密码：wang_1988', '密码：******'],
  ['密码改成 Qwe12388', '密码改成 ******'],
  ['密码是 123456789', '密码是 ******'],
  ['卡号=6212261309048275139；户名=钱立新', '卡号=****5139；户名=钱*'],
  ['收件信息：何美玲，代收人：马建军；', '收件信息：何*，代收人：马*；'],
  ['[姓名]唐国强', '[姓名]唐*'],
  ['name=Daniel Whitlock; (a) name Li Xiaoming', 'name=D*; (a) name L*'],
  ['微信号是（wxid_7k2m9qf40t）', '微信号是（w***）'],
  ['Home-return permit H08264719 is not accepted', 'Home-return permit *******19 is not accepted'],
  ['Travel permit to Hong Kong and Macau: C62840917', 'Travel permit to Hong Kong and Macau: *******17'],
  ['锦江区东大街芷泉段68号2栋2203', '锦江区***'],
  ['四四零一零六，一九七七，零九零三，二二六，艾克斯', '440***********226X'],
  ['三三零一零八，一九八六零二一四，三一三，最后是个叉', '330***********313X'],
  ['the code they texted me is seven three oh, two six four', 'the code they texted me is ******'],
  ['先报前七位一三九五七一零，等一下我看看，后面是四八三六', '先报前七位139****4836'],
  ['護照號碼318472059，台灣護照', '護照號碼******59，台灣護照'],
  ['回鄉證號碼 H04829137', '回鄉證號碼 *******37'],
  ['驗證碼 739 204，講咗出嚟', '驗證碼 ******，講咗出嚟'],
  ['收貨人蔡孟潔，改成她先生', '收貨人蔡*，改成她先生'],
  ['我係陳嘉豪，嘉賓嘅嘉', '我係陳*，嘉賓嘅嘉'],
  ['recipient Amanda Cole, ph', 'recipient A*, ph'],
  ['Consignee Tomás Herrera', 'Consignee T*'],
  ['code was 90 41 27,expired', 'code was ******,expired'],
  ['社保号 310228199511062418', '社保号 310***********2418'],
  ['微信搜 hezq-0715', '微信搜 h***'],
  ['小红书号 94827163', '小红书号 9***'],
  ['短信里是 620917 这个码', '短信里是 ****** 这个码'],
  ['卡 6225 7583 1029 4471 招行', '卡 ****4471 招行'],
])(
  'what opens something, names at apps and numbers of other cards are masked as they are said plainly: %s',
  (typed, masked) => {
    expect(maskText(typed).text).toBe(masked)
  },
)

test.each([
  '密码是6位的，我设了8位',
  '密码是错的，试了 3 次',
  '密码错误 3 次就锁了',
  '券码是 2026 年的',
  'pin 4 screws into the board',
  'pin the label on 20 boxes',
  '密码 iphone 也输不进',
  '短信里说是 2026 年的活动',
  '短信里写的是 1980 元',
  'my name is mud here he joked',
  '電話打咗3次，樓下等咗20分鐘',
  '單號未有，訂單係 2026 年嘅',
  '文件 file name Daily Report 打不开',
  '商品 product name Galaxy Tab',
  '收件信息：已改',
  '户名=不一致',
  '[姓名]没填',
  '短信里写的是 100000 积分到账',
  '短信里说是 400000 人参加',
  '短信里说是 128000 分期',
  '短信写的是 202611 期',
  '订单信息是 620917，没发货',
  '微信搜 iphone 也搜不到',
  '小红书号称 100000 人在用',
])('words beside them stay: %s', (typed) => {
  expect(maskText(typed).text).toBe(typed)
})
