import type { DrawResult, DrawStep, OtherWishes, UsedUp } from '../../../contract/seats/draw-file.ts'

/** Why those who stood before stood before. The replay file must say it to readers without Earshot: so its words stand here, plainly. */
const because: Readonly<Record<DrawStep, { zh: string; en: string }>> = {
  owes_duty: { zh: '今年的听线还没有完成', en: 'still owed the duty' },
  longest_since_last_seat: { zh: '离上一次坐席更久', en: 'had waited longer since their last seat' },
  fewest_no_shows: { zh: '爽约更少', en: 'had fewer no-shows' },
  lottery: { zh: '抽签在前', en: 'came first in the lottery' },
}

/** What else kept a wish from being drawn. */
const otherwise: Readonly<Record<OtherWishes['why'][number], { zh: string; en: string }>> = {
  already_booked: { zh: '时间里已有别的预约', en: 'there was a booking at that time already' },
  over_limit: { zh: '那里每人能约的场数已用完', en: 'there was nothing left of what one person may book there' },
  not_offered: { zh: '时间里没有这么长的场次', en: 'no slots of that length were offered' },
}

const inWhich: Readonly<Record<UsedUp['per'], { zh: string; en: string }>> = {
  day: { zh: '每天', en: 'a day' },
  week: { zh: '每周', en: 'a week' },
  month: { zh: '每月', en: 'a month' },
  year: { zh: '每年', en: 'a year' },
  to_come: { zh: '手里', en: 'to come' },
}

const why = ({ why }: OtherWishes) => ({
  zh: why.map((one) => otherwise[one].zh).join('，或'),
  en: why.map((one) => otherwise[one].en).join(', or '),
})

/** Said behind the rest of the sentence; nothing where all came to the same. */
function besides(others: OtherWishes | undefined): { zh: string; en: string } {
  if (others === undefined) return { zh: '', en: '' }
  const { zh, en } = why(others)
  const wishes = others.wishes === 1 ? 'one other wish' : `${others.wishes} other wishes`
  return { zh: `；另有 ${others.wishes} 个志愿，${zh}`, en: `; for ${wishes} ${en}` }
}

/** Why one had to do with a later wish. */
function wantedMore(wish: number, others: OtherWishes | undefined): { zh: string; en: string } {
  if (others === undefined)
    return { zh: '更想要的已排给前面的人', en: 'what was wanted more was not to be had any more' }
  const { zh, en } = why(others)
  const isAll = others.wishes === wish - 1
  if (isAll) return { zh: `更想要的${zh}`, en: `for what was wanted more ${en}` }
  return {
    zh: `更想要的有的已排给前面的人，有的${zh}`,
    en: `some of what was wanted more was not to be had any more, and for some ${en}`,
  }
}

/** One sentence about one result, in both languages. */
export function drawSentence({ place, of, reason }: Pick<DrawResult, 'place' | 'of' | 'reason'>): {
  zh: string
  en: string
} {
  const stood = { zh: `排在第 ${place} 位（共 ${of} 位），`, en: `Place ${place} of ${of}: ` }
  const say = (zh: string, en: string) => ({ zh: `${stood.zh}${zh}。`, en: `${stood.en}${en}.` })
  switch (reason.code) {
    case 'first_wish':
      return say('排到了第一志愿', 'drawn for the first wish')
    case 'later_wish': {
      const { zh, en } = wantedMore(reason.wish, reason.others)
      return say(`排到了第 ${reason.wish} 志愿，${zh}`, `drawn for wish ${reason.wish}; ${en}`)
    }
    case 'full': {
      const { zh, en } = because[reason.step]
      const { wishes, lastPlace, others } = reason
      const more = besides(others)
      const all = wishes === 1 ? 'the one wish' : `all ${wishes} wishes`
      const lost = others === undefined ? all : `${wishes} of ${wishes + others.wishes} wishes`
      return say(
        `想要的 ${wishes} 个场次都排给了前面的人，其中最后的是第 ${lastPlace} 位，排在前面是因为${zh}${more.zh}`,
        `${lost} had gone to those before; the last of them, at place ${lastPlace}, ${en}${more.en}`,
      )
    }
    case 'no_room_together': {
      const more = besides(reason.others)
      return say(
        `想要的场次里剩下的席位不够 ${reason.people} 个人一起坐${more.zh}`,
        `the seats left of what was wished for were too few for ${reason.people} together${more.en}`,
      )
    }
    case 'already_booked': {
      const more = besides(reason.others)
      return say(`想要的时间里已有别的预约${more.zh}`, `there is a booking at the time wished for already${more.en}`)
    }
    case 'over_limit': {
      const more = besides(reason.others)
      const zh = reason.limits.map(({ count, per }) => `${inWhich[per].zh}最多 ${count} 场`).join('，或')
      const en = reason.limits.map(({ count, per }) => `at most ${count} ${inWhich[per].en}`).join(', or ')
      return say(
        `想要的时间里，每人能约的场数（${zh}）已经用完${more.zh}`,
        `all that one person may book at the time wished for (${en}) was used up already${more.en}`,
      )
    }
    case 'not_offered':
      return say('想要的时间里没有这么长的场次', 'no slots of that length are offered at the time wished for')
  }
}
