import { expect, test } from 'vitest'
import { plainDigits } from '../drafts/digit-runs.ts'
import { draftOnDisk } from '../drafts/draft-on-disk.ts'
import { maskedByRules } from './mask-by-rules.ts'

const corrected = [
  ['一三五，八八二七，不对，八八七二，四四零九', '135****4409'],
  ['幺三三，八零二七，不对不对，八零七二，四四幺六，记住', '133****4416，记住'],
  ['一五零 一二三四 啊不是 一二四三 零七八六', '150****0786'],
  ['我手机 138，27，错了，28，1694，07', '我手机 138****9407'],
  ['一三一七三，六零四，不是六零四，是六零五，九二八', '131****5928'],
  ['一三七，八八二七，不是七是一，零九六二', '137****0962'],
  ['幺八六，刚才说错了，重来，幺八七六六零二九一三五', '187****9135'],
  ['158 2207 66, no sorry, 64 43', '158****6443'],
  ['one three six, two eight one nine, sorry, two eight nine one, double four one seven', '136****4417'],
  ['座机零二一，六四三九，不对，六四三八，二七五八', '座机****2758'],
] as const

test.each(corrected)('%s → %s: what was taken back goes as well', (said, masked) => {
  expect(maskedByRules(said).text).toBe(masked)
  expect(maskedByRules(masked).text).toBe(masked)
})

test.each([
  ['一五八，二八幺，九四四，零七', '158****4407'],
  ['十三，八六，七四，二一，九零五', '138****1905'],
  ['一三八,三个七,四个二,一', '138****2221'],
  ['幺三九，俩八，三七，零四，二六', '139****0426'],
  ['一七六 二二零八 八三 然后呢 一四', '176****8314'],
  ['1-3-8，幺两拐四，零零八五，一半念数字', '138****0085，一半念数字'],
  ['打四零零，八二零，七三幺六一直没人', '打400****7316一直没人'],
  ['打零二一五四三八七七一六转三', '打零二一****7716转三'],
  ['你打八五二 九二八三 四零七一', '你打八五二 ****4071'],
  ['号码零九七零 然后 三八 一 二 九五', '号码零九七零 然后 ****1295'],
  ['one three nine oh two seven one, last four eight eight five six', '139****8856'],
  [
    '客户：一五九。坐席：好。客户：六七一二。坐席：好。客户：零四八三。',
    '客户：159。坐席：好。客户：****。坐席：好。客户：0483。',
  ],
])('%s → %s', (said, masked) => {
  expect(maskedByRules(said).text).toBe(masked)
})

test.each([
  '一百三十八，不对，一百五十八，一共两件',
  '买了十三个，不是十三，是十四个',
  '订单一三八二，不对，一三八三，四四零九二',
  '型号一三八八，不对，一三八九，零零一二三',
  '十三、十五、十七、十九、二十一、二十三号都行',
  '一，二，三，四，五，六，七',
  '原价一千三百八，现在一千二百八，差一百',
  '尺寸 138，不对，是 158，乘 2000',
  'I paid 138, no sorry, 158 dollars, then 2000 more',
])('%s stands', (line) => {
  expect(maskedByRules(line).text).toBe(line)
})

test.each(corrected)('«%s», typed key by key, is on no disk with more than its mask shows', (said) => {
  for (let keys = 1; keys <= said.length; keys++) {
    const draft = draftOnDisk(said.slice(0, keys), keys).text
    expect((plainDigits(draft).match(/\d/g) ?? []).length, `${said.slice(0, keys)} → ${draft}`).toBeLessThanOrEqual(7)
  }
})

test.each(corrected)('«%s», typed key by key, shows no four digits that its mask hides', (said, masked) => {
  const shown = /\*(\d{4})/.exec(masked)?.[1]
  for (let keys = 1; keys <= said.length; keys++) {
    const draft = draftOnDisk(said.slice(0, keys), keys).text
    expect(/\*(\d{4})/.exec(draft)?.[1] ?? shown, `${said.slice(0, keys)} → ${draft}`).toBe(shown)
  }
})
