/** No given name has one of these: they are words of the sentence. */
const NOT_GIVEN =
  '的了是在我你您他她它们不没有要想说和跟与及也都还就这那哪啥么吗呢吧啊呀嘛哈哦呗被把给对到去来从往又再才只很太最更会能可该得着过上下里后先女让请找帮打买卖换退收发寄送拿用写填改错啥谁几个件台块号姓已某'
/** A sign of a given name. */
export const GIVEN = `(?:(?![${NOT_GIVEN}])\\p{Script=Han})`
/** What somebody is called by behind the name. */
export const HONORIFIC = '(?:先生|女士|小姐|太太|阿姨|大爷|大叔|大妈|奶奶|爷爷|同志)'
const TITLE =
  /^(?:先生|女士|小姐|太太|夫人|阿姨|大[爷叔妈姐哥嫂娘伯]|奶奶|爷爷|叔叔|同志|师傅|老师|医生|大夫|经理|主任|主管|老板|总[行部店台机局厂])/u
/** 张姐, 王总. Given names begin with these as well: 叶叔华, 王总明. */
const SHORT_TITLE = /^[姐哥叔姨嫂婶总工]$/u
/** What is said of whoever was titled, and is the second sign of no name. */
const SAID_OF_THEM = new RegExp(
  `^.(?:$|[^\\p{Script=Han}]|[${NOT_GIVEN}已称投反催]|家[，,。的里人住没在门说]|[电手]|微信|今[天早晚年]|昨[天晚]|明[天早晚]|前天|后天|取件|签收|签字|住[在的]|接电|提[的出供]|需要|急[着用]|本人|先生|现[在住]|自[己称]|代[收取签]|同意|确认|联系|申请|查[询件]|帮我|咨询|要求|表示|认为|觉得|以[前后为]|刚[才刚]|对吧?[，,。]|就)`,
  'u',
)
const LONGEST_TITLE = 4
/** Whether somebody's title stands there, or a head office, and no given name: 张姐, 李小姐, 写成总行. `end`: where whoever found it takes it to end. */
export function isTitle(text: string, { start, end }: { readonly start: number; readonly end: number }): boolean {
  const words = text.slice(start, start + LONGEST_TITLE)
  if (TITLE.test(words)) return true
  return SHORT_TITLE.test(words.charAt(0)) && (end === start + 1 || SAID_OF_THEM.test(words))
}
/** No given name ends so: 项目部, 财务处, 安保室; nor, of a family of one sign, three that do: 万达广场. */
const OF_OFFICE = /^.[部处店室局厂站所组]$|^[报岗书凉票话门保]亭$|^..[部处店室厅局厂站所组亭场园城苑坊厦院区村路楼街]$/u
/** Behind the first two signs, and then nothing: 石桥小学. */
const PLACE =
  /^.(?:[小中大]学|学校|公寓|宿舍|食堂|工地|物业|超市|公司|集团|商贸|科技|传媒|贸易|网络|实业|保险|银行|快递|物流)(?!\p{Script=Han})/u
const LONGEST_PLACE = 4
export const isOffice = (text: string, { start, end }: { readonly start: number; readonly end: number }): boolean =>
  OF_OFFICE.test(text.slice(start, end)) || (end > start + 1 && PLACE.test(text.slice(start, start + LONGEST_PLACE)))
