import { expect, test } from 'vitest'
import { expectProportion } from '../../../../test/builders/proportion.ts'
import { maskedByRules } from './mask-by-rules.ts'
import { joinTurns } from './turns.ts'

test.each([
  ['客户：幺九三\n坐席：嗯您说\n客户：三幺七二八八三四', '客户：193\n坐席：嗯您说\n客户：****8834'],
  ['客户：我报一下啊幺八零四四幺七\n坐席：嗯您说\n客户：二零九三', '客户：我报一下啊180****\n坐席：嗯您说\n客户：2093'],
  [
    '客户：幺九三四五\n坐席：收到了，麻烦您稍等一下，请继续说\n客户：三幺七二八八',
    '客户：193****\n坐席：收到了，麻烦您稍等一下，请继续说\n客户：****7288',
  ],
  // In one line, and by words for whoever it is.
  [
    'Agent: number please. Customer: oh seven four six one. Agent: mm-hm. Customer: three two nine, eight eight five',
    'Agent: number please. Customer: ****. Agent: mm-hm. Customer: ****9885',
  ],
  [
    "me: what's the number\nher: oh seven four six one\nme: mm-hm\nher: three two nine double eight five",
    "me: what's the number\nher: ****\nme: mm-hm\nher: ****9885",
  ],
  [
    '坐席：您报一下。客户：一三六七七。坐席：嗯。客户：八零二二九一。',
    '坐席：您报一下。客户：136****。坐席：嗯。客户：****2291。',
  ],
  // Whoever listens says it again.
  [
    '客户：一五零\n坐席：一五零，嗯\n客户：七七三一\n坐席：七七三一\n客户：零八四六',
    '客户：150\n坐席：****，嗯\n客户：****\n坐席：****\n客户：0846',
  ],
  [
    'Caller: one seven six, three oh five two\nAgent: uh huh\nCaller: double eight four one',
    'Caller: 176****\nAgent: uh huh\nCaller: 8841',
  ],
  ['手机是一三八\n嗯\n一二三四\n好的\n五六七八', '手机是138\n嗯\n****\n好的\n5678'],
  // Nobody's name stands in front, and whoever listens says it again.
  ['一三五\n一三五\n七七四零\n七七四零，对\n二八幺九', '135\n****\n****\n****，对\n2819'],
  ['138\n138\n2204\n2204 对\n7719', '138\n****\n****\n**** 对\n7719'],
  // How many digits that were is said behind them.
  ['这个号是幺七三，三个\n您说\n三零五五\n嗯\n八二幺六', '这个号是173，三个\n您说\n****\n嗯\n8216'],
  ['号码幺三九，三位\n好\n四四零二，四位\n嗯\n九九幺七', '号码139，三位\n好\n****，四位\n嗯\n9917'],
  // With the nought of a trunk call.
  ["it's oh seven four eight two\nyep\none oh six\nmm\nnine three five", "it's ****\nyep\n****6\nmm\n935"],
  [
    'Cust: 0771\nAgent: yep\nCust: 4 602\nAgent: go on\nCust: 318',
    'Cust: ****\nAgent: yep\nCust: ****2\nAgent: go on\nCust: 318',
  ],
  // When each line was said stands in front of it, and is no part of what is told.
  ['[00:12]我手机一三三六\n[00:15]零四八二\n[00:18]九七一', '[00:12]我手机133****2971'],
  [
    '00:12 客户：我手机1336\n00:15 坐席：嗯\n00:18 客户：0482971',
    '00:12 客户：我手机133****\n00:15 坐席：嗯\n00:18 客户：****2971',
  ],
  ['【00:31】号码是幺八七\n【00:34】零五七幺 二零九六', '【00:31】号码是187****2096'],
  [
    '(01:02:15.300) my number is oh seven nine one one\n(01:02:19.100) one two three four five six',
    '(01:02:15.300) my number is ****3456',
  ],
  ['01:02:15.300 你的验证码 1234', '01:02:15.300 你的验证码 ******'],
  ['[00:12] 价格199\n[00:15] 299\n[00:18] 399', '[00:12] 价格199\n[00:15] 299\n[00:18] 399'],
  ['[00:12]验证码\n[00:14]418084', '[00:12]验证码\n[00:14]******'],
  ['第一条备注:号码1592273\n下一条备注:4168', '第一条备注:号码159****4168'],
  // Two notes, the second of which says that it goes on with the first.
  ['Number split over two notes: 15857\n(cont.) 164029', 'Number split over two notes: 158****4029'],
  ['电话只记一半15988\n后半：203317', '电话只记一半159****3317'],
  ['手机 18802（续）\n（接上）117733', '手机 188****（续）\n（接上）****7733'],
  // Which of them it is stands in front.
  ['笔记1：电话 1325\n笔记2：接上条 7209349', '笔记1：电话 132****9349'],
  ['备注一：客户电话151-9368\n备注二：后面是7925', '备注一：客户电话151****\n备注二：后面是7925'],
  ['备注一 手机180178\n备注二 63472，两条合着看', '备注一 手机180****3472，两条合着看'],
  ['第一条：手机 1385\n第二条：5512078', '第一条：手机 138****2078'],
  ['note 1: mobile 13855\nnote 2: 512078', 'note 1: mobile 138****2078'],
  ['上一条 手机13855\n这一条 512078', '上一条 手机138****2078'],
  ['号码一半在标题150481\n正文：16775', '号码一半在标题150****6775'],
  // A line that says no more than that it goes on.
  ['号码上条写了1396\n——接上条——\n2047518', '号码上条写了139****7518'],
  ['手机一三九六\n下一段\n二零四七五一八', '手机139****7518'],
  ['手机178\n2604\n这是后四位\n9513', '手机178****9513'],
  // Whoever listens says something short of their own.
  [
    '客户：手机一三九六\n坐席：慢点我记着呀\n客户：二零四七五一八',
    '客户：手机139****\n坐席：慢点我记着呀\n客户：****7518',
  ],
  ['客户：座机零五三二\n坐席：嗯区号\n客户：八二七六一四九零', '客户：座机零五三二\n坐席：嗯区号\n客户：****1490'],
  [
    '坐席：别念验证码。客户：八八\n坐席：真别念\n客户：二六，完了',
    '坐席：别念验证码。客户：******\n坐席：真别念\n客户：******，完了',
  ],
  ['客户：一七六二一九\n坐席：六位了您继续\n客户：四零三八五', '客户：176****\n坐席：六位了您继续\n客户：****0385'],
  ['打这个吧一三五八八\n客户：稍等我看下\n客户：二零七四六九', '打这个吧135****\n客户：稍等我看下\n客户：****7469'],
  ['身份证410105\n客户：等等啊\n客户：195404\n客户：192675', '身份证410****\n客户：等等啊\n客户：****2675'],
  // Or something of their own, where the pieces together are a number of a length that is known.
  [
    '客户：一三八\n坐席：您慢慢说我拿支笔\n客户：一二三四\n坐席：七位了还差四位\n客户：五六七八',
    '客户：138\n坐席：您慢慢说我拿支笔\n客户：****\n坐席：七位了还差四位\n客户：5678',
  ],
  [
    '客户：一三八一二\n坐席：前三位一三八对吧\n客户：三四五六七八',
    '客户：138****\n坐席：前三位****对吧\n客户：****5678',
  ],
  ['客户：验证码八八\n坐席：我这边听不太清\n客户：二六一三', '客户：验证码******\n坐席：我这边听不太清\n客户：******'],
  ['坐席：微信号多少\n客户：m e i\n客户：下划线\n客户：六幺八', '坐席：微信号多少\n客户：m***'],
  ['坐席：微信报一下\n客户：zhangxiaoming', '坐席：微信报一下\n客户：z***'],
  // With a blank behind who speaks.
  [
    '客户 幺三六\n坐席 记了\n客户 六零洞八\n坐席 记了\n客户 三九四幺',
    '客户 136\n坐席 记了\n客户 ****\n坐席 记了\n客户 3941',
  ],
  // Not numbers alone.
  ['客户：校验码九幺\n坐席：请继续\n客户：五零二六', '客户：校验码******\n坐席：请继续\n客户：******'],
  ['送货车车牌皖A\n客户：B二K七一', '送货车车牌皖A*****'],
  ['坐席：您车牌是鲁B\n客户：对\n坐席：五九T零七，对吗', '坐席：您车牌是鲁B*****\n客户：对\n坐席：*****，对吗'],
  ['客户：微信号tea\n坐席：t e a\n客户：对，下划线 h z c 零三', '客户：微信号t***\n坐席：****\n客户：对，***'],
  ['客户：邮箱song y q\n坐席：嗯\n客户：艾特 幺二六 点 com', '客户：邮箱s***\n坐席：嗯\n客户：艾特 幺二六 点 com'],
  ['护照g，六零三八\n客户：二二五七这个旧的', '护照******57这个旧的'],
])('%j becomes %j', (said, masked) => {
  expect(maskedByRules(said).text).toBe(masked)
  expect(maskedByRules(masked).text).toBe(masked)
})

