import type { AskPlan, Colleague, CustomerPage, CustomersPage } from '../../contract/api/customers.ts';
import type { TemplatesToSend } from '../../contract/api/talk.ts';
import type {
  AskPlanAsked,
  CardEdit,
  CustomersAsked,
  InvitationAsked,
  PermissionAsk,
  ReadAsked,
  TemplateAsked,
  TemplatesAsked,
  TextAsked,
} from '../../contract/window/customers.ts';
import type { createSession } from '../session/session.ts';

/** The company's customers, as the relay knows them. Each rejects with a sentence. */
export type Customers = {
  list(query: CustomersAsked): Promise<CustomersPage>;
  open(customerId: string): Promise<CustomerPage>;
  /** Writes down what an agent changed about a customer. */
  edit(edit: CardEdit): Promise<void>;
  /** To whom a customer can be assigned. */
  colleagues(customerId: string): Promise<Colleague[]>;
  planAsk(asked: AskPlanAsked): Promise<AskPlan>;
  /** Asks a customer for permission to call. */
  ask(asked: PermissionAsk): Promise<void>;
  /** Writes to a customer, inside the service window. */
  text(asked: TextAsked): Promise<void>;
  /** Sends a customer a button with which they call. */
  invite(asked: InvitationAsked): Promise<void>;
  /** What can be sent to a customer outside the service window. */
  templates(asked: TemplatesAsked): Promise<TemplatesToSend>;
  /** Writes to a customer, or invites them to call, outside the service window. */
  template(asked: TemplateAsked): Promise<void>;
  /** The agent has had these messages before their eyes. */
  markRead(asked: ReadAsked): Promise<void>;
  /** What the company often writes. */
  quickReplies(): Promise<string[]>;
};

type Session = Pick<ReturnType<typeof createSession>, 'askRelay'>;

/** What customers need is fetched when it is first asked for: the first screen does without. */
export function createCustomers({ askRelay }: Session): Customers {
  const api = () => import('./customer-api.ts');
  const talk = () => import('./talk-api.ts');
  return {
    list: (query) => askRelay(async (relay, token) => (await api()).listCustomers(relay, token, query)),
    open: (customerId) => askRelay(async (relay, token) => (await api()).openCustomer(relay, token, customerId)),
    edit: async (edit) => {
      await askRelay(async (relay, token) => (await api()).editCustomer(relay, token, edit));
    },
    colleagues: async (customerId) => {
      const found = await askRelay(async (relay, token) => (await api()).listColleagues(relay, token, customerId));
      return found.colleagues;
    },
    planAsk: (asked) => askRelay(async (relay, token) => (await api()).planAsk(relay, token, asked)),
    ask: async (asked) => {
      await askRelay(async (relay, token) => (await api()).askPermission(relay, token, asked));
    },
    text: async (asked) => {
      await askRelay(async (relay, token) => (await talk()).sendText(relay, token, asked));
    },
    invite: async (asked) => {
      await askRelay(async (relay, token) => (await talk()).inviteToCall(relay, token, asked));
    },
    templates: (asked) => askRelay(async (relay, token) => (await talk()).listTemplatesToSend(relay, token, asked)),
    template: async (asked) => {
      await askRelay(async (relay, token) => (await talk()).sendTemplate(relay, token, asked));
    },
    markRead: async (asked) => {
      await askRelay(async (relay, token) => (await talk()).markRead(relay, token, asked));
    },
    quickReplies: async () => {
      const found = await askRelay(async (relay, token) => (await talk()).listQuickReplies(relay, token));
      return found.quickReplies;
    },
  };
}
