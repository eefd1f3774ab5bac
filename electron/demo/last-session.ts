import type { NoteKind } from '../../shared/contract/listening/notes.ts'
import type { DemoMeeting, PressedLens } from './demo-care.ts'

export interface DemoCall {
  readonly reference: string | null
  readonly durationMs: number
  /** Of an old caller. */
  readonly lens?: PressedLens
  readonly meeting?: DemoMeeting
  readonly notes: readonly {
    readonly atMs: number
    readonly kind: NoteKind
    readonly text: string
    readonly issueTypeId?: string
  }[]
}

const minutes = (value: number, seconds = 0) => (value * 60 + seconds) * 1_000

/** What was heard a little while ago and waits to become tickets. */
export const lastSession: readonly DemoCall[] = [
  {
    reference: 'CC-7741-0932',
    durationMs: minutes(7, 40),
    notes: [
      {
        atMs: minutes(0, 52),
        kind: 'voice',
        text: '昨天买的今天就降了一百二，我去点价保，它说活动商品不参加。',
        issueTypeId: 'service_policy',
      },
      { atMs: minutes(2, 14), kind: 'voice', text: '买的时候也是活动，降的时候也是活动，凭什么降的时候就不算了？' },
      { atMs: minutes(3, 31), kind: 'view', text: '规则是「大促期间商品不参与」，但商品页没有这一行。' },
      { atMs: minutes(5, 2), kind: 'voice', text: '你这么一说，我气就消了一半，谢谢你啊。' },
      { atMs: minutes(5, 8), kind: 'praise', text: '坐席没有念规则，先说「换成我也会生气」，顾客语气一下就缓了。' },
    ],
  },
  {
    reference: 'CC-7741-0951',
    durationMs: minutes(9, 5),
    lens: {
      pace: 'fits',
      tone: 'warm',
      dialect: 'northeast',
      effort: 4,
      operation: 'delivery',
      help: 'for_caller',
      toldFirst: false,
    },
    meeting: {
      attendees: ['陈思远', '周启明'],
      lines: [
        { ownerName: '周启明', text: '今晚回访老人，门装反的冰箱换一台', inDays: 0 },
        { ownerName: null, text: '独居老人的单子，派送前一小时先打电话', inDays: 7 },
      ],
      isSolved: false,
    },
    notes: [
      {
        atMs: minutes(1, 3),
        kind: 'voice',
        text: '说好了下午两点到四点，现在七点，一家人饭都没吃在等。',
        issueTypeId: 'delivery',
      },
      { atMs: minutes(2, 47), kind: 'voice', text: '打那个送货员的电话，响两声就断，响两声就断。' },
      { atMs: minutes(4, 20), kind: 'view', text: '坐席能看到车在哪里，但没有办法让车先来这一家。' },
      { atMs: minutes(6, 12), kind: 'voice', text: '我八十了，这个冰箱门装反了我也打不开。', issueTypeId: 'delivery' },
      { atMs: minutes(7, 30), kind: 'risk', text: '独居老人，说「没人管我」说了两次。已请班长今晚回访。' },
    ],
  },
  {
    reference: null,
    durationMs: minutes(5, 15),
    notes: [
      {
        atMs: minutes(0, 40),
        kind: 'voice',
        text: '尺码表说按体重，我家这个胖，按体重买的勒腿。',
        issueTypeId: 'product_improvement',
      },
      { atMs: minutes(1, 55), kind: 'voice', text: '能不能让我先试一片，再决定买哪个码？' },
      { atMs: minutes(3, 20), kind: 'view', text: '和上个月那单是同一件事。试用装可以做成一片装，跟着首单走。' },
    ],
  },
]

/** Begun at the end of the last call and never finished. */
export const halfDoneNote = { atMs: minutes(4, 48), text: '她最后说，要是每包里能有一片大一号的' }
