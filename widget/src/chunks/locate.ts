// The visitor's place, on a tap only, as coarse as weather is.
import { More } from '../order';
import type { Bench } from './bench';

/** A tenth of a degree is about ten kilometres. */
const coarse = (degrees: number): string => degrees.toFixed(1);

export const open = ({ root, more, pick }: Bench): void => {
  const refused = (): void => {
    const button = root.querySelector('button.locate');
    if (button && more[More.refused]) button.textContent = more[More.refused];
  };
  if (!navigator.geolocation) return refused();
  navigator.geolocation.getCurrentPosition(
    ({ coords: { latitude, longitude } }) => pick(`lat=${coarse(latitude)}&lon=${coarse(longitude)}`),
    refused,
    { maximumAge: 600_000, timeout: 15_000 },
  );
};
