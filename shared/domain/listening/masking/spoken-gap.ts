/** What people say for the sign between two groups, for going on, of the digits that follow, and while they read. */
const WORDS = [
  '空格 空一格 空 横杠 横线 横 短横线 短横 中横线 小横线 中划线 下划线 下横线 杠 中杠 破折号 连字符 连接符 减号 加号 点 小数点 圆点',
  '逗号 逗点 顿号 句号 冒号 分号 斜杠 斜线 星号 井号 等号 波浪号 波浪线 左括号 右括号 括号 引号 换行 停顿 停顿一下 停一下 等一下 停 隔开',
  'dash hyphen minus dot point space blank underscore slash comma colon plus',
  '然后 再 再来 接着 紧接着 接下来 接 后面 后边 后 下面 之后 最后 跟着 还有 以及 加上 加 then next and',
  '前三位是 中间四位是 后四位是 末四位是 最后四位是 尾号是 前三个 中间四个 后四个 末四个 最后四个 中间是 最后是',
  '号码是 号码 生日 出生 出生日期 中间 前三位 中间四位 后四位 末四位 最后四位 前面 前边 尾号 末尾 尾数',
  '完了 完 继续 是的 对的 好的 好 没错 行 是 来 嗯 呃 额 啊 哦 唔 那个 这个 就是 对 呢 um uh er',
]
  .flatMap((words) => words.split(' '))
  .concat([
    ...['等一下我看看', '我看看', '我看一下', '等一下我看一下', '后面是', '前面是', '再后面是'],
    ...['the last four are', 'the last four is', 'last four', 'the last three are', 'the last two are', 'last two'],
    ...['after that', 'the rest is', 'and last', 'ends with', 'ending'],
  ])
const oneOf = (words: readonly string[]): string => [...words].sort((a, b) => b.length - a.length).join('|')
const SIGN = '[\\s\\p{P}\\p{Cf}]'
const gapOf = (words: readonly string[]): string => `${SIGN}{0,2}(?:(?:${oneOf(words)})${SIGN}{0,2})`
const GAP = new RegExp(`^${gapOf(WORDS)}{1,3}$`, 'iu')
const begunOf = (words: readonly string[]): RegExp => {
  const begun = words.flatMap((word) => Array.from({ length: word.length - 1 }, (_, index) => word.slice(0, index + 1)))
  return new RegExp(`^${gapOf(words)}{0,3}(?:${oneOf(begun)})?`, 'iu')
}
const BEGUN = begunOf(WORDS)
/** Behind one or two digits the short ones tell the time: 11点30. */
const LONG_WORDS = WORDS.filter((word) => word.length > 1)
const LONG_GAP = new RegExp(`^${gapOf(LONG_WORDS)}{1,3}$`, 'iu')
const BEGUN_LONG = begunOf(LONG_WORDS)
const LONGEST = 24
/** Somebody rests behind the first group: 139的，5512. */
const REST = /^[的吧嘛哈呀][，,、]\s?$/u
const FEWEST_DIGITS = 3

/** Whether words for a gap, and nothing else, stand between two groups, the one in front having this many digits. */
export const isSpokenGap = (gap: string, digitsBefore: number): boolean =>
  (digitsBefore >= FEWEST_DIGITS ? GAP : LONG_GAP).test(gap) || (digitsBefore >= FEWEST_DIGITS && REST.test(gap))

/** How much of such words has been typed behind a group that ends at `end`. */
export const begunGapLength = (text: string, end: number, digitsBefore: number): number =>
  (digitsBefore >= FEWEST_DIGITS ? BEGUN : BEGUN_LONG).exec(text.slice(end, end + LONGEST))?.[0].length ?? 0
