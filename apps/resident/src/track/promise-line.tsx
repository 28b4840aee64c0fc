import { PROMISE_LEAD, PROMISE_WORDS, type TrackPromise } from '@qzt/domain/portal';
import { dayText, momentText } from '../furniture/moment.ts';

interface Props {
  readonly promise: TrackPromise | null;
  readonly now: string;
}

/** What is promised next, in one sentence. */
export const PromiseLine = ({ promise, now }: Props) => {
  if (promise === null) return null;
  const { kind, at, about } = promise;
  if (at === null) return <p>材料补齐了就接着办,等您的这几天不算在期限里。</p>;
  const when = (
    <time dateTime={at}>
      {about ? '大约 ' : ''}
      {kind === 'reopen' ? dayText(at, now) : momentText(at, now)}
    </time>
  );
  switch (kind) {
    case 'accept':
    case 'answer':
      return (
        <p>
          {PROMISE_LEAD} {when} {PROMISE_WORDS[kind]}。
        </p>
      );
    case 'late':
      return (
        <p class="late">
          答应 {when} 前给您回话,已经过了。对不起,请打电话催一催,我们告诉您办到哪一步。
        </p>
      );
    case 'tell':
      return <p>最晚 {when} 告诉您。等不及可以打电话来问。</p>;
    case 'reply':
      return <p>没办好请在 {when} 前告诉我们。不说话,就算办好了。</p>;
    case 'reopen':
      return <p>还有问题,{when} 前可以请我们接着办。</p>;
    case 'waiting':
      return null;
  }
};
