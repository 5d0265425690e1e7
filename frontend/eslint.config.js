import boundaries from 'eslint-plugin-boundaries';
import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/**
 * The direction of imports. A room is a folder of src that is none of the four named ones; it uses api, ui, lib and
 * itself, never another room.
 */
const elements = [
  { type: 'app', pattern: 'src/app' },
  { type: 'api', pattern: 'src/api' },
  { type: 'ui', pattern: 'src/ui' },
  { type: 'lib', pattern: 'src/lib' },
  { type: 'test', pattern: 'src/test' },
  { type: 'room', pattern: 'src/*', capture: ['room'] },
];

function allow(from, to) {
  return { from: { element: { type: from } }, allow: { to: { element: { type: to } } } };
}

const ownWords = [
  {
    selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
    message: 'Text is shown as text.',
  },
  {
    selector: 'JSXText[value=/[A-Za-z\\u4e00-\\u9fff]{2,}/]',
    message: 'Words belong in messages.en.ts and messages.zh.ts.',
  },
  {
    selector:
      'JSXAttribute[name.name=/^(aria-label|title|placeholder|alt|label|hint|heading)$/] > Literal[value=/[A-Za-z\\u4e00-\\u9fff]{2,}/]',
    message: 'Words belong in messages.en.ts and messages.zh.ts.',
  },
];

export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'test-results', 'src/api/schema.d.ts'] },
  {
    files: ['src/**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strict],
    plugins: { boundaries, 'react-hooks': hooks },
    settings: {
      'boundaries/elements': elements,
      'import/resolver': { node: { extensions: ['.ts', '.tsx', '.css'] } },
    },
    rules: {
      ...hooks.configs.recommended.rules,
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-restricted-syntax': ['error', ...ownWords],
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          policies: [
            allow('app', ['app', 'api', 'ui', 'lib', 'room']),
            allow('room', ['api', 'ui', 'lib']),
            {
              from: { element: { type: 'room' } },
              allow: {
                to: { element: { type: 'room', captured: { room: '{{from.element.captured.room}}' } } },
              },
            },
            allow('ui', ['api', 'ui', 'lib']),
            allow('api', ['api', 'lib']),
            allow('lib', ['lib']),
          ],
        },
      ],
    },
  },
  {
    files: ['e2e/**/*.ts', 'playwright.config.ts'],
    extends: [...tseslint.configs.strict],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  {
    files: ['src/api/**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'as' }] },
  },
  {
    files: ['src/**/*.test.{ts,tsx}', 'src/test/**'],
    rules: {
      'boundaries/dependencies': 'off',
      'no-restricted-syntax': ['error', ownWords[0]],
    },
  },
);
