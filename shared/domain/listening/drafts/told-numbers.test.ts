import { expect, test } from 'vitest'
import { foldSigns, foldSpokenDigits } from '../masking/folding.ts'
import { maskText } from '../masking/mask-text.ts'
import { retell } from '../masking/retelling.ts'
import { draftOnDisk } from './draft-on-disk.ts'

/** However they are told. */
function digitsIn(text: string): number {
  const plain = foldSpokenDigits(foldSigns(text))
  return (retell(plain)?.text ?? plain).match(/\d/g)?.length ?? 0
}

test.each([
  'you can get me on nine one two seven, um, double four eight six',
  '你记一下 六幺四 三零二八五七 八三三',
  'SG hp 9127 4486',
  '打香港 91234567',
  'HSBC account 614 302857 833',
  '帐号 012-875-0-046239-1',
  '身分證字號 A128734608',
  '短信来了 四洞幺八六三',
  'code says, hang on, six one eight, two oh five',
  '车牌是川a 大写的d 零五三二九',
  '他念 八六四二 零九幺五',

  '邮储的卡62109845,后面是00,0073,62153',
])('«%s», typed key by key, is on no disk with more of its digits than its mask shows', (typed) => {
  expect(maskText(typed).found).toHaveLength(1)
  for (let keys = 1; keys <= typed.length; keys++) {
    const draft = draftOnDisk(typed.slice(0, keys), keys).text
    expect(digitsIn(draft), `${typed.slice(0, keys)} → ${draft}`).toBeLessThanOrEqual(4)
  }
})

test.each(['等了二十三分钟', '二零二六年', '买了三个，五个，八个'])('%s stands', (typed) => {
  expect(draftOnDisk(typed, typed.length).text).toBe(typed)
})
