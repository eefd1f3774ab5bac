import { expect, test } from 'vitest'
import { maskAcrossLines } from '../../shared/domain/listening/masking/across-lines.ts'
import { obeyRules } from '../../shared/domain/listening/masking/company-rules.ts'
import { maskText } from '../../shared/domain/listening/masking/mask-text.ts'
import { maskedParts } from './masked-parts.ts'

const told = (text: string) =>
  maskedParts(maskText(text).text)
    .filter(({ mask }) => mask !== null)
    .map(({ text: masked, mask }) => [masked, mask])

test('what masking leaves behind is told by its kind', () => {
  expect(told('手机 13812345678')).toEqual([['138****5678', 'phone']])
  expect(told('身份证 11010519491231002X')).toEqual([['110***********002X', 'idCard']])
  expect(told('卡 4111111111111111')).toEqual([['****1111', 'cardOrLandline']])
  expect(told('邮箱 zhang.san@example.com')).toEqual([['z***@example.com', 'email']])
  expect(told('l@mail.qq.com谢谢')).toEqual([['l***@mail.qq.com', 'email']])
  for (const [said, masked] of [
    ['发到wangmin艾特qq.com，谢谢', 'w***艾特qq.com'],
    ['发到wangmin(at)qq点com吧', 'w***(at)qq点com'],
    ['wangmin at 163.com', 'w*** at 163.com'],
    ['wangmin @ qq点康木', 'w*** @ qq点康木'],
    ['ｌｉ＠ｑｑ．ｃｏｍ', 'l***＠ｑｑ．ｃｏｍ'],
    ['name@127.0.0.1', 'n***@127.0.0.1'],
  ] as const)
    expect(told(said)).toEqual([[masked, 'email']])
  expect(told('x@13812345678.com')).toEqual([
    ['x***', 'email'],
    ['138****5678', 'phone'],
  ])
  for (const [said, masked, kind] of [
    ['护照 E12345678', '******78', 'passport'],
    ['回乡证 H0123456708', '*******08', 'permit'],
    ['车牌粤BD12345', '粤B*****', 'plate'],
    ['微信号 wangmin_88', 'w***', 'chat'],
    ['验证码 482913', '******', 'code'],
    ['收件人：李秀兰', '李*', 'name'],
    ['this is Mary Johnson', 'M*', 'name'],
    ['住在朝阳区建国路88号', '***', 'address'],
    ['I live at Singel 250, upstairs', '***', 'address'],
    ['ship it to 42 Maple Avenue', '***', 'address'],
    ['Adresse: Am Markt 5', '***', 'address'],
    ['whatsapp id marco.rossi.77', 'm***', 'chat'],
    ['my pin is 4471', '******', 'code'],
    ['支付密码是 886521', '******', 'code'],
    ['热线 400-610-1234', '400****1234', 'phone'],
    ['抖音号 草原妹妹8 8 0 6', '草***', 'chat'],
    ['抖音号草原妹妹8806', '草***', 'chat'],
    ['智能锁临时密码给师傅604913', '******', 'code'],
    ['安全码三位数 481', '******', 'code'],
  ] as const)
    expect(told(said)).toEqual([[masked, kind]])
  expect(told('w@例子.中国，谢谢')).toEqual([['w***@例子.中国', 'email']])
})

test('no word is lost, and a text without masks is one part', () => {
  const text = maskText('我叫张三，13812345678 和 13987654321 都打过').text
  expect(
    maskedParts(text)
      .map((part) => part.text)
      .join(''),
  ).toBe(text)
  expect(maskedParts('优惠券***用不了')).toEqual([{ text: '优惠券***用不了', mask: null }])
})

test('stars that somebody typed are no mask', () => {
  for (const typed of [
    '***',
    '*****',
    '******',
    '密*****',
    '他说 *** 什么意思',
    '骂了句**#**',
    '**#**',
    '***#***',
    '一共 ***** 个',
    '******不行',
    '真是草***，烦死了',
    '区别***在哪',
  ])
    expect(maskedParts(typed).filter(({ mask }) => mask !== null)).toEqual([])
})

test('what a rule of the company hides is told as such', () => {
  obeyRules({ rules: [], hidesOrders: true })
  expect(told('订单号 2023456789012')).toEqual([['**※**', 'company']])
  obeyRules({ rules: [], hidesOrders: false })
})

test('what goes on over two lines is told in each', () => {
  const kinds = (lines: string[]) => maskAcrossLines(lines).map((line) => maskedParts(line).map(({ mask }) => mask))
  expect(kinds(['我电话138 12', '34 5678，晚上打'])).toEqual([
    [null, 'cut'],
    ['cut', null],
  ])
  expect(kinds(['我电话1381234567', '8'])).toEqual([[null, 'cut'], ['cut']])
  expect(kinds(['座机 010-6938', '7745'])).toEqual([[null, 'cut'], ['cut']])
})
