/** The server's JSON, in the words of its OpenAPI description. */

export interface Page<T> {
  items: T[];
  next?: string;
}

export interface BilingualText {
  en?: string;
  zh?: string;
}

export type LanguageCode = 'en' | 'zh';
export type Role = 'lead' | 'reviewer' | 'adjudicator' | 'observer';
export type StageId = 'title-abstract' | 'full-text';
export type Verdict = 'include' | 'exclude' | 'maybe';

// Session and accounts

export interface SignedInAccount {
  id: string;
  name: string;
  displayName: string;
  language: LanguageCode;
  administrator: boolean;
}

export interface Session {
  signedIn: boolean;
  account?: SignedInAccount;
  /** Whether accounts with passwords exist on this server. */
  local: boolean;
  /** Whether signing in through an OpenID Connect provider is configured. */
  oidc: boolean;
  /** What the provider is called on the sign-in button. */
  oidcName?: string;
}

export interface AccountSummary {
  id: string;
  name: string;
  displayName: string;
  /** Told to administrators only. */
  disabled?: boolean;
  administrator?: boolean;
}

export interface Setup {
  needed: boolean;
}

export interface Member {
  account: { id: string; name: string; displayName: string };
  roles: Role[];
  since: string;
}

// Reviews

export interface ReviewListItem {
  id: string;
  title: string;
  roles: Role[];
  createdAt: string;
  /** What is left out is not this member's work. */
  myOpen: { 'title-abstract'?: number; 'full-text'?: number; conflicts?: number };
}

export interface Progress {
  /** For reviewers. */
  mine?: { voted: number; remaining: number };
  total?: number;
  decided?: number;
}

export interface StageState {
  stage: StageId;
  state: 'open' | 'closed';
  since: string;
}

export interface Review {
  id: string;
  title: string;
  language: LanguageCode;
  roles: Role[];
  blinded: boolean;
  stages: StageState[];
  rail: {
    protocol: { version: number; done: boolean };
    import: { records: number; waiting: number };
    duplicates: { clusters: number; duplicates: number };
    'title-abstract': Progress;
    'full-text': Progress;
    conflicts?: { titleAbstract: number; fullText: number };
    flow?: { included: number };
    /** Absent for whoever has nothing to do there. */
    calibration?: { rounds: number; open: number };
  };
}

export interface Criterion {
  id: string;
  kind: 'inclusion' | 'exclusion';
  text: BilingualText;
}

export interface Reason {
  id: string;
  label: BilingualText;
  criterionId?: string;
}

export interface Question {
  text: BilingualText;
  population: string;
  intervention: string;
  comparison: string;
  outcome: string;
  design: string;
}

export interface Policy {
  titleAbstractVotes: number;
  fullTextVotes: number;
  conflictRule: 'adjudicator' | 'consensus';
  adjudicatorMayHaveVoted: boolean;
  order: 'random' | 'import' | 'newest';
  reasonsAtTitleAbstract: boolean;
  mask: { authors: boolean; journal: boolean; year: boolean };
  countsForVotingLead: boolean;
  conflictVotesHidden: boolean;
}

export type HighlightGroupId =
  'include' | 'exclude' | 'population' | 'intervention' | 'comparison' | 'outcome';

export interface HighlightGroup {
  group: HighlightGroupId;
  terms: string[];
}

export interface Amendment {
  version: number;
  at: string;
  by?: string;
  explanation: string;
}

export interface Protocol {
  version: number;
  question: Question;
  registration: string;
  criteria: Criterion[];
  reasons: Reason[];
  policy: Policy;
  highlights: HighlightGroup[];
  amendments: Amendment[];
}

/** What a changed protocol sends. */
export type ProtocolChange = Omit<Protocol, 'version' | 'amendments'> & { explanation: string };

// Records

export interface RecordSource {
  sourceId: string;
  name: string;
}

export type RecordField = 'title-en' | 'title-zh' | 'abstract-en' | 'abstract-zh';

