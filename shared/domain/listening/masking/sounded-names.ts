/** What names are made of that are written by their sounds: Tibetan, Uyghur, Kazakh, Mongolian, Yi. Longer ones first, for one may begin as another. */
const ELEMENTS = (
  '扎西 卓玛 达瓦 达娃 次仁 泽仁 央金 央宗 央吉 央措 白玛 拉姆 拉毛 格桑 尼玛 米玛 旺堆 旺姆 多吉 多杰 顿珠 平措 彭措 洛桑 罗桑 德吉 丹增 旦增 索朗 索南 卓嘎 卓措 拉巴 普布 巴桑 边巴 次旦 次旺 仁增 仁青 嘎玛 强巴 曲珍 措姆 桑珠 桑吉 晋美 贡布 罗布 江央 赤列 土登 阿旺 坚赞 益西 群培 欧珠 久美 尕藏 才让 才旦 才仁 完玛 嘉措 华旦 ' +
  '阿依古丽 阿依努尔 阿依仙 阿依 古丽娜尔 古丽 买买提 麦麦提 艾合买提 阿卜杜拉 阿卜杜 阿不都拉 阿不都 阿布都 吐尔逊 吐尔洪 吐尔地 热合曼 热依汗 热孜万 热孜完 依明 玉素甫 玉素 买合木提 木合塔尔 木拉提 阿迪力 阿迪拉 艾力 艾山 艾尔肯 艾孜 艾克拜尔 帕提 帕丽旦 帕尔哈提 努尔兰 努尔 托合提 吾买尔 吾斯曼 乌斯曼 库尔班 哈丽旦 哈力克 娜迪热 迪丽热巴 迪丽 米热 米日 米吉提 塔依尔 卡哈尔 凯赛尔 阿力木 阿里木 阿斯木 亚森 亚力坤 亚里坤 肉孜 茹仙 茹孜 祖丽 祖力 再努尔 茹克亚 海热提 赛买提 伊力亚尔 伊力哈木 巴合提 达吾提 哈斯木 麦尔丹 买尔旦 木沙 尼加提 努热 帕孜 热娜 萨比尔 斯迪克 司马义 依不拉音 伊布拉音 依米提 ' +
  '巴特尔 其其格 娜仁 乌兰 乌云 苏日娜 苏日古嘎 苏日 萨仁 斯琴 巴雅尔 阿古拉 敖其尔 宝音 朝鲁 吉日嘎拉 那日苏 娜布其 恩和 特木尔 图雅 托娅 高娃 格日勒 孟和 莫日根 牧仁 那顺 额尔德尼 朝格图 青格勒 阿茹娜 阿拉坦 毕力格 阿呷 吉克 曲比 沙马'
)
  .split(' ')
  .sort((a, b) => b.length - a.length)
const ELEMENT = `(?:${ELEMENTS.join('|')})`
/** What they go on with: 阿卜杜热依木, 阿卜杜外力, 买买提江. */
const ENDS = '(?:(?:江(?![苏西浙])|汗(?!衫)|古丽|别克|拜尔|外力|[热依木提孜娜吾尔丽艾买麦赛布玛旦措姆珍嘎])){0,4}'
/** Two of them: somebody's name wherever it stands that nothing is called by. */
export const OF_TWO_SOUNDS = `(?:${ELEMENT}(?:${ELEMENT}){1,3}${ENDS}|${ELEMENT}(?:江(?![苏西浙])|别克)|${ELEMENT}${ENDS}[·•・‧]\\p{Script=Han}{2,5}?(?=$|[^\\p{Script=Han}]|的|说|来|反|要|投|先生|女士))`
/** One of them, where it stands as a name does. */
export const OF_ONE_SOUND = `(?:${ELEMENT}${ENDS}(?!花|啤酒|察布|浩特|木齐|牧|德勒))`
/** Families in Japan of two signs, simplified. */
export const OF_JAPAN =
  '佐藤|铃木|高桥|田中|渡边|伊藤|山本|中村|小林|加藤|吉田|山田|佐佐木|山口|松本|井上|木村|斋藤|清水|山崎|池田|桥本|石川|前田|藤田|小川|冈田|后藤|长谷川|村上|近藤|石井|坂本|远藤|青木|藤井|西村|福田|太田|三浦|藤原|冈本|松田|中岛|中野|原田|小野|竹内|石田|上田|森田|柴田|酒井|工藤|横山|宫崎|宫本|内田|高木|安藤|谷口|大野|丸山|今井|武田|上野|杉山|增田|松井|野村|菅原|小山|宫泽|本田|樱井|吉本|黑田|岛田|水野|吉川|山下|松下|松尾|新垣|石原|藤本|福山|竹下'
/** With what is given there: 田中健一, 高桥由美子; no 中村店, 小林制药. */
export const OF_JAPAN_WHOLE = `(?:${OF_JAPAN})[健真直正浩和洋俊翔雄慎裕光隆达哲拓大悠优美由千明惠阳智雅龙幸亮凌纪友爱沙奈菜麻绘理樱彩纯绫遥加百早佐久春夏秋冬花星月七葵铃杏里莉弥亚有希太]{1,2}[子美香奈佳菜咲惠郎介辅太哉夫雄彦]|(?:${OF_JAPAN})(?:健|真|直|正|浩|和|洋|俊|翔|雄|慎|裕|光|隆|达|哲|拓|大|悠|优|美|由|千|明|惠|陽|阳|智|雅|龙|幸|亮|凌)(?:一|二|三|也|人|树|司|志|治|平|斗|贵|弘|之|史|花|衣|里|希|代|江|生|树|辉|和|明)`
const firstOf = (words: readonly string[]): string => [...new Set(words.map((word) => word.charAt(0)))].join('')
/** The signs that a part of such a name begins with; and a family of Japan as well. */
export const FIRST_OF_PARTS = firstOf(ELEMENTS)
export const FIRST_OF_SOUNDS = firstOf([...ELEMENTS, ...OF_JAPAN.split('|')])
const PAIRS = new Set([...ELEMENTS, ...OF_JAPAN.split('|')].map((word) => word.slice(0, 2)))
/** Whether one of them may begin there: all have two signs. */
export const beginsSound = (text: string, place: number): boolean => PAIRS.has(text.slice(place, place + 2))
