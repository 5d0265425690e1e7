import { zh } from '../lib/i18n';
import type { LookupMessages } from './messages.en';

export const lookup: LookupMessages = {
  title: '在本综述中查找',
  intro: '查找全部记录的标题、摘要、作者、期刊、关键词和标识号，中英文均可。',
  words: '查找内容',
  find: '查找',
  found: (n) => `${zh(n)} 条记录`,
  tagShown: '为这些记录加上综述标签',
  chooseTag: '请选择…',
  tagThem: (n) => `加到显示的 ${zh(n)} 条记录上`,
  tagged: (n) => `已为 ${zh(n)} 条记录加上标签。`,
  none: '没有符合的记录',
  noneText: '请减少词语，或只写词的开头并在末尾加 *，或换一种语言。',
  start: '您要找什么？',
  startText: '输入词语、标题、DOI 或作者。',
  help: '可以这样写',
  examples: [
    { write: '干细胞 关节炎', finds: '同时含有两个词' },
    { write: '"stem cell"', finds: '完整的短语' },
    { write: 'mesench*', finds: '以此开头的词' },
    {
      write: 'title:狼疮',
      finds: '只查标题；另有 abstract（摘要）、author（作者）、journal（期刊）、keyword（关键词）',
    },
    { write: 'year:2015..2020', finds: '某一年，或一段年份' },
    { write: 'source:CNKI', finds: '某一来源的记录' },
    { write: 'doi:10.1000/xyz', finds: '标识号；另有 pmid' },
    { write: 'lupus OR 狼疮', finds: '任意一个' },
    { write: '关节炎 -小鼠', finds: '含前者而不含后者' },
  ],
  open: (title) => `打开：${title}`,
  duplicate: (id) => `与记录 ${id} 重复`,
};
