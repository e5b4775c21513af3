import type { ListedTemplate } from '../../../src/contract/api/templates.ts';
import type { TemplateStatus } from '../../../src/domain/templates/template.ts';
import { systemLanguages } from '../words/locale.ts';

export const kindWords: Record<ListedTemplate['kind'], string> = {
  callPermission: 'Asks for permission',
  callInvite: 'Invites to call',
  other: 'Other',
};

export const statusWords: Record<TemplateStatus, string> = {
  pending: 'In review',
  approved: 'Approved',
  rejected: 'Rejected',
  paused: 'Paused',
  disabled: 'Disabled',
  deleted: 'Deleted',
  unknown: 'Unknown',
};

/** What a status means for who wants to use the template. */
export function statusSentence({ status }: ListedTemplate): string {
  const { reason } = status.value;
  switch (status.value.status) {
    case 'pending':
      return 'WhatsApp reviews it, which takes up to a day. It can be used once it is approved.';
    case 'approved':
      return 'It can be used.';
    case 'rejected':
      return `WhatsApp does not take it${reasonIn(reason)}. Make another one, with another name.`;
    case 'paused':
      return 'WhatsApp has paused it because customers did not like it. It can be used again later.';
    case 'disabled':
      return `WhatsApp has disabled it${reasonIn(reason)}. It cannot be used any more.`;
    case 'deleted':
      return 'It was deleted at WhatsApp.';
    case 'unknown':
      return 'WhatsApp says something about it that Ringdesk does not know. It is not used.';
  }
}

const reasons: Record<string, string> = {
  INVALID_FORMAT: 'its form is not as it has to be',
  INCORRECT_CATEGORY: 'it belongs into another category',
  TAG_CONTENT_MISMATCH: 'its language or category does not fit its words',
  ABUSIVE_CONTENT: 'its words break WhatsApp’s rules',
  PROMOTIONAL: 'it advertises, which only marketing templates may',
  SCAM: 'it looks like fraud',
};

function reasonIn(reason: string | null): string {
  if (reason === null || reason === 'NONE') return '';
  return `: ${reasons[reason] ?? `its reason is “${reason}”`}`;
}

export const categoryWords = (category: string): string =>
  ({ UTILITY: 'Utility', MARKETING: 'Marketing', AUTHENTICATION: 'Authentication' })[category] ?? category;

export const qualityWords = (quality: string): string =>
  ({ GREEN: 'Customers take it well', YELLOW: 'Some customers do not like it', RED: 'Many customers do not like it' })[
    quality
  ] ?? 'Not known yet';

const languages = new Intl.DisplayNames([...systemLanguages, 'en'], { type: 'language' });

/** Meta writes `pt_BR`. */
export function languageName(code: string): string {
  try {
    return languages.of(code.replace('_', '-')) ?? code;
  } catch {
    return code;
  }
}
