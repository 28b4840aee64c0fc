import type { TrackPage as Page, TrackView } from '@qzt/contract/portal';
import { telAddress } from '@qzt/domain/phonebook';
import { isCaseNumber, NOW_SENTENCES, STEP_SENTENCES } from '@qzt/domain/portal';
import { momentText } from '../furniture/moment.ts';
import { Sheet } from '../furniture/sheet.tsx';
import { CodeForm } from './code-form.tsx';
import { PromiseLine } from './promise-line.tsx';

const Found = ({ view, now }: { view: TrackView; now: string }) => (
  <>
    <h1>您的事办到哪一步了</h1>
    <p class="where">
      {view.committee} · 办件号最后四位 {view.numberEnd}
    </p>
    <section class={view.now === 'waiting-resident' ? 'now wait' : 'now'} aria-label="现在">
      <strong>{NOW_SENTENCES[view.now]}</strong>
      <PromiseLine promise={view.promise} now={now} />
    </section>
    <h2>一步一步</h2>
    <ol>
      {view.steps.map(({ step, at }) => (
        <li key={`${step}${at}`}>
          {STEP_SENTENCES[step]}
          <time dateTime={at}>{momentText(at, now)}</time>
        </li>
      ))}
    </ol>
    <h2>想问一问</h2>
    <p>
      {view.phone === null
        ? `请到${view.committee}找 ${view.receiver},或打居委会的电话。`
        : `请打电话或到${view.committee},找 ${view.receiver}。`}
      说“查进度”就可以,不用再说一遍来办什么。
    </p>
    {view.hours === null ? null : <p>开门时间:{view.hours}。</p>}
    {view.phone === null ? null : (
      <a class="call" href={telAddress(view.phone)}>
        打电话 {view.phone}
      </a>
    )}
  </>
);

const NumberTyped = () => (
  <>
    <h1>这是办件号,不是查询码</h1>
    <p>您写得没错,只是在这里要用查询码:告知单、号码单上写着“查询码”的那一行,字母和数字都有。</p>
    <p>找不到也不要紧:打居委会的电话,说办件号就能问。</p>
  </>
);

const Unknown = () => (
  <>
    <h1>没有找到这件事</h1>
    <p>
      可能是查询码抄错了一个字,请对着告知单再看一遍。也可能这件事不在这里显示,或者内容已按要求删除。
    </p>
    <p>都不要紧:请到居委会或打居委会的电话问,说您的事就可以。</p>
  </>
);

const body = (page: Page) => {
  switch (page.state) {
    case 'ask':
      return (
        <>
          <h1>查办事进度</h1>
          <p>扫告知单或屏幕上的二维码,就能看到您的事办到哪一步。也可以把查询码写在下面。</p>
          <CodeForm typed="" />
        </>
      );
    case 'found':
      return <Found view={page.view} now={page.at} />;
    case 'unknown':
      return (
        <>
          {isCaseNumber(page.typed) ? <NumberTyped /> : <Unknown />}
          <CodeForm typed={page.typed} />
        </>
      );
    case 'slow':
      return (
        <>
          <h1>请稍等一下</h1>
          <p>问的人有点多,请等 {page.waitSeconds} 秒,再点浏览器的刷新。</p>
        </>
      );
    case 'away':
      return (
        <>
          <h1>现在查不到</h1>
          <p>网页正在准备,请过几分钟再试。急的话请直接打居委会的电话。</p>
        </>
      );
  }
};

const TITLES: Readonly<Record<Page['state'], string>> = {
  ask: '查办事进度',
  found: '您的事办到哪一步了',
  unknown: '没有找到',
  slow: '请稍等',
  away: '现在查不到',
};

/** Follow a case: a line of plain sentences with dates, what is promised, whom to ask. */
export const TrackPage = ({ page }: { page: Page }) => (
  <Sheet title={TITLES[page.state]}>{body(page)}</Sheet>
);
