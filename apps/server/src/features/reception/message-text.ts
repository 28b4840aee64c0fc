/** What a text is made of. Without a title (confidential, erased) it names no matter. */
export interface TextFacts {
  readonly committee: string;
  readonly title: string | undefined;
  readonly number: string;
  readonly firstAsked: string;
  /** When the case is due, as people read it. */
  readonly due: string | undefined;
  /** What is owed: to accept, to answer, or to tell the resident what another office answered. */
  readonly owes: 'accept' | 'answer' | 'tell';
}

const DISCREET = '您托我们办的事有新的进展,方便时请联系我们,不用特意跑一趟。';

/** To whoever asked: plain, warm, a sentence or two. `title` is there. */
const TO_PEOPLE: Readonly<Record<string, (facts: TextFacts & { title: string }) => string>> = {
  register: ({ title, number, firstAsked }) =>
    `您的“${title}”已经登记(编号 ${number}),由${firstAsked}负责到底,有进展会告诉您。`,
  'ask-materials': ({ title }) =>
    `您的“${title}”还差几样材料,清单在一次告知单上。可以让家人代交,补齐后我们马上接着办。`,
  answer: ({ title, firstAsked }) =>
    `您的“${title}”已经办好。要是哪里没解决,请告诉${firstAsked},我们接着办。`,
  refuse: ({ title, firstAsked }) =>
    `您的“${title}”这里办不了,能办的地方我们查好了,请联系${firstAsked},少跑一趟。`,
  transfer: ({ title, firstAsked }) =>
    `您的“${title}”已经转给能办的部门接着办。有疑问请找${firstAsked},我们帮您问。`,
  extend: ({ title, due }) =>
    `您的“${title}”还要多一点时间${due === undefined ? '' : `,新的期限是 ${due}`}。让您久等了。`,
};

const before = (due: string | undefined): string => (due === undefined ? '尽快' : `在 ${due} 前`);
const OWED = { accept: '受理', answer: '答复', tell: '告诉居民' } as const;
const owed = ({ owes }: TextFacts): string => OWED[owes];

/** To colleagues: what, until when. */
const TO_STAFF: Readonly<Record<string, (facts: TextFacts, matter: string) => string>> = {
  refer: ({ committee, due }, matter) => `${committee}转来${matter},请${before(due)}答复。`,
  reopen: ({ due }, matter) => `${matter}重新办理了,由您负责,请${before(due)}答复。`,
  contest: (_facts, matter) => `${matter}:居民说还没有解决,请接着办。`,
  assign: ({ due }, matter) => `${matter}现在由您办理,请${before(due)}答复。`,
  remind: (facts, matter) => `${matter}还没有${owed(facts)},请${before(facts.due)}${owed(facts)}。`,
  'remind-stand-in': (facts, matter) =>
    `${facts.firstAsked}今天不在,${matter}请您代为跟进,${before(facts.due)}${owed(facts)}。`,
  'stand-in': (facts, matter) =>
    `${facts.firstAsked}经手的${matter}快到期了,请您帮忙跟进,${before(facts.due)}${owed(facts)}。`,
  head: (facts, matter) =>
    `${matter}到了期限还没有${owed(facts)},经手人${facts.firstAsked},请您过问。`,
  'alarm-1-standIn': ({ firstAsked }, matter) =>
    `应急:${matter}还没有记下打过求助电话。${firstAsked}可能正忙着,请您马上去看一看,先打电话。`,
  'alarm-1-head': ({ firstAsked }, matter) =>
    `应急:${matter}还没有记下打过求助电话,${firstAsked}正在处理,请您马上过问。`,
  'alarm-2-head': (_facts, matter) =>
    `应急:${matter}很久了还没有记下打过求助电话,也告诉了街道。请您马上处理。`,
  // Whoever is above learns that there is danger, and of whom only from the head.
  'alarm-2-subdistrict': ({ committee }) =>
    `应急:${committee}有一件急事,很久了还没有记下打过求助电话,请马上联系居委书记、主任。`,
  'report-first': (_facts, matter) =>
    `${matter}涉及强制报告,还没有记下是否已向公安机关报告,记下以后才能结束。`,
};

/** Every template, by whom it is for: what a test must look at when one is added. */
export const TEMPLATES = {
  people: Object.keys(TO_PEOPLE),
  staff: Object.keys(TO_STAFF),
} as const;

/** A message's text, or undefined for a template that nobody wrote. */
export function messageText(
  template: string,
  outside: boolean,
  facts: TextFacts,
): string | undefined {
  const { title, number, committee } = facts;
  if (outside) {
    const make = TO_PEOPLE[template];
    if (make === undefined) return undefined;
    return `【${committee}】${title === undefined ? DISCREET : make({ ...facts, title })}`;
  }
  const matter =
    title === undefined ? `一件保密办件(编号 ${number})` : `“${title}”(编号 ${number})`;
  return TO_STAFF[template]?.(facts, matter);
}
