/** Of two signs: before those of one, which some of them begin with. */
const OF_TWO =
  '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 令狐 轩辕 呼延 百里 东郭 南门 西门 拓跋 纳兰 完颜 耶律 富察 叶赫'.split(
    ' ',
  )
export const COMPOUND = OF_TWO.join('|')
/** They are hardly ever the beginning of another word. */
const PLAIN =
  '王李张刘陈杨赵黄周吴徐孙胡朱林何郭罗梁宋郑谢韩唐冯董萧肖程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎阎余潘杜戴夏钟汪田姜范石姚谭廖邹熊陆郝孔崔邱秦江顾侯邵孟龙段雷汤尹黎易贺赖龚庞樊殷翟倪严牛洪柯闫俞鲁莫褚毕阮霍柳涂梅辛凌尤穆耿詹冉骆焦欧岳裴覃邬祁缪晏阳饶晋柴鞠窦娄瞿喻冷殷卞荣翁蒲蔺符卓栗聂苗佟臧桂房芦封滕植蓝靳谷冼甄解戚邢沙巫宁艾车桑詹胥宫冀屈佘隋鄢邸迟付尚伍兰葛闵代甘乔施仇项匡颜郎岑邝屠阙巩麦庄牟丛苑芮隗郗栾戎郜鄂莘姬扈浦茹庾寇阚荆蒯刁亓逄昝谌奚韦酆廉裘贲钮嵇荀於汲邴糜宓钭蓟郦郏雍璩訾佴矫逯竺桓虞苟仝禚郄隽呙弋仉雒辜苌揣祈邰琚羿暨谯郇綦缑郤笪睢厍殳夔妫芈麴鄞恽毋謇菅撖'
/** They begin everyday words as well. */
const EVERYDAY =
  '高马白方成单安常时花金钱向于万任全米关都祝强文温连管包应陶康武毛史古路党丘简盛季申古景费商童左曲吉游华燕狄卜郁敖晁储盖章鲍厉敬乐容衣楚卫祖幸索蒙池练占仲薄舒计农凤皮齐席纪柏宣杭谈茅危伏禹惠富伊揭旷宿贡步帅朴漆麻勾腾撒衡'
/**
 * Seldom, and mostly the beginning of everyday words. A name begins with one of them where the words around are sure and all that follows are signs of names.
 */
const SELDOM =
  '檀戈贝哈明楼边查班支师原鹿励忻湛沃蔚井巴牧水云平昌元米束印怀阴苍劳扶宰寿习慎居弘隆丰巢相肇粟税冶亢墨乌弓韶咸靖闾奎区官利鱼展闻'
/** What begins with them like a name and is none. */
export const NO_FAMILY =
  '明[天日年星白亮智秋春文信显细]|贝[乐克尔]|哈[尔文德利]|楼[道门栋长]|边远|查[明清真]|班[长德]|支行|师[大兄]|原[来本子田]|鹿泉|励志|湛江|沃尔|蔚[来蓝]|巴[西黎]|水[晶龙星泉立润果能源光管泥洗]|云[南朵端盘服存计支闪台]|平[安时日方原江凉台板价均]|昌[平吉江]|元[旦宝宵]|米[兰勒家]|印度|怀[化远念柔]|阴[天雨山平]|苍[南山]|寿[光星]|慎重|居[民家]|隆[重昌]|丰[田富盛满]|相[信宜]|税金|冶金|墨西|乌[鲁兰龙]|韶山|劳保|弘扬|肇[庆始]|亢奋|墨镜|檀[木香]|咸[阳宁]|靖[江安远]|区[域间]|奎屯|官[方网宣司僚员兵]|利[息润益率用弊尿索好是]|鱼[缸竿饵油肉片鳞刺眼子网塘丸豆香]|展[示开现台览会柜厅品架]|闻[到起着名见了]'
const SURNAME = `(?:${COMPOUND}|[${PLAIN}${EVERYDAY}])`

/** Looked for before anything else: what stands in front of a name takes long to look for at every sign of a text. */
const BEGIN = `(?=[${PLAIN}${EVERYDAY}${OF_TWO.map((name) => name.charAt(0)).join('')}])`

/** The first sign or two of a name, as the source of a pattern; `begin`: that one of them may begin here. */
export const SURNAMES = {
  any: SURNAME,
  plain: `(?:${COMPOUND}|[${PLAIN}])`,
  seldom: `(?:(?!${NO_FAMILY})[${SELDOM}])`,
  begin: BEGIN,
} as const

/** Every sign that one of them begins with; `ofTwo`: that begins one of two signs. */
export const FIRST_SIGNS = {
  any: `${PLAIN}${EVERYDAY}${SELDOM}${OF_TWO.map((name) => name.charAt(0)).join('')}`,
  ofTwo: OF_TWO.map((name) => name.charAt(0)).join(''),
} as const
