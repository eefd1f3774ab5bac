import type { DrawResult, DrawStep } from '../../../contract/seats/draw-file.ts'

/** Why those who stood before stood before. The replay file must say it to readers without Earshot: so its words stand here, plainly. */
const because: Readonly<Record<DrawStep, { zh: string; en: string }>> = {
  owes_duty: { zh: '今年的听线还没有完成', en: 'still owed the duty' },
  longest_since_last_seat: { zh: '离上一次坐席更久', en: 'had waited longer since their last seat' },
  fewest_no_shows: { zh: '爽约更少', en: 'had fewer no-shows' },
  lottery: { zh: '抽签在前', en: 'came first in the lottery' },
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
    case 'later_wish':
      return say(
        `排到了第 ${reason.wish} 志愿，更想要的已排给前面的人`,
        `drawn for wish ${reason.wish}; what was wanted more was not to be had any more`,
      )
    case 'full': {
      const { zh, en } = because[reason.step]
      const wishes = reason.wishes === 1 ? 'the one wish' : `all ${reason.wishes} wishes`
      return say(
        `想要的 ${reason.wishes} 个场次都排给了前面的人，其中最后的是第 ${reason.lastPlace} 位，排在前面是因为${zh}`,
        `${wishes} had gone to those before; the last of them, at place ${reason.lastPlace}, ${en}`,
      )
    }
    case 'no_room_together':
      return say(
        `想要的场次里剩下的席位不够 ${reason.people} 个人一起坐`,
        `the seats left of what was wished for were too few for ${reason.people} together`,
      )
    case 'already_booked':
      return say('想要的时间里已有别的预约', 'there is a booking at the time wished for already')
    case 'not_offered':
      return say('想要的时间里没有这么长的场次', 'no slots of that length are offered at the time wished for')
  }
}
