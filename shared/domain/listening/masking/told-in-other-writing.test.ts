import { expect, test } from 'vitest'
import { maskedByRules } from './mask-by-rules.ts'

test.each([
  // Codes.
  ['一次性密码 60381942，八位的', '一次性密码 ******，八位的'],
  ['二次验证 556 778', '二次验证 ******'],
  ['登录码（短信）K7Q2M9，混的', '登录码（短信）******，混的'],
  ['验证码(6位) 118834', '验证码(6位) ******'],
  ['验证码先给了 402，后面是 816，通过', '验证码先给了 ******，通过'],
  ['验证码分两段：331，后面是 902', '验证码分两段：******'],
  ['Security code texted to him: 10８８42', 'Security code texted to him: ******'],
  ['code sent to her phone: 2 7 4 9', 'code sent to her phone: ******'],
  ['坐席：短信里的六位数\n客户：九零零二三幺', '坐席：短信里的六位数\n客户：******'],
  ['短信验证 550 271', '短信验证 ******'],
  ['code 550-271 is what she read', 'code ****** is what she read'],
  ['短信:【某某】293104，5分钟内有效', '短信:【某某】******，5分钟内有效'],
  ['verification no. 293104', 'verification no. ******'],
  // Numbers in signs and groups.
  ['备用：18*6*2*0*5*5*1*9*9*0', '备用：186****1990'],
  ['13 9、18 4、02 75 6 记得乱', '139****2756 记得乱'],
  ['我号码 176 0472 八八 一三', '我号码 176****8813'],
  ['银联 62 17 85 27 00 01 48 39 607，每两位一停', '银联 ****9607，每两位一停'],
  // A day is no country.
  ['+81 90-2746-8153 日本转运仓', '+81 ****8153 日本转运仓'],
  // Names at WeChat.
  ['微信：lan，然后 _，再 5206，小写', '微信：l***，小写'],
  ['抖音不回，微信号写的LX-2046-summer', '抖音不回，微信号写的L***'],
  ['微信号m，m，m，下划线，q i u三个m', '微信号m***三个m'],
  ['还有一个xiaomifeng_hz，加这个微信', '还有一个x***，加这个微信'],
])('%s', (text, masked) => {
  expect(maskedByRules(text).text).toBe(masked)
  expect(maskedByRules(masked).text).toBe(masked)
})
