/** What people say for the sign between two groups, for going on, of the digits that follow, and while they read. */
const WORDS = [
  '空格 空一格 空 横杠 横线 横 短横线 短横 中横线 小横线 中划线 下划线 下横线 杠 中杠 破折号 连字符 连接符 减号 加号 点 小数点 圆点',
  '逗号 逗点 顿号 句号 冒号 分号 斜杠 斜线 星号 井号 等号 波浪号 波浪线 左括号 右括号 括号 引号 换行 停顿 停顿一下 停一下 等一下 停 隔开',
  'dash hyphen minus dot point space blank underscore slash comma colon plus',
  '然后 再 再来 接着 紧接着 接下来 接 后面 后边 后头 后 下面 之后 最后 跟着 还有 以及 加上 加 then next and',
  '打头 收尾 前六位 前八位 后六位 后八位 末八位 后七位 后八位是 前六位是 前八位是 前三位是 中间四位是 后四位是 末四位是 最后四位是 尾号是 前三个 中间四个 后四个 末四个 最后四个 中间是 最后是',
  '号码是 号码 生日 出生 出生日期 中间 前三位 中间四位 后四位 末四位 最后四位 前面 前边 尾号 末尾 尾数',
  '这是前三位 这是中间四位 这是后四位 这是后三位 这是最后四位 这是尾号 下一段 下一行 下一条 另起一行 接上条 接上文',
  '完了 完 继续 是的 对的 好的 好 没错 行 是 来 嗯 呃 额 啊 哦 唔 那个 这个 就是 对 呢 um uh er',
]
  .flatMap((words) => words.split(' '))
  .concat([
    ...[
      '等一下我看看',
      '等会儿我看看',
      '等会儿',
      ...['我翻翻', '等我翻翻', '等下我翻翻', '等一下我翻翻', '等我翻翻本子', '等我看一下', '等我找找', '稍等我看看'],
      ...['就是他', '就是她', '就是它', '后头是'],
      '我找找',
      '我找一下',
      '我想想',
      '我翻一下',
      '等我看看',
      '怎么说',
      '那啥',
      '开头',
      '怎么说呢',
      '再一个',
      '我看看',
      '我看一下',
      '等一下我看一下',
      '后面是',
      '前面是',
      '再后面是',
    ],
    ...['the last four are', 'the last four is', 'last four', 'the last three are', 'the last two are', 'last two'],
    ...'您说 你说 请说 请讲 继续说 请继续 您继续 接着说 在听 听着呢 记下了 记好了 记了吗 好了吗 先写这些 先记这些'.split(
      ' ',
    ),
    ...['after that', 'the rest is', 'and last', 'ends with', 'ending'],
  ])
/** The same, and just as well between amounts: 一共 150 收到 1200 剩下 3400. */
const OF_AMOUNTS =
  '好吗 对吧 对吗 收到 先这样 前半 后半 前半段 后半段 前一半 后一半 剩下 剩下的 其余 接上 续 cont continued'.split(' ')
/** Who reads and looks; among digits they never tell the time. */
const HESITATIONS = '嗯 呃 额 啊 哦 唔 呢 那个 这个 um uh er'.split(' ')
/** Whose turn it is, where a conversation stands in one line. */
const SPEAKERS = '坐席 客服 客户 顾客 用户 来电人 agent caller customer'.split(' ')
/** What takes back what was just said, and begins it once more. */
const CORRECTING = [
  '不对 不是 错 错了 更正 纠正 重来 重新 改成 改为 改一下 应该是 应是 口误 反了 哎 诶 欸 唉 啊不 说快了 搞混了 搞混 记混了',
  'no not sorry wait correction scratch actually rather mistake wrong again oops pardon instead over redo',
].flatMap((words) => words.split(' '))
/** What is said beside that. */
const BESIDE_CORRECTING = [
  '我 你 您 刚 刚才 刚刚 刚说 说 报 念 讲 打 记 写 听 看 搞 弄 应该 那 这 从头 从头来 一遍 一次 了 哈 呀 啦 吧 哎呀 哎哟 不好意思 抱歉 对不起 一下 等等 等 等下 会儿 找 翻 想',
  '到 倒 漏 前面 后面 前面的 后面的 前面那个 才 又 多 少 的 那段 那组 这组 中间 最后 位 我再 再说 再报 先 让我 确认 上面 写 啊',
  "it it's its i that that's is the let me start should be make said meant to oh yes yeah okay ok my bad one was please back i'll say do digits at this from that",
].flatMap((words) => words.split(' '))
const byLength = (words: readonly string[]): string[] => [...new Set(words)].sort((a, b) => b.length - a.length)
const oneOf = (words: readonly string[]): string => byLength(words).join('|')
const SIGN = '[\\s\\p{P}\\p{Cf}]'
const OF_LATIN = '(?![a-z])'
const tokenOf = (words: readonly string[]): RegExp => new RegExp(`${SIGN}{1,4}|(?:${oneOf(words)})${OF_LATIN}`, 'iuy')
/** One word, or signs, where the one before ended. */
const TOKEN = tokenOf([...WORDS, ...OF_AMOUNTS, ...SPEAKERS])
const HAS_WORD = /[^\s\p{P}\p{Cf}]/u
/** Somebody begins to take it back; of a figure these are said as well. */
const LEADING_TOKEN = tokenOf([...CORRECTING, ...BESIDE_CORRECTING.filter((word) => !/^[的位多少到]$/u.test(word))])
const CORRECTING_TOKEN = tokenOf(CORRECTING)
const ANY_TOKEN = tokenOf([...WORDS, ...OF_AMOUNTS, ...SPEAKERS, ...CORRECTING, ...BESIDE_CORRECTING])
const CORRECTS = new RegExp(`(?:${oneOf(CORRECTING)})${OF_LATIN}`, 'iu')
/** Behind one or two digits the short ones tell the time: 11点30. */
const LONG_WORDS = [...[...WORDS, ...OF_AMOUNTS].filter((word) => word.length > 1), ...HESITATIONS, ...SPEAKERS]
const LONG = new Set(LONG_WORDS)
const LONG_TOKEN = tokenOf(LONG_WORDS)
const MOST_WORDS = 5
/** Somebody rests behind the first group: 139的，5512. */
const REST = /^[的吧嘛哈呀][，,、]\s?$/u
/** The same with words behind it: 四零零嘛,然后. */
const REST_IN_FRONT = /^[的吧嘛哈呀][，,、]\s?/u
const FEWEST_DIGITS = 3