/** A field that a person mended; what was imported is kept beside it. */
export interface Correction {
  field: RecordField;
  /** Where the text comes from; left out where that could tell a masked journal. */
  origin?: string;
  at: string;
}

export interface ReviewRecord {
  corrections?: Correction[];
  id: number;
  title?: string;
  titles?: BilingualText;
  authors?: string[];
  year?: number;
  journal?: string;
  volume?: string;
  issue?: string;
  pages?: string;
  doi?: string;
  pmid?: string;
  abstract?: string;
  abstracts?: BilingualText;
  keywords?: string[];
  type?: string;
  url?: string;
  language?: string;
  accession?: string;
  sources?: RecordSource[];
  importId?: string;
  duplicateOf?: number;
}

// Identification

export type SourceKind =
  'database' | 'register' | 'website' | 'organisation' | 'citation-searching' | 'other';

export interface SourceDetails {
  kind: SourceKind;
  name: string;
  platform?: string;
  searchedOn?: string;
  query?: string;
  limits?: string;
  hitsReported?: number;
  /** Number of the round of searching that it belongs to; where none is given, a new source belongs to the newest. */
  round?: number;
}

export interface Source extends SourceDetails {
  id: string;
  imports: number;
  records: number;
  withinSource?: number;
  completeness: Completeness;
}

/** A round of searching: records = known + duplicates + new. */
export interface SearchRound {
  number: number;
  /** Absent for the first one, which nobody opened. */
  id?: string;
  name?: string;
  begunOn?: string;
  records: number;
  /** Records that an earlier round had found. */
  known: number;
  duplicates: number;
  /** Entries that no earlier round had found. */
  new: number;
}

export type ImportState =
  'queued' | 'reading' | 'ready' | 'committing' | 'committed' | 'failed' | 'discarded' | 'withdrawn';

/** Number of records that have the field. */
export interface Completeness {
  title: number;
  abstract: number;
  year: number;
  doi: number;
  authors: number;
  language: number;
}

export interface ImportBatch {
  id: string;
  fileName: string;
  bytes: number;
  sha256?: string;
  state: ImportState;
  format?: string;
  charset?: string;
  bytesRead: number;
  records: number;
  quarantined: number;
  completeness?: Completeness;
  guess?: { database?: string };
  /** Of a table: whether a person said what its columns mean, they were known, or none is known as the title. */
  columns?: 'said' | 'known' | 'unknown';
  /** How often it was begun to be read. */
  reading?: number;
  /** How a person asked for it to be read. */
  wanted?: { format?: string; charset?: string };
  sourceId?: string;
  warnings?: { code: string; detail: string }[];
  problem?: { code: string; detail: string };
  createdAt: string;
  by?: string;
  committedAt?: string;
  newDuplicates?: number;
}

export interface TableColumns {
  /** Whether a line was known for the header, or a person has said what the columns are. */
  known: boolean;
  /** Whether the names are those of a header; otherwise they are the cells of the first record. */
  named: boolean;
  authorSeparator: string;
  /** Each with what it is read as, and what its cells look like. */
  columns: { name: string; field: string; alike: string; samples: string[] }[];
  /** All that a column can be read as. */
  fields: string[];
}

export interface QuarantinedRecord {
  /** Its place among all of the file that could not be read. */
  place: number;
  /** Whether its text is a record that can be corrected. */
  repairable: boolean;
  line: number;
  code: string;
  message: string;
  raw: string;
}

// Decisions that exports of other screening tools bring along

export type ScreeningTool = 'rayyan' | 'covidence' | 'asreview' | 'eppi-reviewer';

export interface CountedText {
  text: string;
  count: number;
}

export interface FileDecisions {
  tools: ScreeningTool[];
  /** Records that say anything of their screening elsewhere. */
  records: number;
  decisions: number;
  /** `person` is empty where the tool names nobody. */
  people: { person: string; verdicts: CountedText[] }[];
  verdicts: { verdict: string; count: number; means?: Verdict | null }[];
  reasons: CountedText[];
  labels: CountedText[];
  notes: number;
  /** What exports of these tools never hold, in the reader's language. */
  limits: string[];
  takeovers: Takeover[];
}

