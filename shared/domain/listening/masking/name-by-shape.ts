import { SIGN_OF_NAMES } from './signs-of-names.ts'
import { COMPOUND, SURNAMES } from './surnames.ts'

/**
 * A family that begins hardly any other word and two signs that given names are made of are somebody's name, wherever they stand: of 144,000 ordinary
 * lines 348 hold such a row, and most of those it is said of here why it is none. So no word has to lead to a name, and nobody has to think of all words that do.
 */
const STRONG = new RegExp(`^(?:(?:${COMPOUND})${SIGN_OF_NAMES}{1,2}|${SURNAMES.plain}${SIGN_OF_NAMES}{2})$`, 'u')
/** With one sign it must stand alone. */
const SHORT = new RegExp(`^(?!(?:${COMPOUND})$)${SURNAMES.plain}${SIGN_OF_NAMES}$`, 'u')
/** Other families begin words as well: such a name must stand alone, too. */
const OF_ANY = new RegExp(`^${SURNAMES.any}${SIGN_OF_NAMES}{2}$`, 'u')
/** These end words and begin some: a name of theirs has an end on either side, or a word that leads to it. */
const WEAK = /^[都管才迟郎付车房代解段封苗冷凌石江翁梁龙阳伍叶牛余程尚桂林蓝戴何尤易莫陆安沙雷]/u
/** The family is the end of the word before: 感谢大家, 一张, 支付, 师傅. */
const ENDS_A_WORD =
  /(?:[一二两三四五六七八九十百几半每这那多数\d]\s?[张周钟段封代房牛]|[上下本四]周|[紧主夸扩开纸慌嚣]张|[感谢多致答酬拜]谢|师傅|行李|[分点时闹挂秒个整]钟|乌鲁|阿莫|市浦|海浦|[在去到]浦|[树园森格丛]林|[允也或少不准特]许|[也]许|[不未]曾|[布园补]丁|[江流紫]苏|[南北仿]宋|[荒大]唐|古董|[白]杨|二胡|刮胡|[规示防模典]范|[小狗黑白]熊|[面针毛鼻穿]孔|先秦|诸侯|[打地手鱼]雷|[依信无抵]赖|[尊庄威戒]严|生姜|[照回兼]顾|[油稻心煤]田|[药国天霸女帝大]王|[和]尚|[药]汪|[水烂]汪|[黄红绿]?[包菠]?罗|[古]董|[蒙]牛|石油|[水]晶|[家住到]萧|[刻铭]骨|[重儿外]孙|[小公]孙|教[堂]|大[张宋]|[口信]封|[关禁]闭|姓)$/u
/** Everybody knows them from songs, screens, books and shops: where nothing says that a customer is called so, they are spoken of as such. */
const KNOWN =
  /^(?:艾美特|周杰伦|刘德华|张学友|郭富城|邓丽君|李小龙|周星驰|周润发|梁朝伟|张国荣|张惠妹|林俊杰|林忆莲|李宗盛|罗大佑|陈奕迅|王力宏|孙燕姿|蔡依林|张靓颖|李宇春|薛之谦|毛不易|邓紫棋|华晨宇|张韶涵|梁静茹|杨丞琳|任贤齐|刘若英|莫文蔚|许巍|许文强|郑智化|赵雷|汪峰|郭德纲|岳云鹏|赵本山|沈腾|贾玲|黄渤|徐峥|王宝强|吴京|李连杰|甄子丹|杨幂|赵丽颖|杨紫|迪丽热巴|谷爱凌|全红婵|郎平|姚明|刘翔|孙杨|王楚钦|孙颖莎|樊振东|马龙|张继科|李佳琦|薇娅|董宇辉|罗永浩|董明珠|张瑞敏|任正非|曹德旺|王健林|许家印|邵逸夫|李嘉诚|林清玄|张爱玲|余秋雨|金庸|余华|莫言|路遥|贾平凹|王小波|钱钟书|杨绛|沈从文|汪曾祺|史铁生|冯骥才|林徽因|徐志摩|朱自清|鲁迅全?|郭沫若|张艺谋|冯小刚|李焕英|李清照|李时珍|孙思邈|王阳明|王羲之|唐伯虎|郑和|岳飞|诸葛亮|司马[光懿迁]|欧阳锋|欧阳修|林黛玉|贾宝玉|薛宝钗|王熙凤|潘金莲|秦雪梅|令狐冲|东方不败|孔夫子|孙悟空|潘安|秦明|严凤英|房思琪|尚方宝|何日君|袁隆平|钟南山|屠呦呦|雷锋|李白|涂尔干|肖申克|伍尔夫|艾尔登|宫本武|雷蒙德|欧丽雅|戴维贝|兰黛小|林清轩|杨国福|吴裕泰|张小泉|张君雅|刘文祥|沈大成|郑明明|章光[一1]|蓝月亮|韩束|潘通|鲁花|徐福记|江中|汪仁[和]?|李锦记|王致和|王老吉|张仲景|陈李济|曹清华|张飞|欧洋|齐白石|皮炎平|白敬宇|安慕希|陶华碧|任天堂|谢馥春|金元宝|程蝶衣|梅琳娜|窦娥|李宁|祝英台|梁山伯|董永|杜甫|屈原|苏格兰|周恩来)/u