/** Words that begin like a name and are none. Whoever is called something longer is stopped too, so none that a name may begin with. */
export const WORDS =
  '(?:许久[没不未]|熊童子|包干|万圣节|安装|申通(?!.?(?:先生|女士|小姐)|本人|[，,\\s]{0,2}(?:电话|手机|1[3-9]))|马上|马路|马来|马桶|燕窝|燕麦|麦片|麦克|储物|储值|储存|盖子|盖板|郁闷|颜色|游戏|游客|游泳|华为|华南|华东|华北|华中|华强|郎君|安排|安徽|安卓|高级|高层|高中|白条|白金|白色|白天|方便|方案|方式|成功|成都|成年|单位|单子|单独|单号|常州|常客|常用|时间|时候|花呗|花钱|金牌|金卡|金融|钱包|万一|万能|任何|任务|全部|全家|全程|全国|米家|关机|关闭|关于|都是|连接|连续|管家|管理|包裹|包装|包邮|应该|应用|陶瓷|康复|毛病|路由|党员|简单|季度|申请|费用|商家|商城|商品|商务|左右|江苏|江西|江南|黄金|黄牛|黄色|石油|石家|龙头|夏天|夏季|田里|叶子|牛奶|牛肉|雷达|水电|余额|程序|严重|温度|汤圆|贺卡|麻烦|蓝色|蓝牙|孔雀|解决|解释|宁波|宁夏|车主|车上|车库|车辆|房东|房主|房子|路过|郑州|徐州|苏州|苏宁|沈阳|武汉|杭州|湖北|桂林|柳州|兰州|江湖|江门|洪水|代理|代收|代付|代码|付款|付费|尚未|施工|项目|尤其|易碎|易购|荣耀|符合|封面|沙发|甘肃|冷冻|冷藏|迟到|焦急|欧洲|牛仔|石头|段时|梅雨|何时|何必|何人|何物|何种|何处|何方|莫名|贾方|艾特|谷歌|谢谢|宋体|许多|许可|顾客|顾问|陆续|周末|周一|周二|周三|周四|周五|周六|周日|周天|周年|周期|周边|周围|秦皇|曾经|邮政|雷同|熊猫|杨梅|林业|孟加|魔方|肖像|辛苦|毕业|毕竟|洗衣|洪荒|尹始|董事|韩国|韩版|唐装|阳台|阳光|房屋|房间|金额|万元|古代|文件|强烈|史上|向日|祝您|祝你|于是|温水|童装|童鞋|景区|吉林|曲面|盛夏|丘陵|代客|麦当|麦子|麦乐|金子|金宝贝|高端|周转|周到|夏令|田径|易拉|范围|黄疸|黄昏|黄瓜|黄豆|黄桃|黄酒|程度|陈列|陈旧|陈述|张口|张家[口界港]|张嘴|张贴|石沉|郭外|江浙|章程|章节|岑寂|鲍鱼|敬请|敬礼|乐意|乐园|乐高|厉害|宋体|林区|项链|施肥|杜绝|顾虑|顾及|韦小|史诗|路上|路费|车费|车票|车次|牛排|马桶|向上|向下|高血|白血病|白内障|白癜|高烧|车祸|房贷|房客|黄码|黄牌|屠宰|冷静|安静|安心|安全|全名|全称|单人|成人|金主|马甲|钱款|单身|经常|时常|包含|牛皮癣|车友[会群]|付运费|付邮费|宿[管舍]|钟点|花鸡|都当)'
