import { trackCodeGroups } from '@qzt/domain/portal';
import { useState } from 'react';
import { type Picture, RATINGS } from '../platform/second-protocol.ts';
import { QrCode } from './qr-code.tsx';
import { Receiver } from './receiver.tsx';

interface Props {
  readonly picture: Extract<Picture, { kind: 'done' }>;
  readonly rate: (rating: string, score: number) => void;
}

const Follow = ({ address }: { address: string }) => (
  <section className="follow">
    <h2>扫一扫,看办到哪一步</h2>
    <QrCode text={address} label="查办事进度的二维码" />
    <p className="code">
      查询码 <b>{trackCodeGroups(new URL(address).searchParams.get('c') ?? '').join(' ')}</b>
    </p>
  </section>
);

/** After the matter: how to follow it, and one question with one touch. Nobody has to answer. */
export const Done = ({ picture, rate }: Props) => {
  const [touched, setTouched] = useState(false);
  const { said, track, rating, rated, receiver } = picture;
  return (
    <main>
      <h1>{said}</h1>
      <div className="pair">
        {track === null ? null : <Follow address={track} />}
        {rating === null ? null : (
          <section className="rating" aria-live="polite">
            {rated || touched ? (
              <p className="thanks">谢谢您</p>
            ) : (
              <>
                <h2>这次办得怎么样?点一下就行,不点也可以</h2>
                <div className="answers">
                  {RATINGS.map(({ score, label }) => (
                    <button
                      key={score}
                      type="button"
                      onClick={() => {
                        setTouched(true);
                        rate(rating, score);
                      }}
                    >
                      {label}
                    </button>
                  ))}
                </div>
              </>
            )}
          </section>
        )}
      </div>
      <Receiver name={receiver} />
    </main>
  );
};
