// DOM by createElement(NS) alone: what a strict content policy with trusted types allows.

export type Child = Node | string | false | undefined | null | readonly Child[];

type Attributes = Record<string, string | undefined>;

const fill = (node: Element, children: readonly (Child | Attributes)[]): Element => {
  for (const child of children.flat(9) as any[]) {
    // Only strings have `at` and only nodes a type.
    if (child?.at || child?.nodeType) node.append(child);
    else for (const name in child) if (child[name]) node.setAttribute(name, child[name]);
  }
  return node;
};

/**
 * An HTML element with attributes (a plain object; one without a value is left out) and children. `li.day` is both class and `part` "day"; `span._said` is a class
 * of our own, not a part.
 */
export const h = (spec: string, ...children: (Child | Attributes)[]): Element => {
  const [tag, name] = spec.split('.');
  const node = document.createElement(tag!);
  if (name) {
    node.className = name;
    if (name[0] !== '_') node.setAttribute('part', name);
  }
  return fill(node, children);
};

export const svg = (tag: string, ...children: (Child | Attributes)[]): Element =>
  fill(document.createElementNS('http://www.w3.org/2000/svg', tag), children);

/** Text for screen readers alone. */
export const said = (text: string | undefined): Child => text && h('span._said', text);

/** One text for the eye and another for a screen reader; one node when they are the same. */
export const both = (spec: string, seen: string, heard: string): Element =>
  seen === heard ? h(spec, seen) : h(spec, h('span', { 'aria-hidden': 'true' }, seen), said(heard));

/** Makes `old` equal to `next` and touches only what differs: focus, selection and scrolling stay. */
export const patch = (old: ChildNode, next: ChildNode): void => {
  if (old.isEqualNode(next)) return;
  // A text has no attributes.
  const { attributes } = next as Element;
  if (!attributes || old.nodeName !== next.nodeName) return old.replaceWith(next);
  for (const { name } of [...(old as Element).attributes]) if (!attributes.getNamedItem(name)) (old as Element).removeAttribute(name);
  for (const { name, value } of attributes) (old as Element).setAttribute(name, value);
  const parts = [...next.childNodes];
  while (old.childNodes[parts.length]) old.lastChild!.remove();
  parts.forEach((part, k) => (old.childNodes[k] ? patch(old.childNodes[k], part) : (old as Element).append(part)));
};
