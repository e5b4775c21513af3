import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

const fast = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 1];

export type Metrics = ReturnType<typeof createMetrics>;

/** What an operator watches (`GET /metrics`). Durations in seconds. */
export function createMetrics(live: { seats: () => number; sockets: () => number }) {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'ringdesk_' });
  const registers = [registry];
  return {
    registry,
    webhooks: new Counter({
      name: 'ringdesk_webhook_deliveries_total',
      help: 'Webhook deliveries by what became of them',
      labelNames: ['result'],
      registers,
    }),
    events: new Counter({
      name: 'ringdesk_webhook_events_total',
      help: 'Webhook events by kind; a duplicate is one that was applied before',
      labelNames: ['kind', 'result'],
      registers,
    }),
    durable: new Histogram({
      name: 'ringdesk_webhook_durable_seconds',
      help: 'From a delivery received to durable',
      buckets: fast,
      registers,
    }),
    ring: new Histogram({
      name: 'ringdesk_webhook_to_ring_seconds',
      help: 'From a connect received to the ring sent to a desk',
      buckets: fast,
      registers,
    }),
    graph: new Histogram({
      name: 'ringdesk_graph_request_seconds',
      help: 'Requests to Meta',
      labelNames: ['action', 'result'],
      buckets: [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10],
      registers,
    }),
    calls: new Counter({
      name: 'ringdesk_calls_total',
      help: 'Ended calls by outcome',
      labelNames: ['outcome'],
      registers,
    }),
    seats: new Gauge({
      name: 'ringdesk_seats',
      help: 'Seats that are connected',
      registers,
      collect() {
        this.set(live.seats());
      },
    }),
    sockets: new Gauge({
      name: 'ringdesk_desk_sockets',
      help: 'Desk connections, seats or not',
      registers,
      collect() {
        this.set(live.sockets());
      },
    }),
  };
}