export interface Takeover {
  id: string;
  stage: StageId;
  votes: number;
  /** Decisions that did not become votes. */
  notCarried: number;
  left: { code: string; text: string; count: number }[];
  by: string;
  at: string;
  withdrawn: boolean;
}

export interface TakeoverCommand {
  stage: StageId;
  people: { person: string; account: string }[];
  verdicts: { verdict: string; means: Verdict }[];
  reasons: { text: string; reason: string }[];
}

// Duplicates

export interface DuplicatesSummary {
  records: number;
  unique: number;
  duplicates: number;
  clusters: number;
  withinSource: number;
  betweenSources: number;
  byRule: { rule: string; count: number }[];
  /** Pairs that wait for a person to judge. */
  doubtful?: number;
  doubtfulByRule?: { rule: string; reason: BilingualText; count: number }[];
}

export type Agreement = 'same' | 'near' | 'different' | 'unknown';

export type MatchedField =
  'title' | 'authors' | 'year' | 'journal' | 'volume' | 'issue' | 'page' | 'doi' | 'pmid';

/** Two records that the rules leave to a person. */
export interface Doubt {
  a: ReviewRecord;
  b: ReviewRecord;
  score: number;
  rule: string;
  reasons: { rule: string; reason: BilingualText }[];
  fields: { field: MatchedField; agreement: Agreement }[];
}

export interface WhyNotMerged {
  a: ReviewRecord;
  b: ReviewRecord;
  together: boolean;
  rule: string;
  reason: BilingualText;
  effect: 'joins' | 'asks' | 'keeps-apart' | 'leaves-open';
  hindrance?: { a: number; b: number; rule: string; reason: BilingualText };
  fields: { field: MatchedField; a: string; b: string; agreement: Agreement }[];
}

/** Which entries the sources found alone and together. */
export interface SourceOverlap {
  sources: {
    sourceId: string;
    name: string;
    records: number;
    entries: number;
    withinSource: number;
    unique: number;
  }[];
  pairs: { a: string; b: string; entries: number }[];
}

export interface ClusterMember {
  record: ReviewRecord;
  rule?: string;
  reason?: BilingualText;
  by?: string;
  at?: string;
  /** Where a person noticed it while screening. */
  stage?: StageId;
}

export interface Cluster {
  representative: number;
  members: ClusterMember[];
}

// Screening

export interface QueueItem {
  itemId: number;
  version: number;
  record: ReviewRecord;
  position: string;
  /** I have put it aside before; it comes after all others. */
  later?: true;
  /** The version of the rules by which it was handed out; a vote gives it back. */
  allocation?: number;
}

/** What the lead's rules on sharing out leave me. */
export interface MyShare {
  state: 'open' | 'handed-over' | 'quota-reached' | 'nothing-permitted';
  /** How many more records my quota allows. */
  left?: number;
}

/** A tag that I can use: the review's or my own. */
export interface Tag {
  id: string;
  name: string;
  owner: 'review' | 'member';
  place: number;
  /** Left out by pages for plain ones. */
  kind?: TagKind;
  /** Of a choice, in their order. */
  options?: string[];
  /** On how many records I have it. */
  mine: number;
  /** What it says on these, the most frequent first. */
  values?: { value: string; mine: number }[];
}

/** On a record or not; with a text of its own on each; with one of its options. */
export type TagKind = 'plain' | 'text' | 'choice';

export interface NoteOnRecord {
  /** The record itself or a duplicate that it stands for. */
  recordId: number;
  by: { id: string; displayName: string };
  text: string;
  at: string;
}

/** Notes and tags on a record: mine, and those of others once I may see them. */
export interface OnRecord {
  recordId: number;
  notes: NoteOnRecord[];
  /** What a tag says there is empty for plain ones. */
  tags: { id: string; name: string; value?: string; by: { id: string; displayName: string } }[];
}

