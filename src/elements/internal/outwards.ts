/**
 * The parent, by the platform's own getter: a form answers with its field of that name instead, and would lead back to
 * itself for ever.
 */
const parentOf = (node: Node): ParentNode | null => Reflect.get(Node.prototype, 'parentNode', node);

/** What `node` stands in: its parent, or the element whose shadow root it is. */
export function outwards(node: Node): Node | null {
  const isRoot = node.nodeType === Node.DOCUMENT_FRAGMENT_NODE;
  return isRoot ? ((node as Partial<ShadowRoot>).host ?? null) : parentOf(node);
}
