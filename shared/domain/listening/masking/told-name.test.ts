import { expect, test } from 'vitest'
import { maskedByRules } from './mask-by-rules.ts'

test.each([
  // Brackets and words between what says that a name follows and the name.
  ['联系人【阮小梅】说没收到', '联系人【阮*】说没收到'],
  ['收件人姓名写错，应为谭咏琪，请改面单', '收件人姓名写错，应为谭*，请改面单'],
  ['姓名一栏：万俟晓彤，生僻姓', '姓名一栏：万俟*，生僻姓'],
  ['姓名电话：贺兰;已登记', '姓名电话：贺*;已登记'],
  ['客户自称葛文婷，声音不同', '客户自称葛*，声音不同'],
  ['客户全名闻人牧', '客户全名闻人*'],
  ['联系人就写丁晓峰吧', '联系人就写丁*吧'],
  ['嗯我叫那个王磊', '嗯我叫那个王*'],
  ['收件人是万里红，三个字', '收件人是万*，三个字'],
  ['叫我潘志强就行', '叫我潘*就行'],
  ['我是谭永康昨天那个单', '我是谭*昨天那个单'],
  ['您好，请问您是罗振宇航先生吗', '您好，请问您是罗*先生吗'],
  ['投诉人署名温兆伦', '投诉人署名温*'],
  ['收货人名字打错，少个字，是张译文', '收货人名字打错，少个字，是张*'],
  ['老公叫于和伟，代收', '老公叫于*，代收'],
  ['我妈刘晓庆收', '我妈刘*收'],
  ['客户：我叫马,天,宇', '客户：我叫马*'],
  ['客户：我名叫丹增', '客户：我名叫丹*'],
  ['收件人 夏  雨', '收件人 夏*'],
  ['收件人是客户母亲钱素珍', '收件人是客户母亲钱*'],
  ['联系人更新为佘曼妮', '联系人更新为佘*'],
  ['您是不是温碧玉', '您是不是温*'],
  ['坐席：好的汤镇业先生', '坐席：好的汤*先生'],
  ['我姓温，温度的温，碧玉', '我姓温，温度的温，*'],
  // Behind it.
  ['方圆（姓名），已登记', '方*（姓名），已登记'],
  // Cut by a line or told sign by sign.
  ['姓名诸葛\n云飞，粘贴时换行了', '姓名诸葛*，粘贴时换行了'],
  ['我的名字是乔，安，娜三个字', '我的名字是乔*三个字'],
  // Of peoples whose families have other names.
  ['您好我叫巴特尔，内蒙的', '您好我叫巴*，内蒙的'],
  ['我叫阿依古丽，新疆的', '我叫阿*，新疆的'],
  ['本人姓名扎西次仁，拉萨收', '本人姓名扎*，拉萨收'],
  ['收件人叫小林惠子，日本人', '收件人叫小林*，日本人'],
  ['收件人: Жанна Петрова，自提', '收件人: Ж*，自提'],
  ['收件人：김민수，韩国', '收件人：김*，韩国'],
  ['the parcel is for Marcus Webb', 'the parcel is for M* Webb'],
])('%j becomes %j', (text, masked) => {
  expect(maskedByRules(text).text).toBe(masked)
  expect(maskedByRules(masked).text).toBe(masked)
})

test.each([
  // Titles.
  '我姓张，你叫我张姐就行',
  '客户李小姐说 11 号没人送',
  '陈哥让退货，客户王姐很满意',
  '叫我赵老师就行',
  // Words of the sentence.
  '收件人换成母亲，联系人改成小李',
  '姓名写错了 应该是全名',
  '客户自称老用户，自称是屠宰场的',
  '叫我冷静，还叫我买买买',
  '联系人那栏怎么填，收件人写公司',
  '我是会员，我是老师',
  '收件人显示已签收，您是安徽人吗',
  '好的先生，谢谢您女士',
  '收件人是客户本人，联系人是其女儿',
])('%s stays', (text) => {
  expect(maskedByRules(text).text).toBe(text)
})

