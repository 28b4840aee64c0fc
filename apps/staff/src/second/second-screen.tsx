import { Done } from './done.tsx';
import { FullScreen } from './full-screen.tsx';
import { PlateView } from './plate-view.tsx';
import { useFollowing } from './use-following.ts';
import { Working } from './working.tsx';

/** What the resident sees: one thing at a time, in very large type. It shows what the desk says and keeps nothing. */
export const SecondScreen = () => {
  const { picture, plate, rate } = useFollowing();
  return (
    <>
      {plate?.practice ? (
        <>
          <aside className="practice" aria-label="演练">
            演练 · 不算数
          </aside>
          <div className="practice-edge" aria-hidden="true" />
        </>
      ) : null}
      <Shown picture={picture} plate={plate} rate={rate} />
    </>
  );
};

const Shown = ({ picture, plate, rate }: ReturnType<typeof useFollowing>) => {
  switch (picture.kind) {
    case 'plate':
      return (
        <>
          <PlateView plate={plate} />
          <FullScreen />
        </>
      );
    case 'working':
      return <Working picture={picture} />;
    case 'done':
      return <Done key={picture.rating} picture={picture} rate={rate} />;
  }
};