export interface OwnHighlights {
  highlights: HighlightGroup[];
}

export interface Queue {
  items: QueueItem[];
  /** Told with the first page only. */
  mine?: { voted: number; remaining: number };
  /** Only where rules share the work out; with the first page. */
  share?: MyShare;
  criteriaVersion: number;
}

export interface MyVote {
  itemId: number;
  record: ReviewRecord;
  voteId: string;
  verdict: Verdict;
  reasons: string[];
  /** What I quoted for it. */
  evidence?: Evidence[];
  at: string;
}

/** Words of a report that a vote rests on. */
export interface Evidence {
  /** One of the vote's reasons. */
  reasonId?: string;
  /** From which it was taken; typed ones have none. */
  documentId?: string;
  /** From 1. */
  page?: number;
  quote: string;
}

export type DocumentKind = 'main' | 'supplement';

/** A file that a report was got as. */
export interface ReportDocument {
  id: string;
  kind: DocumentKind;
  fileName: string;
  bytes: number;
  sha256: string;
  by: string;
  at: string;
  mayRemove: boolean;
}

export interface VoteCommand {
  verdict: Verdict;
  reasons?: string[];
  version: number;
  shownAt?: string;
  decidedAt?: string;
  evidence?: Evidence[];
}

export interface VoteReceipt {
  voteId: string;
  recordedAt: string;
}

export interface ConflictVote {
  voteId: string;
  reviewer: { id: string; displayName: string };
  verdict: Verdict;
  reasons: string[];
  /** What the voter quoted for it. */
  evidence?: Evidence[];
  at: string;
  /** It came with an export of another tool. */
  takenOver?: boolean;
}

export interface Conflict {
  itemId: number;
  record: ReviewRecord;
  /** None where the policy hides them. */
  votes: ConflictVote[];
  /** What the voters noted on the record. */
  notes?: { by: { id: string; displayName: string }; text: string; at: string }[];
  kind: 'verdict' | 'reason';
  since: string;
}

export interface AdjudicationCommand {
  verdict: 'include' | 'exclude';
  reasons: string[];
  comment?: string;
}

/** A measure of agreement; one that is undefined is left out. */
export interface Measure {
  value: number;
  standardError?: number;
  /** The 95 % interval, not clipped. */
  low?: number;
  high?: number;
}

export interface AgreementWindow {
  from: number;
  to: number;
  until: string;
  percent?: Measure;
  kappa?: Measure;
  pabak?: Measure;
}

export interface AgreementPair {
  first: { id: string; displayName: string };
  second: { id: string; displayName: string };
  measures: {
    items: number;
    /** Rows are the first reviewer's classes. */
    table: number[][];
    skewed: boolean;
    percent?: Measure;
    kappa?: Measure;
    /** Where maybe is a class of its own. */
    weightedKappa?: Measure;
    largestKappa?: number;
    pabak?: Measure;
    ac1?: Measure;
    /** The rest for two classes only. */
    positiveAgreement?: Measure;
    negativeAgreement?: Measure;
    prevalenceIndex?: number;
    biasIndex?: number;
    mcNemar?: number;
  };
  trend: AgreementWindow[];
  byReason: {
    reason: string;
    both: number;
    first: number;
    second: number;
    positiveAgreement?: Measure;
    kappa?: Measure;
  }[];
  confusions: { first: string; second: string; items: number }[];
}

export interface ReviewerAgreement {
  classes: Verdict[];
  pairs: AgreementPair[];
  together: {
    raters: number;
    items: number;
    percent?: number;
    fleissKappa?: Measure;
    ac1?: Measure;
    alpha?: number;
    ordinalAlpha?: number;
  };
  /** Reasons over which judgements part, counted over all pairs; the most divisive first. */
  divides: AgreementDivide[];
}

