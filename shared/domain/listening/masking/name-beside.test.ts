import { expect, test } from 'vitest'
import { maskedByRules } from './mask-by-rules.ts'

test.each([
  ['让司机找楼长蔡金宝,金子的金', '让司机找楼长蔡*,金子的金'],
  ['转告仓库老薛(薛德旺)', '转告仓库老薛(薛*)'],
  ['陪护人填错了,不是万志强,是万志刚', '陪护人填错了,不是万*,是万*'],
  ['同行人 祝晓芸 和 祝晓蕾', '同行人 祝* 和 祝*'],
  ['我的名字是 阿卜杜热西提·买买提', '我的名字是 阿*'],
  ['本人姓名 司徒嘉懿,不是司徒嘉毅', '本人姓名 司徒*,不是司徒*'],
  ['她说她叫曲 文 静,投诉送错货', '她说她叫曲*,投诉送错货'],
])('a name that stands beside what explains it is one: %s', (text, masked) => {
  expect(maskedByRules(text).text).toBe(masked)
})

test.each(['师傅，红色的红', '他说（周六）之前到', '客服态度好，孩子也喜欢', '不是周一,是周二'])(
  'words beside each other are no name: %s',
  (text) => {
    expect(maskedByRules(text).text).toBe(text)
  },
)
