/** What became of a notification on trial. `unconfirmed`: the system took it and said nothing more; `notShown`: it refused. */
export type NoticeTest = 'shown' | 'unconfirmed' | 'notShown';
