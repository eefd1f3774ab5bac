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
])('%s stays', (text) => {
  expect(maskedByRules(text).text).toBe(text)
})
