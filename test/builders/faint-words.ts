import type { DangerGrade } from '../../shared/contract/life-channel/danger.ts'
import { hearDanger, hearFaintly } from '../../shared/domain/life-channel/hear-danger.ts'
import { openEar } from '../../shared/domain/life-channel/open-ear.ts'

/** Words that the ear of this build hears faintly and no more, and how grave: which they are changes with what it learned. */
export async function wordsHeardFaintly(): Promise<[string, DangerGrade]> {
  const ear = await openEar()
  for (const text of [
    '我想死，可是猫怎么办',
    '老子活腻了，爱咋咋地',
    '睡过去就好了',
    '我走了以后',
    '她说以后不会再打来了',
    '他说什么都不想要了',
  ]) {
    const lines = [{ text, speaker: 'listener' } as const]
    const [faint] = hearFaintly(lines, ear)
    if (faint !== undefined && hearDanger(lines, ear) === null) return [text, faint.grade]
  }
  throw new Error('none of these is heard faintly any more: name another')
}
