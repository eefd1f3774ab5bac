import { expect, test } from 'vitest'
import { hearDanger, hearFaintly } from './hear-danger.ts'
import { openEar } from './open-ear.ts'

const ear = await openEar()
const noted = (text: string) => [{ text, speaker: 'listener' as const }]

test.each([
  '药都吃下去了没好转，想退费',
  '药我都吃下去了，还咳',
  '医生开的头孢我都吃了，没好转',
  '头孢我都吃了三天了还发烧，能退吗',
  '安定我都吃了两年了',
  '抗抑郁药我都吃完了，要续方',
  '客户说农药都喝了，作物长得好',
  '安装师傅已经在楼顶了，别催',
  '快递员已经走到桥上了，不用催',
  '安装工站在窗台外面装空调外机',
  '工人在楼顶修防水',
  '我在阳台边，你们别管，放门口就行',
  '在你们店顶楼三十分钟没人接待',
  '给自己定好时间，明天装宽带',
  '给自己挑好了时间，周五上门安装',
  '客户说她给自己选好日子装宽带，就周五',
  '门窗都封好了，甲醛检测',
  '窗户都用胶带贴好了，台风要来了',
  '我把儿子的平板锁在车里了',
  '准备下地下找我儿子，车停B2',
  '我走了以后这个会员能转给我儿子吗，我下周出国',
  '我走了以后会员能转给我女儿吗，下月移民',
  '等春节就结束，不麻烦你们',
  "I'm parked on the motorway bridge, broken down",
  'someone is parked on the railway bridge blocking me',
  "she's sitting on the overpass with a flat tyre",
  "I'm stood on the viaduct waiting for roadside assistance",
  'my husband is on the roof fitting the aerial',
  'my tablets are laid out in the dosette box',
  "I've laid my medication out on the bed for the carer",
  "I've taped up the windows for painting",
  'he says hell shoot us a message',
  "I'm going to end it here and call back tomorrow",
  '我妈八十六了一个人在家，问能不能送货上门',
  'co alarm keeps beeping every minute, battery new',
  'dad has been on the floor since monday fitting the laminate',
  "I'm going to kill him when he gets home, he left the tap on",
])('an errand that is told in whole is no danger: %s', (text) => {
  expect(hearDanger(noted(text), ear)?.grade).not.toBe('high')
})

test.each([
  '药我都吃下去了，不用退款了',
  '医生开的安眠药我都吃了，一百片',
  '药全吃了，药盒空了，我在等',
  '农药喝下去了，药店买的',
  '我已经在楼顶了，你们别拦',
  '他站在楼顶边上，电梯上不去',
  '我女儿坐在窗台上，师傅拉不住她',
  '工人站在楼顶，别拦他',
  '快递员爬到窗台外面了，别拦',
  '我在楼顶吹风呢 不用催了 马上给你们清账',
  '给自己选好日子了，就这周五',
  '给自己选好日子了，孩子婚礼办完就走',
  '门窗都封好了，炭也点了',
  '我把儿子锁在车里了',
  '我准备去地下找我儿子了',
  '过了今天就走，不拖累家里了',
  '我走了以后这个会员能转给我儿子吗，我没几天了',
  "I'm on the motorway bridge, I've broken down, can't do it",
  "I've taken my whole prescription, all of them",
  'my tablets are all laid out in front of me',
  "I've taped up the windows and lit the charcoal",
  "he says he'll shoot us",
  'dad has been on the floor since monday',
  "I'm going to kill him when he gets home",
])('what begins like one and is none opens the card: %s', (text) => {
  expect(hearDanger(noted(text), ear)).not.toBeNull()
})

test.each([
  ['我把孩子掐了，我受不了了'],
  ['他在小区里拿刀砍人'],
  ["said he'll wait till the wife's at work Thursday then use the shotgun"],
  ['thank you for being kind, goodbye, this is the end'],
  ["I'm going to drive into a tree"],
  ['奶奶摔了，打了三次电话没人回'],
  ['我妈八十六了一个人在家，电话打了一天没人接'],
  ['my mum is 86, lives alone and hasnt answered the phone since yesterday'],
  ["The carbon monoxide alarm keeps going and we've both got splitting headaches"],
  ['燃气报警器响了，我妈头晕'],
  ['被困在电梯里，按了铃没人回'],
  ['最后一次打这个电话，再没人管我就去死'],
  ["power's off, my wife's on a home ventilator, battery says 9 minutes"],
  ['快递员站在楼顶，师傅说要跳'],
  ['I cut myself every night'],
])('a plan, and an attack, open the card: %s', (text) => {
  expect(hearDanger(noted(text), ear)?.grade).toBe('high')
  expect(hearFaintly(noted(text), ear)).not.toEqual([])
})