/** Of goods and of talk, by the families they begin with: where much else is told than names, they are none. A name goes on behind them: 高兴旺. */
export const BEGINS_WORD =
  '(?:高[危压龄兴铁级层端低度烧速频价调三二]|马[上路桶力达甲蹄]|白[天色皮醋酒条糖菜屏费纸板吃]|方[便案式向面法块才说]|单[位子独号反据价程元身]|安[装排全静心慰抚检保眠好]|常[用规温见年来驻识]|时[间候常区段效]|花[呗钱费屏生卉洒园名皮纹草]|金[额币卡牌融属色]|向[导上下前后我他客]|于[是今昨三周]|万[一能分元件份]|任[何务性职选]|全[部额新家场责程麦套身款国选角]|米[色饭粉线家面糕]|关[联于注闭机系键税门掉]|祝[您你福贺]|强[烈调制行迫光]|文[具旅件字案档]|文静款|温[控度和水热]|连[接续衣线带夜]|管[道理家件子]|包[装裹月邮含子年退税干容]|许[久多可]|成长|应[允急该付用当届聘已]|陶[瓷土]|康[乃复]|武[术夷打]|毛[毯巾衣病利肚笔重]|史[料诗]|古[董筝典代法镇装玩]|路[上由过口费灯线面]|党[费员参]|丘[陵疹]|简[单称体历易]|季[度节军]|申[诉请通报领购]|景[观区点色]|费[用劲时解]|商[家品标务城量业场]|童[车装声鞋年话床]|左[右边耳手撇侧]|戎[装]|池[州]|刘海|景泰蓝|裘[皮]|钮[扣]|曲[面奇线轴折谱]|吉[他]|游[戏客泳玩览轮]|游乐场|燕[麦窝]|郁[闷金]|储[物值存蓄]|盖[子板章住]|章[鱼节程]|鲍[鱼]|厉[害声]|敬[请老业礼]|乐[器高趣]|容[量易器积]|衣[架服柜领]|楚楚可|卫[衣生浴视]|祖[传先]|幸[运亏好]|索[赔尼要取引]|蒙[牛了版]|池[子塘]|练[琴习车]|占[座用线比内]|仲[裁]|薄[荷款膜]|舒[服适肤]|计[较算划费时]|农[民资药产家村]|凤[爪]|皮[带肤具革衣鞋]|齐[了全]|席[位卡梦]|纪[录律]|纪念品|柏[木油]|宣[纸传]|杭[菊]|谈[妥话到]|茅[台]|危[急险机]|惠[普顾]|富[余士含]|伊[利]|揭[发开]|旷[工]|宿[迁营]|贡[献菜]|步[骤数入]|帅[气]|朴[素]|漆[面桶]|腾[空讯]|撒[谎]|衡[量]|黄[牌豆瓜色油桃酒昏钻]|林[区业]|何[时必况种处]|程[序度]|叶[酸子]|余[额下款温]|夏[天季装被]|石[榴材膏头料墩]|陆[续地]|孔[雀径位]|江[边浙]|顾[虑客问及家]|侯[车门]|段[位子落时]|龙[虾头须井眼卡]|雷[暴达同雨电]|汤[锅圆料底]|易[怒碎拉购耗]|贺[卡岁]|赖[账床皮]|庞[大]|严[肃重格禁]|牛[腩奶排肉仔皮津骨棒]|洪[水]|莫[名生非]|霍[乱]|柳[编]|涂[料层抹改]|梅[干雨菜]|辛[苦辣]|凌[晨乱]|尤[其]|冉[冉]|焦[急糖虑黄]|欧[洲式元]|阳[台光性]|晋[级升]|柴[油火]|鞠[躬]|冷[静笑淡冻藏门漠却暗气敷锅]|荣[耀誉]|符[合号]|栗[子]|苗[圃木]|桂[圆花林]|房[东主贷产间卡屋租源门]|芦[荟笋]|封[箱面口条]|植[物被]|蓝[牙色莓光]|谷[物歌]|甄[选别]|解[冻决释除绑锁约]|沙[发滩拉漏包]|巫[师]|宁[可愿]|艾[草特灸条]|车[停厘轮主辆险牌库间位胎友贴载祸次票门窗标速厢]|桑[拿叶]|宫[灯廷]|付[款费尾首完]|付全款|付清[了款]|尚[有未]|葛[根]|代[金付收理码购驾课问取报价办为]|甘[草心愿蔗油]|乔[迁丹]|施[工华]|仇[恨]|项[链目圈]|颜[色料值]|郎[君]|屠[夫宰龙]|麦[片克当芽]|庄[园重严]|苑内|茹素|姬松|卓[越玛]|蔺草|翁婿|汲[取水]|糜[子烂]|姜[黄汁茶糖]|都[姓清别没要])'
/** Between the words that say a name follows and the name. */
export const SEPARATION = '[\\s:：，,、"“「（(=＝\\]】]{0,2}'
/** These have names as well. */
const THING =
  '(?:[商产货用药菜物]品|宝贝|货|店[铺名]?|门店|文件|品牌|型号|款式?|项目|公司|企业|歌曲?|书|群|菜|药|套餐|活动|小区|楼盘|酒店|游戏|角色|宠物|[猫狗][咪狗]?|直播间|节目|软件|平台|网络|wi-?fi)'
/** In front of the word for a name. */
export const OF_THING = `${THING}的?`
/** Where a name ends, or whose something is. */
export const BEHIND =
  '(?=$|[^\\p{Script=Han}\\w*]|先生|女士|小姐|太太|阿姨|大爷|师傅|老师|同学|卡号?\\s?\\d|卡\\*|电话|手机|地址|住址|微信|邮箱|身份证|护照|车牌|订单|单号|家住|住在|\\p{Script=Han}字[旁头底]|[后前]面|[的吗吧啊呀呢嘛哈来在要想说和跟是不没也都还就])'
/** Whom everybody knows from songs, screens and sports: a pet or a tune is called so as well. Thousands of customers are, too: what is called so must stand in front. */
const FAMOUS =
  /^(?:周杰伦|刘德华|张学友|郭富城|王菲|邓丽君|成龙|李小龙|姚明|刘翔|郎平|马云|雷军|董明珠|李佳琦|郭德纲|赵本山|沈腾|赵丽颖|谷爱凌|袁隆平|鲁迅|易烊千玺|王俊凯)$/u
const OF_A_THING = /(?:[起取][个了]?名字?叫?|[彩铃]铃声?是?|歌手|明星|偶像|代言人?是?|[唱听演像追])的?\s?$/u
const FARTHEST_FRONT = 8
export const isFamous = (text: string, { start, end }: { readonly start: number; readonly end: number }): boolean =>
  FAMOUS.test(text.slice(start - 1, end)) && OF_A_THING.test(text.slice(Math.max(0, start - FARTHEST_FRONT), start - 1))