/** Cities, counties and banks of two signs, the first of which is a family as well. */
const PLACE =
  /^(?:许昌|汪清|岳[阳西池]|鲁[山甸]|邵[阳武东]|晋[江城中宁州商]|浦[发江东口城北]|顾家|罗[定山源江田]|梁[山平]|汤[阴原]|唐[山河海]|彭[水山州泽]|曾都|卢[龙氏]|蔡甸|叶城|余姚|夏[县邑津河]|钟[山祥楼]|田[东林阳]|姜堰|姚安|陆[丰良川河]|秦[安州淮]|侯马|孟[州津连]|黎[城平川]|贺[兰州]|樊城|柯坪|毕节|霍[州山城]|梅[州县江]|辛集|凌[源海云]|穆棱|耿马|栾[城川]|邢台|巫[山溪]|蓝[山田]|谷城|房山|芦[山溪]|滕州|尚[志义]|闵行|项城|祁[阳门连]|桑植|庄[河浪]|牟[定平]|鄂[州尔]|封丘|[郑苏徐邓韩宋]州|徐[汇闻]|宋城|韩城|萧山|杨[凌浦]|吴[江中兴川桥忠堡]|张[掖北]|黄[冈山石岛骅陂梅]|周[口宁至]|江[阴都陵永华山门]|阳[春山新信江泉]|沈[北河]|石[门林河]|龙[岩泉华江海川门]|伊[春宁]|丁香)$/u
/** What is no name by these signs: places, goods, work. */
const NO_NAME =
  /^(?:[都才管]|浦东|浦江|鲁木齐|莫西林|莫兰迪|莫名|黄[浦河桃菊金豆花石山]|胡[桃同椒子]|凌晨|凌霄|蓝[根天火冰光图海宝牙]|戴[花镜一上着]|车[一门子少承雷通位道宝辆天才里上快新重全鸣纪朝]|段[子语时生日]|封[长信一本超]|许[愿可久]|伍[元纪]|苗[木发才一]|石[子一成油家]|钟[一语]|罗麦|伊丽|冷[冰静门小]|叶[发子]|阳[月花铁镇台光]|龙[飞化]|江[心大门南北西东]|周[才火漫天长年边期六]|何[意东时必]|张[一发百嘴口家行建]|谢[大天意]|傅[明安小重]|付[成定通清宝超一全]|房[安小]|代[清学]|解[安开决]|余[生本]|宋[体]|唐[山人装]|程[重发序]|尚[念少]|桂[花林]|梁[承红]|牛[纯奶]|翁[棋定]|甘[石]|孙[子满女]|田[园]|东[方]航|西[门]子|南[门]行|万[国]|王子|王[家]|熊[真猫]|汤[圆]|曹[县]|秦[岭皇]|韩[国语文版]|洪[水亮]|陈[年列皮醋]|李子|刘海|汪星|童子|欧阳|矫情|萧山|蒋[大]|龚[自]|詹[天]|杨[梅桃树]|姚[家]|姜[黄]|董[事]|卢[克森]|魏[武]|甘孜|柴[火]|植[发]|邱北|丁[香]|项[目链])/u
