import { expect, test } from 'vitest'
import type { DangerKind, Evidence } from '../../../shared/contract/life-channel/danger.ts'
import { isCalledWith } from './called-with.ts'

const says = (kind: DangerKind, words: string): Evidence => ({ grade: 'high', kind, words: [words], earVersion: '1' })

test.each([
  ['屋里一股煤气味', 'gas', '我头好晕，站不起来了', 'emergency', true],
  ['屋里一股煤气味', 'gas', '我妈晕倒没呼吸了', 'emergency', false],
  ['他说要弄死我的号', 'threat', '我妈晕倒没呼吸了', 'emergency', false],
  ['他说要弄死我的号', 'threat', '我胸口疼得喘不上气', 'emergency', false],
  ['我把药都吃了', 'suicide', '现在浑身发冷', 'emergency', true],
  ['我晕倒了', 'emergency', '站不起来了', 'emergency', true],
  ['我晕倒了', 'emergency', '我爸也不动了', 'emergency', false],
  ['屋里一股煤气味', 'gas', '煤气灶一直开着', 'gas', true],
  ['I can smell gas', 'gas', 'my legs gave way', 'emergency', true],
  ['I can smell gas', 'gas', 'my mum is not breathing', 'emergency', false],
] as const)(
  'called wrong with «%s» (%s): «%s» (%s) in the same sentence, %s',
  (called, kind, rest, restKind, isSaid) => {
    const standing = [{ text: `${called}，${rest}` }]
    expect(isCalledWith([says(kind, called)], standing)(says(restKind, rest))).toBe(isSaid)
  },
)
