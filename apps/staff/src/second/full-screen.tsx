import { useEffect, useState } from 'react';

/** For whoever sets the screen up: fills it, so that no address bar faces the resident. Gone once it is filled. */
export const FullScreen = () => {
  const [filled, setFilled] = useState(document.fullscreenElement !== null);
  const [refused, setRefused] = useState(false);
  useEffect(() => {
    const look = (): void => setFilled(document.fullscreenElement !== null);
    document.addEventListener('fullscreenchange', look);
    return () => document.removeEventListener('fullscreenchange', look);
  }, []);
  if (filled || !document.fullscreenEnabled) return null;
  const fill = (): void => {
    document.documentElement.requestFullscreen().catch(() => setRefused(true));
  };
  return (
    <button type="button" className="fill" onClick={fill}>
      {refused ? '请按 F11 铺满屏幕' : '铺满屏幕'}
    </button>
  );
};
