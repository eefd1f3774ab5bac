import type { DrawFile } from '../shared/contract/seats/draw-file.ts'
import type { DrawFault } from '../shared/domain/seats/draw/draw-faults.ts'
import type { Language } from './data-folder.ts'

interface ReplaySentences {
  readonly usage: string
  missing(file: string): string
  isFolder(file: string): string
  unreadable(file: string, code: string): string
  unwritable(file: string, code: string): string
  readonly noDraw: string
  readonly unfit: string
  readonly faults: Readonly<Record<DrawFault['code'], string>>
  same(file: DrawFile): string
  readonly otherwiseWritten: string
  readonly differs: string
  more(count: number): string
}

const drawnOf = ({ results }: DrawFile): number => results.filter(({ slotIds }) => slotIds.length > 0).length

/** What `npm run draw` says. */
export const replaySentences: Readonly<Record<Language, ReplaySentences>> = {
  zh: {
    usage: '请写一个文件：npm run draw -- 文件 [--out 文件] [--lang zh|en]',
    missing: (file) => `没有这个文件：${file}`,
    isFolder: (file) => `这是一个文件夹，请写里面的排位文件：${file}`,
    unreadable: (file, code) => `文件读不出来（${code}）：${file}`,
    unwritable: (file, code) => `写不进去（${code}）：${file}`,
    noDraw: '这不是一份排位文件，或者已经不完整。请向协调员要原来的那一份。',
    unfit: '用这份文件抽不了签：',
    faults: {
      request_twice: '同一个申请有两份',
      slot_twice: '同一个场次有两份',
      facts_twice: '同一个人的情况有两份',
      person_twice: '同一个人申请了两次',
      facts_missing: '缺少这个人的情况',
      wish_twice: '这个申请把同一个场次写了两次',
      slot_without_length: '这个场次没有长度',
      slots_overlap: '这个场次和同一间房的上一场重叠',
      other_seed: '种子与开放申请时公布的摘要不符',
    },
    same: (file) =>
      `一个字节都不差。${file.requests.length} 个申请排上 ${drawnOf(file)} 个，${file.capacity.seats} 个席位用了 ${file.capacity.used} 个，被排在后面的人抢先的：${file.checks.envy}。`,
    otherwiseWritten: '结果相同，但字节不同：这份文件被别的程序重新存过。',
    differs: '不一样：文件里写的，不是这次排位得出的（左边是文件，右边是重排）：',
    more: (count) => `还有 ${count} 处`,
  },
  en: {
    usage: 'Name one file: npm run draw -- FILE [--out FILE] [--lang zh|en]',
    missing: (file) => `There is no such file: ${file}`,
    isFolder: (file) => `This is a folder; name the file of the draw in it: ${file}`,
    unreadable: (file, code) => `The file cannot be read (${code}): ${file}`,
    unwritable: (file, code) => `The file cannot be written (${code}): ${file}`,
    noDraw: 'This is no file of a draw, or not whole any more. Ask the coordinator for the original one.',
    unfit: 'No draw can be held with this file:',
    faults: {
      request_twice: 'a request is there twice',
      slot_twice: 'a slot is there twice',
      facts_twice: 'what is known of a person is there twice',
      person_twice: 'a person asks twice',
      facts_missing: 'nothing is known of a person',
      wish_twice: 'a request wishes for one slot twice',
      slot_without_length: 'a slot has no length',
      slots_overlap: 'a slot overlaps with the one before it in its room',
      other_seed: 'the seed is not the one whose hash was published when the window opened',
    },
    same: (file) =>
      `The same bytes. ${drawnOf(file)} of ${file.requests.length} requests drawn, ${file.capacity.used} of ${file.capacity.seats} seats used, lost to somebody who stood behind: ${file.checks.envy}.`,
    otherwiseWritten: 'The same draw, but other bytes: another program saved this file anew.',
    differs: 'Not the same: what the file says is not what the draw gives (left the file, right the draw held again):',
    more: (count) => `and ${count} more`,
  },
}
