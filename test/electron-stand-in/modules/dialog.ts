import { refuseUnknown } from '../strict.ts';

type Answer = {
  response?: number;
  checkboxChecked?: boolean;
  canceled?: boolean;
  filePath?: string;
  filePaths?: string[];
};
interface Call {
  method: string;
  options: object;
}

/**
 * Nobody is at the screen: every dialog is recorded in `calls` and answered at once, with what a test said by
 * `answerNext`, else as if the user had pressed Enter in a message box (`defaultId`) and Escape in a file dialog.
 */
class Dialog {
  readonly calls: Call[] = [];
  readonly #answers: Answer[] = [];

  /** For tests: the answers to the next dialogs, in order. */
  answerNext(...answers: Answer[]): void {
    this.#answers.push(...answers);
  }

  showMessageBox = async (...args: object[]): Promise<Electron.MessageBoxReturnValue> => {
    const { options, answer } = this.#record<Electron.MessageBoxOptions>('showMessageBox', args);
    const response = answer.response ?? options.defaultId ?? 0;
    return { response, checkboxChecked: answer.checkboxChecked ?? options.checkboxChecked ?? false };
  };
  showMessageBoxSync = (...args: object[]): number => {
    const { options, answer } = this.#record<Electron.MessageBoxSyncOptions>('showMessageBoxSync', args);
    return answer.response ?? options.defaultId ?? 0;
  };
  showOpenDialog = async (...args: object[]): Promise<Electron.OpenDialogReturnValue> => {
    const { answer } = this.#record('showOpenDialog', args);
    const filePaths = answer.filePaths ?? [];
    return { filePaths, canceled: answer.canceled ?? filePaths.length === 0 };
  };
  showOpenDialogSync = (...args: object[]): string[] | undefined =>
    this.#record('showOpenDialogSync', args).answer.filePaths;
  showSaveDialog = async (...args: object[]): Promise<Electron.SaveDialogReturnValue> => {
    const { answer } = this.#record('showSaveDialog', args);
    const filePath = answer.filePath ?? '';
    return { filePath, canceled: answer.canceled ?? filePath === '' };
  };
  showSaveDialogSync = (...args: object[]): string => this.#record('showSaveDialogSync', args).answer.filePath ?? '';
  showErrorBox = (title: string, content: string): void => {
    this.calls.push({ method: 'showErrorBox', options: { title, content } });
    process.stderr.write(`${title}\n${content}\n`);
  };

  #record<Options extends object>(method: string, args: object[]): { options: Options; answer: Answer } {
    // A window may come before the options.
    const options = args.at(-1) as Options;
    this.calls.push({ method, options });
    return { options, answer: this.#answers.shift() ?? {} };
  }
}
refuseUnknown(Dialog, 'dialog');

export const dialog = new Dialog();