export interface AgreementDivide {
  reason: string;
  /** Pairs in which both exclude for it. */
  both: number;
  /** Pairs in which one excludes for it and the other does not exclude. */
  againstInclusion: number;
  /** Pairs in which one excludes for it and the other for something else. */
  againstOther: number;
}

/** Agreement among all reviewers, stretch by stretch. */
export interface AgreementTrend {
  stretches: { from: number; to: number; until: string; percent?: number; ac1?: Measure }[];
}

export type PartKind = 'import' | 'source' | 'records' | 'tag';

export interface AllocationPart {
  kind: PartKind;
  /** Of the import, source or tag. */
  id?: string;
  from?: number;
  to?: number;
  reviewers: string[];
}

/** The rules by which a stage's work is shared out. */
export interface Allocation {
  experienced: string[];
  experiencedInEachPair: boolean;
  apart: { first: string; second: string }[];
  quotas: { reviewer: string; votes?: number; percent?: number }[];
  parts: AllocationPart[];
  handovers: { from: string; to: string }[];
}

export type AllocationVersion = Allocation & { version: number };

export interface AllocationOutlook {
  stuck: {
    part?: number;
    voters: { id: string; displayName: string }[];
    count: number;
    records?: number[];
  }[];
  votesWithoutAnybody: number;
  againstRules?: number;
  quotas: { reviewer: { id: string; displayName: string }; left: number }[];
}

export type CockpitWarning =
  | 'few-reviewers'
  | 'no-criteria'
  | 'no-abstract'
  | 'no-title'
  | 'no-year'
  | 'odd-year'
  | 'quarantined'
  | 'no-reasons'
  | 'stuck'
  | 'votes-without-anybody'
  | 'criteria-unclear'
  | 'one-verdict';

/** Decisions and conflicts are told to those who are not blinded. */
export interface CockpitStage {
  stage: StageId;
  closed: boolean;
  since: string;
  items: number;
  reviewers: {
    id: string;
    displayName: string;
    voted: number;
    remaining: number;
    lately: number;
    lastVoteAt?: string;
  }[];
  /** Who reviews no more and whose votes were kept. */
  former?: { id: string; displayName: string; voted: number; lastVoteAt: string }[];
  votesMissing: number;
  halfScreened: number;
  expectedOn?: string;
  decided?: number;
  conflicts?: { atMostDays?: number; conflicts: number }[];
}

export interface Cockpit {
  blinded: boolean;
  /** Over how many days the pace is taken. */
  paceDays: number;
  stages: CockpitStage[];
  warnings: { code: CockpitWarning; count: number; displayName?: string }[];
}

export interface ConflictThread {
  messages: { id: string; author: { id: string; displayName: string }; text: string; at: string }[];
  returns: {
    id: string;
    by: { id: string; displayName: string };
    comment: string;
    at: string;
    votes: ConflictVote[];
  }[];
  unclear?: { by: { id: string; displayName: string }; comment: string; at: string };
}

export type RetrievalState = 'sought' | 'retrieved' | 'not-retrieved';

// Flow

export interface FlowIdentity {
  id: string;
  holds: boolean;
  difference: number;
  formula: string;
  label: BilingualText;
}

export interface Flow {
  boxes: { [dataName: string]: number };
  details: {
    databases: { name: string; n: number }[];
    registers: { name: string; n: number }[];
    reasons: { id: string; label: BilingualText; n: number }[];
  };
  identities: FlowIdentity[];
  pending: { screening: number; retrieval: number; fullText: number };
  final: boolean;
  ledgerHead: { sequence: number; hash: string };
}

export interface FlowBox {
  unit: 'record' | 'report' | 'study';
  items: { id: number; title?: string; year?: number; authors?: string[]; journal?: string }[];
  ids?: number[];
  next?: string;
}

export interface FlowCheck {
  identities: {
    id: string;
    holds: boolean;
    difference: number;
    formula: string;
    label?: BilingualText;
    explanations: BilingualText[];
  }[];
  missing: { [dataName: string]: unknown };
  authorQuery: BilingualText;
}

// Ledger, lookup, live