test.each([
  ['联系人李叔同说没收到', '联系人李*说没收到'],
  ['收件人叶叔华，电话没留', '收件人叶*，电话没留'],
  ['客户姓名：张叔平，已登记', '客户姓名：张*，已登记'],
  ['收货人：李叔同先生', '收货人：李*先生'],
  ['收件人张哥华来取', '收件人张*来取'],
  ['收件人：王总明，送前台', '收件人：王*，送前台'],
  ['收件人陈姨娜说没到', '收件人陈*说没到'],
  ['机主张工农来改', '机主张*来改'],
])('a given name may begin with the sign of a title: %j', (text, masked) => {
  expect(maskedByRules(text).text).toBe(masked)
})

test.each([
  ...[
    '收件人：李叔，',
    '收件人陈姐',
    '联系人张姐家里没人',
    '收件人李哥电话没留',
    '收件人李叔已签收',
    '收件人王总今天来',
  ],
  ...[
    '户主张姐代收',
    '联系人李工对吧',
    '联系人李哥投诉了',
    '收件人王总同意了',
    '收件人张姐明天来',
    '我叫王大伯，东西没到',
  ],
  ...['收件人王大姐的快递', '我叫李主任，找我', '客户写成总行 退票'],
])('a title of which more is said stays one: %j', (text) => {
  expect(maskedByRules(text).text).toBe(text)
})

test.each([
  // Whoever says of themselves what they are.
  '自称高管要投诉',
  '客户自称武警要来',
  '自称白领，自称华侨',
  '自称文员',
  '来电人自称是伍长',
  '自称安检员',
  '自称古董商，压价',
  '自称牛贩子',
  '自称马夫',
  '自称左撇子',
  // Things have names as well.
  '商品名字是サンダル',
  '店铺的名字是万里红，',
  '名字是索尼娅包',
  '收件人写项目部，',
])('no name is told where a trade, a thing or an office is: %s', (text) => {
  expect(maskedByRules(text).text).toBe(text)
})

test.each([
  ['自称龚雪梅,ivr识别出来的', '自称龚*,ivr识别出来的'],
  ['自称“鲁智勇”的男士', '自称“鲁*”的男士'],
  ['客户自称是温碧玉', '客户自称是温*'],
  ['患者名字是索尼娅', '患者名字是索*'],
])('whoever is named there all the same is masked: %j becomes %j', (text, masked) => {
  expect(maskedByRules(text).text).toBe(masked)
})

test.each([
  ['收件：马晓冬（代收）', '收件：马*（代收）'],
  ['实名夏侯明，人脸过不了', '实名夏侯*，人脸过不了'],
  ['您是司马青老师吗？答是', '您是司马*老师吗？答是'],
  ['您是林青医生吗', '您是林*医生吗'],
  ['请问您是尼玛次仁吗，核对后继续', '请问您是尼*吗，核对后继续'],
  ['联系人：苟建军，签收时要看单', '联系人：苟*，签收时要看单'],
  ['收件人 黄 蓉蓉，中间多了空格', '收件人 黄*，中间多了空格'],
  ['收件人写的谁，写的蒋梅', '收件人写的谁，写的蒋*'],
  ['收件人还是徐佳怡对吧', '收件人还是徐*对吧'],
])('a name behind a word for whose it is, or that is asked for: %j becomes %j', (text, masked) => {
  expect(maskedByRules(text).text).toBe(masked)
  expect(maskedByRules(masked).text).toBe(masked)
})

test.each([
  '实名认证过不了，实名成功，实名信息，实名车票',
  '您是李总经理吗，您是王老师吗，您是高级主任，您是陈副主任',
  '收件人 王 女士，收件人 李 地址，收件人 张 老师',
  '收件人还是原来的，收件人还是单位',
  '签收人写谁都行',
  '收件人写成拼音了',
])('%j names nobody', (text) => {
  expect(maskedByRules(text).text).toBe(text)
})
