import type { AnsweredView } from '../../../src/contract/window/view.ts';
import type { Notices } from '../host.ts';

/** Shows what became of a request for permission; its words are fetched when there is something to say. */
export function createAnswerNotice(notices: Notices): (answered: AnsweredView | null) => void {
  let shownAt: number | null = null;
  return (answered) => {
    if (answered === null || answered.at === shownAt || notices.state() !== 'on') return;
    shownAt = answered.at;
    void import('./show-answer.ts').then(({ showAnswer }) => showAnswer(answered));
  };
}
