/**
 * Carries a value between a page and the main process as text, with the meaning of the structured clone algorithm:
 * Map, Set, Date, RegExp, Error, BigInt, undefined, -0, holes, ArrayBuffer and its views, and shared or circular
 * references survive; prototypes, getters and symbols' keys do not; functions, symbols, promises and platform objects
 * are refused with Electron's words. Errors keep what V8 keeps: name, message, stack and cause.
 *
 * `createCodec` is sent into pages as its own source text, so it must not reach for anything outside itself.
 */
export interface Codec {
  /** Throws `Error: An object could not be cloned.` */
  encode(value: unknown): string;
  decode(text: string): unknown;
}

type Slot = unknown;
type ViewMaker = new (buffer: ArrayBuffer, offset: number, length: number) => ArrayBufferView;
type Node = [kind: string, ...content: Slot[]];

export function createCodec(): Codec {
  const refuse = (): never => {
    throw new Error('An object could not be cloned.');
  };
  const viewNames = [
    'DataView',
    'Int8Array',
    'Uint8Array',
    'Uint8ClampedArray',
    'Int16Array',
    'Uint16Array',
    'Int32Array',
    'Uint32Array',
    'Float32Array',
    'Float64Array',
    'BigInt64Array',
    'BigUint64Array',
  ] as const;
  const errorNames = ['Error', 'EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError'];
  const plainTags = ['Object', 'Arguments'];
  const tagOf = (value: object) => Object.prototype.toString.call(value).slice(8, -1);

  function toBase64(bytes: Uint8Array): string {
    let binary = '';
    for (const byte of bytes) binary += String.fromCharCode(byte);
    return btoa(binary);
  }
  function fromBase64(text: string): ArrayBuffer {
    const binary = atob(text);
    const bytes = new Uint8Array(binary.length);
    for (let i = 0; i < binary.length; i += 1) bytes[i] = binary.charCodeAt(i);
    return bytes.buffer;
  }

  function encode(value: unknown): string {
    const nodes: Node[] = [];
    const seen = new Map<object, number>();

    const slot = (item: unknown): Slot => {
      switch (typeof item) {
        case 'string':
        case 'boolean':
          return item;
        case 'number':
          return Number.isFinite(item) && !Object.is(item, -0)
            ? item
            : { number: Object.is(item, -0) ? '-0' : `${item}` };
        case 'bigint':
          return { bigint: `${item}` };
        case 'undefined':
          return {};
        case 'object':
          return item === null ? null : { ref: reference(item) };
        default:
          return refuse();
      }
    };
    const reference = (item: object): number => {
      const known = seen.get(item);
      if (known !== undefined) return known;
      const index = nodes.length;
      seen.set(item, index);
      const node: Node = ['Object'];
      nodes.push(node);
      node.splice(0, 1, ...nodeOf(item));
      return index;
    };
    const entriesOf = (item: object) => Object.entries(item).map(([key, inner]) => [key, slot(inner)]);

    const nodeOf = (item: object): Node => {
      if (Array.isArray(item)) return ['Array', item.length, entriesOf(item)];
      if (item instanceof Date) return ['Date', slot(item.getTime())];
      if (item instanceof RegExp) return ['RegExp', item.source, item.flags];
      if (item instanceof Map) return ['Map', [...item].map(([key, inner]) => [slot(key), slot(inner)])];
      if (item instanceof Set) return ['Set', [...item].map(slot)];
      if (item instanceof ArrayBuffer) return ['ArrayBuffer', toBase64(new Uint8Array(item))];
      if (ArrayBuffer.isView(item)) return view(item);
      if (item instanceof Boolean || item instanceof Number || item instanceof String)
        return ['Boxed', slot(item.valueOf())];
      if (item instanceof Error) return error(item);
      const tag = tagOf(item);
      const maker: unknown = Reflect.get(globalThis, tag);
      const isPlatformObject = typeof maker === 'function' && item instanceof maker;
      if (!plainTags.includes(tag) && isPlatformObject) return refuse();
      return ['Object', entriesOf(item)];
    };
    const view = (item: ArrayBufferView): Node => {
      // A Node Buffer looks at a pool that it shares with others: only its own bytes may leave.
      const own = item.byteLength === item.buffer.byteLength;
      const bytes = new Uint8Array(item.buffer, item.byteOffset, item.byteLength);
      const buffer = own ? item.buffer : bytes.slice().buffer;
      const name = viewNames.find((candidate) => candidate === tagOf(item)) ?? refuse();
      const unit = name === 'DataView' ? 1 : (globalThis[name].BYTES_PER_ELEMENT ?? 1);
      return ['View', name, slot(buffer), 0, item.byteLength / unit];
    };
    const error = (item: Error): Node => {
      const name = errorNames.includes(item.name) ? item.name : 'Error';
      const cause = Object.hasOwn(item, 'cause') ? [slot(item.cause)] : [];
      return ['Error', name, String(item.message), item.stack ?? '', ...cause];
    };

    const root = slot(value);
    return JSON.stringify([root, nodes]);
  }

  function decode(text: string): unknown {
    const [root, nodes]: [Slot, Node[]] = JSON.parse(text);
    const made = new Map<number, unknown>();

    const read = (item: Slot): unknown => {
      if (item === null || typeof item !== 'object') return item;
      const coded: { ref?: number; number?: string; bigint?: string } = item;
      if (coded.number !== undefined) return Number(coded.number);
      if (coded.bigint !== undefined) return BigInt(coded.bigint);
      return coded.ref === undefined ? undefined : build(coded.ref);
    };
    const fill = (target: object, entries: [string, Slot][]) => {
      for (const [key, inner] of entries) {
        const field = { value: read(inner), writable: true, enumerable: true, configurable: true };
        Object.defineProperty(target, key, field);
      }
    };
    const build = (index: number): unknown => {
      if (made.has(index)) return made.get(index);
      const [kind, ...content] = nodes[index] ?? refuse();
      const keep = <T>(value: T): T => {
        made.set(index, value);
        return value;
      };
      switch (kind) {
        case 'Array': {
          const list = keep(new Array(content[0] as number));
          fill(list, content[1] as [string, Slot][]);
          return list;
        }
        case 'Date':
          return keep(new Date(read(content[0]) as number));
        case 'RegExp':
          return keep(new RegExp(content[0] as string, content[1] as string));
        case 'Map': {
          const map = keep(new Map());
          for (const [key, inner] of content[0] as [Slot, Slot][]) map.set(read(key), read(inner));
          return map;
        }
        case 'Set': {
          const set = keep(new Set());
          for (const inner of content[0] as Slot[]) set.add(read(inner));
          return set;
        }
        case 'ArrayBuffer':
          return keep(fromBase64(content[0] as string));
        case 'View': {
          const name = content[0] as (typeof viewNames)[number];
          const buffer = read(content[1]) as ArrayBuffer;
          return keep(new (globalThis[name] as ViewMaker)(buffer, content[2] as number, content[3] as number));
        }
        case 'Boxed':
          return keep(Object(read(content[0])));
        case 'Error': {
          const maker = Reflect.get(globalThis, content[0] as string) as ErrorConstructor;
          const error = keep(new maker(content[1] as string));
          Object.defineProperty(error, 'stack', { value: content[2], writable: true, configurable: true });
          if (content.length > 3)
            Object.defineProperty(error, 'cause', { value: read(content[3]), writable: true, configurable: true });
          return error;
        }
        default: {
          const plain = keep({});
          fill(plain, content[0] as [string, Slot][]);
          return plain;
        }
      }
    };
    return read(root);
  }

  return { encode, decode };
}
