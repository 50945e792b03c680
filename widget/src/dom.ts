// DOM by createElement(NS) alone: what a strict content policy with trusted types allows.

export type Child = Node | string | false | undefined | null | readonly Child[];

type Attributes = Record<string, string | undefined>;

const fill = (node: Element, children: readonly (Child | Attributes)[]): Element => {
  for (const child of children) {
    if (Array.isArray(child)) fill(node, child as readonly Child[]);
    else if (typeof child === 'string' || child instanceof Node) node.append(child);
    else {
      for (const [name, value] of Object.entries(child || {})) if (value != null) node.setAttribute(name, value as string);
    }
  }
  return node;
};

/**
 * An HTML element with attributes (a plain object) and children. `li.day` is both class and `part` "day"; `span._said` is a class
 * of our own, not a part.
 */
export const h = (spec: string, ...children: (Child | Attributes)[]): Element => {
  const [tag, name] = spec.split('.');
  const node = document.createElement(tag!);
  if (name) fill(node, [{ class: name, part: name[0] === '_' ? undefined : name }]);
  return fill(node, children);
};

export const svg = (tag: string, ...children: (Child | Attributes)[]): Element =>
  fill(document.createElementNS('http://www.w3.org/2000/svg', tag), children);

/** One text for the eye and another for a screen reader; one node when they are the same. */
export const both = (spec: string, seen: string, said: string): Element =>
  seen === said ? h(spec, seen) : h(spec, h('span', { 'aria-hidden': 'true' }, seen), h('span._said', said));

/** Makes `old` equal to `next` and touches only what differs: focus, selection and scrolling stay. */
export const patch = (old: ChildNode, next: ChildNode): void => {
  if (old.isEqualNode(next)) return;
  const parts = [...next.childNodes];
  if (parts.length === old.childNodes.length && old.cloneNode().isEqualNode(next.cloneNode())) {
    parts.forEach((part, k) => patch(old.childNodes[k]!, part));
  } else {
    old.replaceWith(next);
  }
};