export interface LedgerEvent {
  /** Left out, like the hash, for those who must not learn how much happened between. */
  sequence?: number;
  at: string;
  actor?: { id: string; displayName: string };
  type: string;
  payload: unknown;
  hash?: string;
}

export interface LedgerVerification {
  holds: boolean;
  events?: number;
  head?: { sequence: number; hash: string };
  firstBad?: { sequence: number; reason: string };
  /** The list may stop before all that were found. */
  differencesFound?: number;
  differences?: { table: string; key: string; expected: string; found: string }[];
}

export interface Fragment {
  text: string;
  hit: boolean;
}

export interface LookupHit {
  record: ReviewRecord;
  highlights: { title?: Fragment[]; abstract?: Fragment[][] };
  status?: string;
}

export interface LookupResult {
  total: number;
  items: LookupHit[];
  next?: string;
  problem?: { code: string; detail: string };
}

export interface ReviewChanged {
  rooms: string[];
  sequence?: number;
}

// Calibration

export interface Ballot {
  verdict: Verdict;
  reasons: string[];
}

export interface CalibrationRound {
  id: string;
  /** From 1, in the order of their opening. */
  number: number;
  records: number;
  seed: number;
  protocolVersion: number;
  openedBy: { id: string; displayName: string };
  openedAt: string;
  revealedAt?: string;
  /** Absent when the last vote revealed it. */
  revealedBy?: { id: string; displayName: string };
  /** How many of its records I have voted on, where I am a reviewer. */
  voted?: number;
  /** For leads who are not blinded, until it is revealed. */
  progress?: { reviewer: { id: string; displayName: string }; voted: number }[];
  /** Once revealed. */
  agreement?: ReviewerAgreement['together'];
}

export interface CalibrationRounds {
  items: CalibrationRound[];
  /** Records of unclear criteria, for leads who are not blinded. */
  candidates?: { itemId: number; record: ReviewRecord; comment: string }[];
}

export interface CalibrationItem {
  itemId: number;
  record: ReviewRecord;
  mine?: Ballot;
  /** The rest once revealed. */
  votes?: (Ballot & { reviewer: { id: string; displayName: string }; at: string })[];
  differs?: boolean;
  messages?: { id: string; author: { id: string; displayName: string }; text: string; at: string }[];
}

export interface CalibrationRoundWhole {
  round: CalibrationRound;
  items: CalibrationItem[];
  agreement?: ReviewerAgreement;
}

// Synthesis

export type StudyDataKind =
  'dichotomous' | 'continuous' | 'effect' | 'observed-expected' | 'rates' | 'proportion' | 'correlation';

/** What is pooled and how, in the words of the command line; what is left out is usual. */
export interface SynthesisSettings {
  measure: string;
  method?: string;
  model?: string;
  tauSquared?: string;
  ci?: string;
  prediction?: string;
  /** In percent: a whole number, or a text such as 97.5. */
  level?: number | string;
  subgroup?: string;
  zero?: string;
  convention?: string;
  moderators?: string[];
  tests?: string[];
  sensitivity?: string[];
  swapEvents?: boolean;
  totals?: string;
  studyLevel?: number | string;
  permutations?: number;
}

export interface ComparisonNames {
  name: BilingualText;
  experimental: BilingualText;
  control: BilingualText;
}

export interface SynthesisSummary {
  id: string;
  version: number;
  position: number;
  outcome: BilingualText;
  timePoint?: string;
  data: StudyDataKind;
  measure: string;
  rows: number;
  prespecified: boolean;
  /** In substance, when there were data. */
  changed: boolean;
  /** Other inputs than this account last marked as seen. */
  stale: boolean;
}

export interface Comparison extends ComparisonNames {
  id: string;
  position: number;
  version: number;
  syntheses: SynthesisSummary[];
}

