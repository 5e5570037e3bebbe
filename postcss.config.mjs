/** Tailwind; and typefaces that do not push about what is being read. */

/**
 * Those that come as packages ask to be put in whenever they come. One that is not there soon is shown from the next page on;
 * where the network is slow it is not asked for (app/_ui/typefaces.ts). (KaTeX's own are waited for: without them a
 * formula is none.)
 */
const steadyTypefaces = {
  postcssPlugin: 'steady-typefaces',
  AtRule: {
    'font-face': (rule) => {
      rule.walkDecls('font-display', (display) => {
        if (display.value === 'swap') display.value = 'fallback';
      });
    },
  },
};

export default { plugins: ['@tailwindcss/postcss', steadyTypefaces] };
