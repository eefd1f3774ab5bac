import nappySize from '../../resources/demo/nappy-size.vcon.json' with { type: 'json' }
import priceProtection from '../../resources/demo/price-protection.vcon.json' with { type: 'json' }
import television from '../../resources/demo/silver-hair-television.vcon.json' with { type: 'json' }

/** Invented conversations to drop on a call, under the names they get in the data folder's `conversations`. */
export const demoConversations: Readonly<Record<string, unknown>> = {
  '价保要自己点.vcon.json': priceProtection,
  '尿不湿换码.vcon.json': nappySize,
  '老人看戏.vcon.json': television,
}