test.each([
  '客户：买了 138\n坐席：嗯\n客户：12 号到',
  '客户：尺码 38\n坐席：好的\n客户：39 也行，40 大了',
  '客户：尺码 38\n坐席：好的颜色呢\n客户：39 也行',
  '客户：订单号13812\n坐席：五位了您继续\n客户：345678',
  '客户：尾号1380\n坐席：那手机尾号呢\n客户：0138271',
  '客户：一共买了13812\n坐席：您再看看明细有没有写错啊\n客户：345678',
  '客户：还剩九八\n坐席：您稍等我看一下\n客户：四零八四二二，快点',
  '坐席：加您微信吧\n客户：ok thanks',
  '客户：要 138\n坐席：要几件\n客户：2 件，1234 那款',
  '坐席：订单号后四位\n客户：2288\n坐席：2288，好的\n客户：运费 12',
  '备注1：买了 138 件\n备注2：12 号到',
  '备注1：原价 1599\n备注2：现价 1299',
  '客户：原价 1599\n坐席：嗯\n客户：现在 1299\n坐席：对\n客户：差 300',
])('%j stays', (said) => {
  expect(maskedByRules(said).text).toBe(said)
})

test.each(['客户：我不想活了', '客户：帮帮我', '坐席：他还打您吗', '坐席：真的很抱歉让您久等了'])(
  'what is said between two pieces of a number stays as it was said: %s',
  (said) => {
    for (const [first, last] of [
      ['138', '00123456'],
      ['一三八', '零零一二三四五六'],
    ])
      expect(maskedByRules(`客户：${first}\n${said}\n客户：${last}`).text).toMatch(
        new RegExp(`客户：138\n${said}\n客户：\\*{4}3456`),
      )
  },
)

