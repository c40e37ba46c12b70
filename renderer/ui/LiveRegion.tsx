/** The two live regions of the page; mounted once, by the shell. Speak through `announce()`. */
import { useEffect, useState } from 'react';
import { type Announcement, onAnnounce } from './announce.ts';
import { VisuallyHidden } from './VisuallyHidden.tsx';

export function LiveRegion() {
  const [said, setSaid] = useState<Partial<Record<Announcement['politeness'], Announcement>>>({});
  useEffect(() => onAnnounce((next) => setSaid((before) => ({ ...before, [next.politeness]: next }))), []);
  return (
    <VisuallyHidden>
      <div aria-live="polite" aria-atomic="true">
        <span key={said.polite?.serial}>{said.polite?.text}</span>
      </div>
      <div aria-live="assertive" aria-atomic="true">
        <span key={said.assertive?.serial}>{said.assertive?.text}</span>
      </div>
    </VisuallyHidden>
  );
}
