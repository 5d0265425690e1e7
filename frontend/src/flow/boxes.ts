import type { BilingualText } from '../api/schema';

/**
 * The lines of the PRISMA 2020 diagram by their names in the PRISMA2020 package's CSV (Haddaway et al., Campbell Syst
 * Rev 2022;18:e1230), in reading order.
 */
export interface BoxLine {
  readonly name: string;
  readonly label: BilingualText;
  readonly part: 'previous' | 'identification' | 'screening' | 'other' | 'included';
  /** Text "Reason, n; Reason, n" is taken as well as a number. */
  readonly listsReasons?: true;
}

export const boxLines: readonly BoxLine[] = [
  line('identification', 'database_results', 'Records from databases', '来自数据库的记录'),
  line('identification', 'register_results', 'Records from registers', '来自注册库的记录'),
  line('identification', 'duplicates', 'Duplicate records removed', '去除的重复记录'),
  line('identification', 'excluded_automatic', 'Removed by automation tools', '自动化工具判为不合格'),
  line('identification', 'excluded_other', 'Removed for other reasons', '因其他原因移除'),
  line('screening', 'records_screened', 'Records screened', '筛选的记录'),
  line('screening', 'records_excluded', 'Records excluded', '排除的记录'),
  line('screening', 'dbr_sought_reports', 'Reports sought for retrieval', '拟获取的报告'),
  line('screening', 'dbr_notretrieved_reports', 'Reports not retrieved', '未能获取的报告'),
  line('screening', 'dbr_assessed', 'Reports assessed for eligibility', '评估合格性的报告'),
  { ...line('screening', 'dbr_excluded', 'Reports excluded', '排除的报告'), listsReasons: true },
  line('other', 'website_results', 'Records from websites', '来自网站的记录'),
  line('other', 'organisation_results', 'Records from organisations', '来自机构的记录'),
  line('other', 'citations_results', 'Records from citation searching', '来自引文检索的记录'),
  line('other', 'other_sought_reports', 'Other methods: reports sought', '其他途径：拟获取的报告'),
  line(
    'other',
    'other_notretrieved_reports',
    'Other methods: reports not retrieved',
    '其他途径：未能获取的报告',
  ),
  line('other', 'other_assessed', 'Other methods: reports assessed', '其他途径：评估合格性的报告'),
  {
    ...line('other', 'other_excluded', 'Other methods: reports excluded', '其他途径：排除的报告'),
    listsReasons: true,
  },
  line('previous', 'previous_studies', 'Studies in the previous version', '上一版纳入的研究'),
  line('previous', 'previous_reports', 'Reports of those studies', '上一版研究的报告'),
  line('included', 'new_studies', 'Studies included', '纳入的研究'),
  line('included', 'new_reports', 'Reports of included studies', '纳入研究的报告'),
  line('included', 'total_studies', 'Total studies included', '纳入研究合计'),
  line('included', 'total_reports', 'Reports of all included studies', '全部纳入研究的报告'),
  line('included', 'total_studies_ma', 'Studies in the meta-analysis', '纳入 Meta 分析的研究'),
  line('included', 'total_reports_ma', 'Reports of those in the meta-analysis', '纳入 Meta 分析研究的报告'),
];

const pending: readonly BoxLine[] = [
  line('screening', 'pending_screening', 'Records that wait for screening', '待筛选的记录'),
  line('screening', 'pending_retrieval', 'Reports that wait for retrieval', '待获取的报告'),
  line('screening', 'pending_full_text', 'Reports that wait for assessment', '待评估的报告'),
  line('identification', 'database_specific_results', 'Records from databases', '来自数据库的记录'),
  line('identification', 'register_specific_results', 'Records from registers', '来自注册库的记录'),
];

const labels = new Map([...boxLines, ...pending].map(({ name, label }) => [name, label]));

export function boxLabel(name: string): BilingualText {
  return labels.get(name) ?? { en: name };
}

export function isBox(name: string): boolean {
  return boxLines.some((one) => one.name === name);
}

function line(part: BoxLine['part'], name: string, en: string, zh: string): BoxLine {
  return { part, name, label: { en, zh } };
}