test('a number of several pieces is one number, and no piece of it is taken for another', () => {
  const { found, text } = maskedByRules(
    '客户：1385\n坐席：您慢慢说我拿支笔\n客户：551\n坐席：1385 551 是吧\n客户：2078',
  )
  expect([found, text]).toEqual([
    [{ kind: 'phone', count: 1 }],
    '客户：138****\n坐席：您慢慢说我拿支笔\n客户：****\n坐席：**** 是吧\n客户：2078',
  ])
})

test('a long talk takes time in proportion to its length', () => {
  expectProportion('客户：幺\n坐席：嗯嗯嗯记了了了您说\n'.repeat(40_000), joinTurns)
})

test('of a long talk no more is looked through once more than stands around what is told over its turns', () => {
  const around = '客户：说了别的\n'.repeat(200)
  const [passage, ...others] = joinTurns(`${around}客户：车牌皖A\n坐席：嗯\n客户：B二K七一\n${around}`)
  expect(others).toEqual([])
  expect(passage?.told.text).toContain('车牌皖A B二K七一')
  expect(passage?.told.text.length).toBeLessThan(400)
  expect(maskedByRules(`${around}客户：车牌皖A\n坐席：嗯\n客户：B二K七一\n${around}`).text).toBe(
    `${around}客户：车牌皖A*****\n坐席：嗯\n客户：*****\n${around}`,
  )
})
