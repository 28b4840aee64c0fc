import type { Picture, SecondMaterial } from '../platform/second-protocol.ts';
import { Receiver } from './receiver.tsx';

const Material = ({ material }: { material: SecondMaterial }) => (
  <li className={material.brought ? 'brought' : 'missing'}>
    <span>
      {material.name}
      {material.copies === undefined || material.copies < 2 ? '' : ` ${material.copies} 份`}
    </span>
    <b>{material.brought ? '带来了' : '要带'}</b>
  </li>
);

/** While the desk writes. Of a confidential matter, or of one that nobody knows yet, it says that something is done. */
export const Working = ({ picture }: { picture: Extract<Picture, { kind: 'working' }> }) => {
  const { matter, materials, howLong, standing, receiver } = picture;
  return (
    <main>
      {matter === null ? (
        <h1 className="alone">为您办理中</h1>
      ) : (
        <>
          <p className="lead">您要办</p>
          <h1>{matter}</h1>
        </>
      )}
      {materials.length > 0 ? (
        <section aria-label="需要带">
          <h2>需要带</h2>
          <ul className="materials">
            {materials.map((material) => (
              <Material key={material.name} material={material} />
            ))}
          </ul>
        </section>
      ) : null}
      {howLong === null ? null : (
        <section aria-label="多久">
          <h2>多久</h2>
          <p className="big">{howLong}</p>
          {standing === null ? null : <p>{standing}</p>}
        </section>
      )}
      <Receiver name={receiver} />
    </main>
  );
};
