/** QTI 3 is QTI 2 with other names: `qti-choice-interaction` is read as `choiceInteraction`. */
import { isNode, type Xml } from '../xml.ts';

export function withOldNames(node: Xml): Xml {
  const isNew = node.name.startsWith('qti-');
  const attributes = Object.entries(node.attributes).map(([name, value]) => [isNew ? camel(name) : name, value]);
  return {
    ...node,
    name: isNew ? camel(node.name.slice('qti-'.length)) : node.name,
    attributes: Object.fromEntries(attributes),
    children: node.children.map((child) => (isNode(child) ? withOldNames(child) : child)),
  };
}

const camel = (name: string): string => name.replace(/-([a-z])/g, (_whole, letter: string) => letter.toUpperCase());