/** 田中镇, 银杏苑南门. */
export const IS_OF_PLACE = /(?:[镇乡县]|[东西南北]门)$/u
/** Of books, songs, shops and shows. */
const OF_A_WORK =
  /(?:《[^》\n]{0,12}|(?:[歌影球]星|[歌演]手|作者|主播|导演|主演|偶像|明星|彩铃|唱|[听放]的?是?|品牌|牌子|老字号|电视剧?|小说|梆子|黄梅戏|京剧|越剧|cos|药)[“"「『\s]?)$/iu
const WORK_BEHIND =
  /^[”"」』]?(?:》|\s?[@＠]|《|[》”]{0,1}(?:的?(?:《|歌|票|专辑|唱片|演唱会|巡演|音乐会|全集|选集|散文|小说|诗集?|书法?|画册|电影|相声|新书|签名|海报|周边|粉丝|同款|代言|直播间|推荐|主题|皮肤|表情|面膜|麻辣烫|茉莉|奶茶|店|小镇|葬|焚|那[本首张段场集部家个款瓶]|牌|路|街|桥|楼|山|湖|寺|庙|镇|村|大道|广场|故居|纪念|墓|艺术|股份|集团|公司|制造|有限|超市|药[店房]|饭店|书店|眼科|医院|诊所)|[\s]?[\dＡ-Ｚ×]))/u
/** Where a name ends whoever is named: an end, or what is said and done of people. */
const SAID_OF_SOMEBODY =
  /^(?:$|[^\p{Script=Han}\w*]|的(?!(?:歌|书|画|票))|先生|女士|小姐|太太|阿姨|大爷|本人|老师|师傅|同[学志事]|经理|[爸妈](?:爸|妈)?|奶奶|爷爷|家|是|在|把|被|让|给|也|都|就|还|和|跟|与|说|讲|要|想|去|来|找|打|收|签|已|没|不|反|投|咨|询|称|告|问|申|办|补|回|提|用|买|下|拿|取|寄|接|明|今|昨|前|第|两|个人|吧|吗|呢|啊|呀|嘛|这|那|她|他|我|身|电|手|地|微|邮|账|名|代|同意|需|联|因|对|以|从|由|向|于|认|做|写)/u
/** Whoever is told of by what they are, or is written, given or asked something. */
const SOMEBODY =
  '(?:[我他她你您家][爸妈哥姐弟妹叔姨舅姑爷奶]|儿子|女儿|闺女|小孩|孩子|[父母]亲|爱人|老[公婆]|丈夫|妻子|[坐座]席|客服|家长|家属|新[娘郎]|学[员生]|乘客|旅客|患者|病人|[房业车户机租][主客东]|[权件货系人托表票名]人|邻居|同[事学]|朋友|室友|司机|师傅|保姆|自[报称]|这是|其[父母妻子女夫])'
const LED = new RegExp(`(?:[叫名姓写填栏找请让给由跟帮称原现]|[给向对]了|${SOMEBODY})$`, 'u')
const IS_SOMEBODY = new RegExp(`${SOMEBODY}$`, 'u')
/** What only people do. */
const DOES =
  /^(?:$|[^\p{Script=Han}\w*]|要求|反[映馈]|投诉|咨询|表示|来电|申[请诉]|[说称](?!明)|的(?!$|[^\p{Script=Han}])|办的|本人|[七八九六五四三二]十|先生|女士|退|回|明天|今天|昨天|[签代]收|吗|吧)/u
const BEGINS = /(?:^|[^\p{Script=Han}\w*@＠])$/u
const ENDS = /^(?:$|[^\p{Script=Han}\w*])/u
/** Whoever is named twice as long is nobody: the row of a list of goods, a sum in capitals. */
const FARTHEST = 16
/** Words stand alone as names do, 严肃, 商业化: by these somebody is spoken of. */
const SPEAKS_OF_NAMES =
  /名[字叫为]|姓名|[谁姓]|哪位|称呼|[字日木王金火女][旁头底]|收[件货]人|[打写印认]成|本人|改名|签[收名]/u

/** The same as lists, for whoever learns words. */
export const KNOWN_WORDS = [KNOWN, PLACE, NO_NAME].map(({ source }) => source)

export const isKnown = (name: string): boolean => KNOWN.test(name)

/** Whoever everybody knows, and what is a place, goods or work by these signs. */
export const isNoNameByShape = (name: string): boolean => KNOWN.test(name) || NO_NAME.test(name) || PLACE.test(name)

/** Whether what has the shape of a name is one where it stands. `front` and `behind`: the words around it. */
export function isNamedByShape(front: string, name: string, behind: string): boolean {
  const before = front.slice(-FARTHEST)
  if (
    KNOWN.test(name) ||
    NO_NAME.test(name) ||
    PLACE.test(name) ||
    IS_OF_PLACE.test(name) ||
    OF_A_WORK.test(before) ||
    WORK_BEHIND.test(behind)
  )
    return false
  const begins = BEGINS.test(before)
  if (STRONG.test(name) && !WEAK.test(name))
    return begins || (!ENDS_A_WORD.test(before + name.charAt(0)) && SAID_OF_SOMEBODY.test(behind))
  const isAlone = begins && ENDS.test(behind) && SPEAKS_OF_NAMES.test(before + behind)
  if (STRONG.test(name) || OF_ANY.test(name))
    return (IS_SOMEBODY.test(before) && DOES.test(behind)) || (LED.test(before) && ENDS.test(behind)) || isAlone
  if (WEAK.test(name)) return false
  return (IS_SOMEBODY.test(before) && DOES.test(behind)) || (SHORT.test(name) && isAlone)
}
