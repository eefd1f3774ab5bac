/** Of goods that people call about all day. Words that somebody may call themselves by (magic88, nova520) are none of them. */
const GOODS = [
  '(?:iphone|ipad|airpods|macbook|imac|redmi|thinkpad|xbox|wi-?fi|harmonyos|ios|android|windows)\\d{0,2}(?:\\.\\d{1,2})?',
  '(?:usb|hdmi)(?:\\d(?:\\.\\d)?)?',
  '(?:rtx|gtx)\\d{3,4}',
  ...['mate[2-8]0', 'pura[78]0', 'ps[2-6]', 'mp[34]', 'win(?:7|8|10|11)', '[ah][45]', 'x{0,3}l|[2-6]xl'],
]
const BEHIND = '(?:pro|plus|max|ultra|mini|air|super|ti|se|[secx])*'

const GOODS_NAME = new RegExp(`^(?:${GOODS.join('|')})${BEHIND}$`, 'i')

/** A name of goods as it is typed: iPhone15 Pro, mate60, usb3.0, 2XL. In front of an @ it would be hidden all the same. */
export const isGoodsName = (word: string): boolean => GOODS_NAME.test(word)