export interface SynthesisDefinition {
  comparisonId: string;
  position: number;
  outcome: BilingualText;
  timePoint?: string;
  unit?: string;
  data: StudyDataKind;
  benefit: 'lower' | 'higher';
  /** Left and right of the axis. */
  favours?: BilingualText[];
  settings: SynthesisSettings;
  riskOfBias?: RiskOfBias;
}

/** What the judgements of bias are made with. */
export interface RiskOfBias {
  tool?: string;
  /** Own names of D1, D2 …, in place of those of the tool. */
  domains?: BilingualText[];
}

export interface BiasTool {
  tool: string;
  title: string;
  domains: BilingualText[];
  judgements: { word: BiasJudgement; label: BilingualText }[];
}

export type OriginKind = 'reported' | 'converted' | 'calculated' | 'figure' | 'authors';

/** How a number came to be. */
export interface Origin {
  kind: OriginKind;
  method?: string;
  inputs?: Record<string, string>;
  note?: string;
}

export type BiasJudgement =
  'low' | 'some' | 'moderate' | 'high' | 'serious' | 'critical' | 'no-information' | '';

export interface StudyRow {
  id: string;
  position: number;
  study: string;
  studyId?: string;
  /** What the a/b/c rows of one trial share. */
  trial?: string;
  year?: number;
  subgroup?: string;
  /** Decimals with a point once they were saved; what is no number stays as it was typed. */
  values: Record<string, string>;
  origins: Record<string, Origin>;
  properties: Record<string, string>;
  bias: Record<string, BiasJudgement>;
  included: boolean;
  /** Why it is switched off. */
  reason?: string;
  footnote?: string;
  /** What was typed where a value was read from another spelling, by column. */
  typed?: Record<string, string>;
}

export interface CellProblem {
  /** The id of a row. */
  row?: string;
  /** Of that row in the table, from 1. */
  number?: number;
  column?: string;
  code: string;
  /** Of the library of statistics, when it refused. */
  reason?: string;
  message: string;
}

export interface PooledNumbers {
  k?: number;
  estimate?: number | null;
  se?: number | null;
  lower?: number | null;
  upper?: number | null;
  statistic?: number | null;
  df?: number | null;
  p?: number | null;
  tauSquared?: number | null;
  q?: number | null;
  iSquared?: number | null;
  /** As the measure is read: ratios, proportions and correlations back from their scale. */
  shown?: { estimate?: number | null; lower?: number | null; upper?: number | null };
}

/** What a reader of an analysis should know; about rows by their numbers among those analysed. */
export interface AnalysisNote {
  code: string;
  en: string;
  zh: string;
  rows?: number[];
}

export interface HeterogeneityNumbers {
  q?: number | null;
  df?: number | null;
  p?: number | null;
  tauSquared?: number | null;
  tauSquaredError?: number | null;
  iSquared?: number | null;
  iSquaredFromQ?: number | null;
  hSquared?: number | null;
  qProfile?: {
    tauSquaredLower?: number | null;
    tauSquaredUpper?: number | null;
    iSquaredLower?: number | null;
    iSquaredUpper?: number | null;
  };
}

export interface StudyNumbers {
  study: string;
  estimate?: number | null;
  se?: number | null;
  lower?: number | null;
  upper?: number | null;
  weight?: number | null;
  notEstimable?: string;
}

/** Numbers of a test, a sensitivity analysis …: by name. */
export type NamedNumbers = Record<string, unknown>;

/** An analysis at full precision; estimates of ratios on the log scale. */
export interface SynthesisAnalysis {
  measure: string;
  convention: string;
  logScale: boolean;
  model: string;
  tauSquaredEstimator: string;
  interval: string;
  level: number;
  /** overall, subgroups or none: whether all studies are pooled together. */
  totals?: string;
  rows: number;
  k: number;
  studies: StudyNumbers[];
  pooled: PooledNumbers;
  heterogeneity: HeterogeneityNumbers;
  prediction?: { kind: string; lower?: number | null; upper?: number | null } | null;
  subgroups?: {
    label: string;
    pooled?: PooledNumbers | null;
    heterogeneity?: HeterogeneityNumbers;
  }[];
  subgroupDifferences?: {
    q?: number | null;
    df?: number | null;
    p?: number | null;
    iSquared?: number | null;
  };
  regression?: {
    k: number;
    coefficients: ({ name: string } & PooledNumbers)[];
    tauSquared?: number | null;
    residualQ?: number | null;
    rSquared?: number | null;
    omnibus?: number | null;
    omnibusP?: number | null;
  };
  tests?: NamedNumbers;
  sensitivity?: NamedNumbers;
  warnings?: AnalysisNote[];
}