function tokenAt(token: RegExp, text: string, place: number): string | null {
  token.lastIndex = place
  return token.exec(text)?.[0] ?? null
}

/** The words of a gap; null when anything else stands in it. */
function wordsOf(gap: string, token: RegExp): string[] | null {
  const words: string[] = []
  for (let place = 0; place < gap.length; ) {
    const found = tokenAt(token, gap, place)
    if (found === null) return null
    if (HAS_WORD.test(found)) words.push(found.toLowerCase())
    place += found.length
  }
  return words
}

/** What words between two groups of digits do: the number goes on, at least where one is told, or what was said of it is taken back and said once more. */
export type SaidGap = 'goes_on' | 'goes_on_where_told' | 'corrects'

/** Whether words for a gap, and nothing else, stand between two groups, the one in front having this many digits. */
export function saidGap(gap: string, digitsBefore: number): SaidGap | null {
  const words = wordsGoingOn(gap, digitsBefore)
  if (words !== null) return isOfAmounts(gap, words) ? 'goes_on_where_told' : 'goes_on'
  return CORRECTS.test(gap) && wordsOf(gap, ANY_TOKEN) !== null ? 'corrects' : null
}

/** Null where the number does not go on. */
function wordsGoingOn(gap: string, digitsBefore: number): string[] | null {
  if (digitsBefore >= FEWEST_DIGITS && REST.test(gap)) return []
  const words = wordsOf(digitsBefore >= FEWEST_DIGITS ? gap.replace(REST_IN_FRONT, '') : gap, TOKEN)
  if (words === null || words.length === 0 || words.length > MOST_WORDS) return null
  return digitsBefore >= FEWEST_DIGITS || words.some((word) => LONG.has(word)) ? words : null
}

/** Behind a line break, and where somebody speaks, they are said of what goes on. */
const isOfAmounts = (gap: string, words: readonly string[]): boolean =>
  !gap.includes('\n') &&
  words.some((word) => OF_AMOUNTS.includes(word)) &&
  !words.some((word) => SPEAKERS.includes(word))

const begunOf = (words: readonly string[]): RegExp =>
  new RegExp(
    oneOf(words.flatMap((word) => Array.from({ length: word.length }, (_, end) => word.slice(0, end + 1)))),
    'iuy',
  )
const BEGUN = begunOf([...WORDS, ...OF_AMOUNTS, ...SPEAKERS, ...CORRECTING])
const BEGUN_LONG = begunOf([...LONG_WORDS, ...CORRECTING])
const LONGEST = 32

/** How much of such words has been typed behind a group that ends at `end`; `isHalf`: so much of a number stands there that any of them may begin. */
export function begunGapLength(text: string, end: number, digitsBefore: number, isHalf = false): number {
  const typed = text.slice(end, end + LONGEST)
  const [token, begun] = digitsBefore >= FEWEST_DIGITS ? [TOKEN, BEGUN] : [LONG_TOKEN, BEGUN_LONG]
  let place = 0
  let tokenBeside = isHalf ? LEADING_TOKEN : CORRECTING_TOKEN
  let hasWord = false
  for (let words = 0; words < MOST_WORDS && place < typed.length; words++) {
    const found = tokenAt(token, typed, place) ?? tokenAt(tokenBeside, typed, place)
    if (found === null) break
    if (CORRECTS.test(found)) tokenBeside = ANY_TOKEN
    hasWord ||= HAS_WORD.test(found)
    place += found.length
  }
  const ending = tokenAt(begun, typed, place)
  return hasWord || ending !== null ? place + (ending?.length ?? 0) : 0
}
