import { expect, test } from 'vitest'
import { maskText } from './mask-text.ts'

test.each([
  ['Caller refused security but left 07.9.4.6.3.3.0.1.8.2', '07.9.4.6.3.3.0.1.8.2'],
  ['物联网卡 1064 8127 30552 停了', '1064 8127'],
  ['用户报障，宽带账号028w61830752，红灯闪', '028w6183'],
  ['number on the back was 9826 0021 4478 1093 652, £20 on it', '9826 0021'],
  ['"ok its 617 nine three two 2096"', '617 nine'],
  ["so that's four one nine, and then triple five, and then zero one, nine, zero, got it?", 'four one nine'],
  ['Caller ID 9375550121, hung up', '937555'],
  ['wrote down 380 / 555 / 0132, slash style', '380 / 555'],
  ['pay IE64 IRCE 9205 0112 3456 78', 'IRCE 9205'],
  ['Ohio DL TL482917 shown to tech', 'TL4829'],
  ['MTP number 83920174', '839201'],
  ['QQ也是这个8829301', '8829'],
  ['Refund to 60-83-71 / 31926658 please', '60-83-71'],
  ['Sender: 83 17 02 then 10 66 29 47', '10 66'],
  ['对公账号7559 1836 2410 608，开户行招行', '1836'],
  ['微信号发我 → a18pingguo_', 'pingguo'],
  ['薇信同号 tommy_lee9', 'tommy'],
  ['WeChat ID for the reseller: cathy_ukbuys', 'cathy'],
  // Codes.
  ['用户说短信里让回复8392才算确认', '8392'],
  ['它让我回复二零五五确认，我回了三遍', '二零五五'],
  ['我第一次输错了，现在它又发一个六幺七零', '六幺七零'],
  ['验证码发我两遍了，第一个7741，第二个0926，到底哪个', '0926'],
  ['快递柜给的码903 117过期了', '903 117'],
  ['四位数,六六八幺,输进去说不对', '六六八幺'],
  ['你说收不到,我这明明来了啊,二八四三八四', '二八四三八四'],
  ['The code I got by text is 604182, it says expired', '604182'],
  ['Verification: I typed 55 20 16 three times', '55 20 16'],
  ['code TX-8842 from the letter does not work', '8842'],
  // Plates.
  ['和订单填的苏E·Q9IB2不符，车膜', 'Q9IB2'],
  ["the car's an electric, whisky x-ray seven two, h d j, charges", 'h d j'],
  ["clipped a customer's truck, Ohio tag HXN-2086, claim", '2086'],
  ['I got the tag, H as in Harry, X, N, two oh eight six', 'two oh eight'],
  // Places.
  ['车停在滨江大道与江汉路交叉口华发中城商都地下停车场，武汉', '华发中城'],
  ['住的是南洲北路与工业大道交界的保利花园十座，广州', '保利花园'],
  ['就文昌南路香樟里小区门口就行', '香樟里'],
  ['装机装到花都凤凰北路雅居乐十二座,西门进', '雅居乐'],
  ['石桥镇李家洼村村委会往东第三家', '李家洼'],
  ['快递放竹海水韵春风里西门驿站，三幢一单元六零二门口', '春风里'],
  ['Resident locked out, Room 318, Fenwick Hall, ID checked', 'Fenwick'],
  ['our house is Rosemount, Back Lane, there is no number', 'Rosemount'],
  ['he lives in the flat above the chemist, Kettering', 'chemist'],
  ['Township Rd 194, second drive past the grain elevator, Hardin County', 'second drive'],
  ['c/o the office, R.R. 3 Box 112, Gallipolis', 'Box 112'],
])('%s', (told, secret) => expect(maskText(told).text).not.toContain(secret))

test.each([
  ['台胞证八三九二零一七四', '台胞证*******74'],
  ['call +1 (415) 736-2291 please', 'call +1 ****2291 please'],
  ['客户姓欧阳，叫欧阳明月', '客户姓欧阳，叫欧阳*'],
])('%s is hidden as what it is', (told, masked) => expect(maskText(told).text).toBe(masked))

test.each([
  ...['我叫欧阳', '您是欧阳女士吗', 'price tag 2086', '600 under the road', '回复1退订', '第一个2025款，第二个2024款'],
  ...[
    'v 1.3.0.2 to 1.3.0.3',
    'gift tag XL-200',
    '又发一个3000的红包',
    '人民路万达广场',
    '一路小跑',
    '生产批号13820260711,喷码最后两位糊了',
    '铁路小区改造',
    '36 37 38 39 40 41 42码各一双',
    '码数38,39,40,41都断货',
    '60-40-20, 40201010 mix ratio',
    'dates 12-10-25, 13102025',
  ],
])('%s stays', (told) => expect(maskText(told).text).toBe(told))