export interface Synthesis extends SynthesisDefinition {
  id: string;
  version: number;
  prespecified: boolean;
  /** In substance, when there were data. */
  changed: boolean;
  /** Of the last change of the definition. */
  explanation?: string;
  definedAt: string;
  definedBy: { id: string; displayName: string };
  /** The data columns of its kind. */
  columns: string[];
  rows: StudyRow[];
  analysis?: SynthesisAnalysis;
  /** The rows that the studies of the analysis are, in their order. */
  analysed: string[];
  /** Why there is no analysis. */
  problem?: CellProblem;
  /** Cells that cannot be what was meant. */
  problems: CellProblem[];
  /** Numbers that were read from another spelling. */
  respelt: { row: string; number: number; column: string; typed: string; read: string }[];
  doubleCounted: { trial: string; rows: string[] }[];
  /** SHA-256 of all that the analysis depends on. */
  inputs: string;
  /** What this account last marked as seen; the rest when it is other than what is now. */
  seen?: {
    inputs: string;
    at: string;
    analysis?: SynthesisAnalysis;
    rows?: { id: string; study: string; change: 'added' | 'removed' | 'changed' }[];
    settings?: string[];
  };
}

export interface SynthesisImport {
  comparisons: {
    name: string;
    outcomes: { name: string; data?: string; measure?: string; rows: number }[];
  }[];
  problems: { line?: number; message: string }[];
  notCarried: string[];
}

export interface Conversion {
  method: string;
  title: BilingualText;
  inputs: { name: string; label: BilingualText; optional: boolean }[];
  outputs: string[];
  source: string;
}

export interface Converted {
  method: string;
  inputs: Record<string, string | number>;
  outputs: Record<string, number>;
  warnings: string[];
}

export type Certainty = 'high' | 'moderate' | 'low' | 'very-low';
export type CertaintyDomain =
  'riskOfBias' | 'inconsistency' | 'indirectness' | 'imprecision' | 'publicationBias';

export interface CertaintyJudgement {
  down: number;
  reason: BilingualText;
  suggested?: { down: number; reason: BilingualText };
}

export interface Per1000 {
  per1000: number;
  lower: number;
  upper: number;
}

export interface FindingsRow {
  synthesisId: string;
  version: number;
  outcome: BilingualText;
  timePoint?: string;
  participants?: number;
  studies: number;
  /** Absent when the data allow none; a limit is absent when it has no end. */
  relative?: { estimate?: number; lower?: number; upper?: number; measure: string };
  risks: {
    assumed: number;
    source: 'median' | 'lowest' | 'highest' | 'typed';
    with: Per1000;
    difference: Per1000;
    /** To treat for one benefit or harm, with its interval, in words. */
    numberNeeded: BilingualText;
  }[];
  /** Absent until somebody has judged it. */
  certainty?: Certainty;
  /** Evidence that starts low, since it is not from randomised trials. */
  observational: boolean;
  /** A typed risk without the intervention, per 1,000. */
  assumed?: string;
  judgements: Record<CertaintyDomain, CertaintyJudgement>;
  notes: BilingualText[];
  /** The reasons of judgements that take levels away, then the notes. */
  footnotes: string[];
}

/** What people judge of the certainty of a synthesis. */
export interface CertaintyCommand {
  judgements: Record<CertaintyDomain, { down: number; reason: BilingualText }>;
  observational: boolean;
  assumed?: string;
  notes?: BilingualText[];
}
