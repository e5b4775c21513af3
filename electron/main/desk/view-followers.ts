import type { DeskView } from '../../../src/contract/window/view.ts';
import type { Desk } from '../../../src/desk/desk.ts';
import type { Log } from '../../../src/desk/ports.ts';

/** Something that shows the view in its own way: tray, notifications, a window. */
export type Follower = { name: string; render: (view: DeskView) => void };

/** Shows every view to every follower; one that fails is written down and does not stop the others. */
export function followView(desk: Pick<Desk, 'getView' | 'subscribe'>, followers: readonly Follower[], log: Log): void {
  const show = (view: DeskView) => {
    for (const follower of followers) {
      try {
        follower.render(view);
      } catch (error) {
        log.error('view not shown', { follower: follower.name, error });
      }
    }
  };
  show(desk.getView());
  desk.subscribe(show);
}
