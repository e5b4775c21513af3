import History from 'lucide-react/icons/history';
import Phone from 'lucide-react/icons/phone';
import PhoneMissed from 'lucide-react/icons/phone-missed';
import Settings from 'lucide-react/icons/settings';
import Users from 'lucide-react/icons/users';
import type { ReactNode } from 'react';
import { Badge } from '../../kit/badge.tsx';
import styles from './rail.module.css';
import { type Place, type RailPlace, railPlaces, writeRoute } from './route.ts';

const faces: Record<RailPlace, { name: string; icon: ReactNode }> = {
  calls: { name: 'Calls', icon: <Phone size={20} strokeWidth={1.75} /> },
  missed: { name: 'Missed', icon: <PhoneMissed size={20} strokeWidth={1.75} /> },
  customers: { name: 'Customers', icon: <Users size={20} strokeWidth={1.75} /> },
  history: { name: 'History', icon: <History size={20} strokeWidth={1.75} /> },
  settings: { name: 'Settings', icon: <Settings size={20} strokeWidth={1.75} /> },
};

export const placeName = (place: RailPlace): string => faces[place].name;

type RailProps = {
  at: Place;
  /** How many calls nobody took since midnight. */
  missedToday: number;
  /** How many customers have written what nobody has read. */
  waiting: number;
};

export function Rail({ at, missedToday, waiting }: RailProps) {
  const news: Partial<Record<RailPlace, { count: number; words: string }>> = {
    missed: { count: missedToday, words: `${missedToday} today` },
    customers: { count: waiting, words: `${waiting} unread` },
  };
  return (
    <nav className={styles.rail} aria-label="Places">
      {railPlaces.map((place) => (
        <a
          key={place}
          className={styles.link}
          data-place={place}
          href={writeRoute({ place, callId: null })}
          aria-current={place === at ? 'page' : undefined}
          aria-label={faces[place].name}
          aria-description={news[place]?.count ? news[place].words : undefined}
          title={faces[place].name}
        >
          {faces[place].icon}
          <span className={styles.word} aria-hidden="true">
            {faces[place].name}
          </span>
          <span className={styles.badge}>
            <Badge count={news[place]?.count ?? 0} />
          </span>
        </a>
      ))}
    </nav>
  );
}
