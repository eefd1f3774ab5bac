/** Thinner than this a line is a line, whatever the size of the text. */
const HAIRLINE_PX = 2
const lengths = /(?<![\w.#-])(-?\d*\.?\d+)px\b/g

const toRem = (text) =>
  text.replace(lengths, (px, number) => (Math.abs(number) <= HAIRLINE_PX ? px : `${Number(number) / 16}rem`))

/**
 * Everything grows with the text size a person chose: lengths are written in px, as they are at 100 %, and become rem here, in what
 * containers ask (`@container window (width < 980px)`) too. Media queries cannot know that size: features ask the container instead.
 */
const relativeLengths = {
  postcssPlugin: 'relative-lengths',
  Once(root) {
    root.walkDecls((declaration) => {
      if (declaration.prop !== '--root-size' && declaration.value.includes('px'))
        declaration.value = toRem(declaration.value)
    })
    root.walkAtRules('container', (rule) => {
      rule.params = toRem(rule.params)
    })
  },
}

module.exports = { plugins: [require('postcss-preset-mantine')(), relativeLengths] }
