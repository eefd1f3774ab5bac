import { expect, test } from 'vitest'
import { maskText } from './mask-text.ts'

test.each([
  ['我们村就叫下塘，进村第二个路口右拐第三家', '下塘'],
  ['石桥镇供销社后面那条巷子最里面', '石桥镇'],
  ['锦绣江南南门丰巢', '锦绣江南'],
  ['翡翠湖畔东区物业', '翡翠湖畔'],
  ['家在罗坪乡中心小学对面', '罗坪乡'],
  ['柳树屯大槐树底下那家', '柳树屯'],
  ['我住在煤矿三号井家属楼', '三号井'],
  ['发到青年公寓，就说十一楼的', '青年公寓'],
  ['翠苑四区，到了给我打电话', '翠苑四区'],
  ['快递放天通苑北一区蜂巢', '天通苑'],
  ['the farm at the end of Mill Lane, no number', 'Mill Lane'],
  ["we're the last house on Hangman's Lane", 'Hangman'],
  ['Rose Cottage, just past the church in Little Snoring', 'Rose Cottage'],
  ['Oak Tree Farm, up the track off the B4058', 'Oak Tree'],
  ['the old rectory, Church End', 'Church End'],
  ['third bungalow past the Fox and Hounds', 'Fox'],
  ['caravan 12 at Sunny Sands, pitch by the shop', 'Sunny'],
  ['marina berth C14, narrowboat Dragonfly', 'C14'],
  ['the vicarage on Priory Close', 'Priory'],
])('a home without a number, told by what is beside it: %s', (told, secret) =>
  expect(maskText(told).text).not.toContain(secret),
)

test.each([
  ...['公寓电费怎么算', '我们小区东门丰巢满了', '你们公司南门驿站几点关', '学校对面开了店', '菜市场里面有卖的吗'],
  ...[
    'the farm shop on the corner',
    'a flat screen on offer at Argos',
    'first door on the left',
    'plot 3 of the series',
    '小学对面',
  ],
])('%s stays', (told) => expect(maskText(told).text).toBe(told))

test.each([
  ['就是一三八，呃，后面是两个六，再七七，三三一零', '****3310'],
  ['it starts 07700 and ends 900 123', '****0123'],
])('a number told in pieces that words put in order: %s', (told, end) => expect(maskText(told).text).toContain(end))

test('a digit behind who speaks is nobody: Customer: five one nine', () => {
  expect(maskText('Customer: five more days please').text).toBe('Customer: five more days please')
})
