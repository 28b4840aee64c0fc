import { useEffect, useReducer, useRef } from 'react';
import {
  BEAT_MS,
  CHANNEL,
  type Message,
  type Picture,
  type Plate,
} from '../platform/second-protocol.ts';
import { type Following, heard, NOBODY, putAway, shown, waited } from './follow.ts';

type Step = (state: Following) => Following;
const take = (state: Following, step: Step): Following => step(state);

interface Followed {
  readonly picture: Picture;
  readonly plate: Plate | null;
  readonly rate: (rating: string, score: number) => void;
}

/** Follows the desk of this browser for as long as the page is shown. */
export const useFollowing = (): Followed => {
  const [state, step] = useReducer(take, NOBODY);
  const channel = useRef<BroadcastChannel | null>(null);
  useEffect(() => {
    const second = Math.random().toString(36);
    const open = new BroadcastChannel(CHANNEL);
    channel.current = open;
    const say = (message: Message): void => open.postMessage(message);
    open.onmessage = ({ data }: MessageEvent<Message>) => {
      if (data.type === 'show' || data.type === 'gone') step((s) => heard(s, data, Date.now()));
    };
    const beat = (): void => {
      say({ type: 'here', second });
      step((s) => waited(s, Date.now()));
    };
    const leave = (): void => say({ type: 'left', second });
    const byKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') step(putAway);
    };
    const timer = setInterval(beat, BEAT_MS);
    window.addEventListener('pagehide', leave);
    window.addEventListener('keydown', byKey);
    beat();
    return () => {
      clearInterval(timer);
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('keydown', byKey);
      leave();
      open.close();
      channel.current = null;
    };
  }, []);
  return {
    picture: shown(state),
    plate: state.plate,
    rate: (rating, score) => channel.current?.postMessage({ type: 'rated', rating, score }),
  };
};