test.each([
  ['你们说给我回电话，到现在都没有人回', '打了一下午，到现在还没有人回我', '我昨天就打过一次了，到现在都没人回'],
  ['留了三次言', '到现在都没有人来', '发了邮件，没有人回', '最后一次打这个电话，再不解决我投诉'],
  ['不是，我昨天就打过一次了，你们说给我回电话，到现在都没有人回'],
  ['我打了五次电话', '等了三天，到现在都没人联系我', '客服说今天回，一直没回'],
  ['我等到现在一个人都没有', '留言留了五次，到现在都没人回', '发了好几封邮件都没人回', '打了一早上电话，没一个人接'],
  ['都三天了也没人给我回个话'],
  ['一直没有人联系我', '说好今天来装，到现在都没人来'],
  [
    'I have called five times and nobody answers',
    'nobody has called me back until now',
    'no one ever replies to my emails',
  ],
  ["I've emailed you three times", 'still no one has replied', "I've been waiting since Monday and nobody calls back"],
  ['打了十几次电话都没人接，你们客服是摆设吗'],
  ['没人接电话，我要退款'],
  ['打了三次电话都没人接', '等了一天了，到现在没人接电话', '我昨天就打过了没人接'],
  ['I left three messages', 'no one rang me back', "this is the last time I'm calling"],
])('who waits for an answer, and calls again, complains: %s', (...texts) => {
  const lines = texts.map((text) => ({ text, speaker: 'listener' as const }))
  expect(hearDanger(lines, ear)).toBeNull()
})

test.each([
  ["If you need anything else, don't hesitate to reach out!"],
  ["If you need anything else, don't hesitate to ask"],
  ["You're welcome! If you need anything else, please don't hesitate to contact us. Goodbye."],
  ['Please feel free to call us again if you have any other questions'],
])('how an agent ends a call is no danger: %s', (text) => {
  expect(hearDanger(noted(text), ear)).toBeNull()
  expect(hearFaintly(noted(text), ear)).toEqual([])
})

test('and hides none beside it', () => {
  const said = "If you need anything else, don't hesitate to reach out. I've taken all my tablets"
  expect(hearDanger(noted(said), ear)?.grade).toBe('high')
})

test.each([
  ['没人接电话，我妈心脏不好'],
  ['我等到现在一个人都没有，我不想活了'],
  ['打了一早上电话，没一个人接，我爸昨天说要喝农药'],
  ['I have called five times and nobody answers, my mum is 84 and lives alone'],
  ["nobody has called me back, I've taken all my tablets"],
  ['打了一天电话没人接，我爸心脏病一个人在家'],
  ['打了十几次电话没人接，她昨天说想死'],
  ['从昨天到现在都没人接，我怀疑我妈出事了'],
  ['电话没人接，她刚发了遗书'],
  ['师傅已经在楼顶了，别打电话'],
  ["I'm going to end things here and try again later"],
])('who does not answer may lie there: %s', (text) => {
  expect(hearDanger(noted(text), ear)).not.toBeNull()
})

test.each([['打了一天没人接，门也敲不开'], ['打了一天电话没人接，敲门没人应，老人独居']])(
  'a door that nobody opens is asked about: %s',
  (text) => {
    expect(hearFaintly(noted(text), ear)).not.toEqual([])
  },
)

test.each([
  ['我喊了一晚上，到现在都没人来'],
  ['被锁在电梯里，到现在都没人来'],
  ['我爸倒在地上，打了三次120到现在没人来'],
  ['我不想活了，到现在都没人回我'],
  ['我摔在地上起不来', '喊了一晚上', '到现在都没人来'],
])('who waits for help is in danger: %s', (...texts) => {
  const lines = texts.map((text) => ({ text, speaker: 'listener' as const }))
  expect(hearDanger(lines, ear)?.grade).toBe('high')
})
