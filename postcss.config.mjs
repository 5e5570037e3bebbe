/** Tailwind, and nothing else. */
export default { plugins: { '@tailwindcss/postcss': {} } };
