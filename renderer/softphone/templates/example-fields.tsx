import { variablesOf } from '../../../src/domain/templates/variables.ts';
import { Field } from '../../kit/field.tsx';

type Examples = Readonly<Record<string, string>>;
type ExampleFieldsProps = {
  of: 'header' | 'text';
  text: string;
  examples: Examples;
  problem: string | null;
  onChange: (examples: Examples) => void;
};

/** An example for each word that a text leaves open. */
export function ExampleFields({ of, text, examples, problem, onChange }: ExampleFieldsProps) {
  return variablesOf(text).map((name) => (
    <Field
      key={name}
      label={`Example for {{${name}}} in the ${of}`}
      name={`example-${of}-${name}`}
      value={examples[name] ?? ''}
      onChange={(example) => onChange({ ...examples, [name]: example })}
      hint="Who reviews the template at WhatsApp reads it."
      problem={problem?.includes(`{{${name}}}`) ? problem : null}
    />
  ));
}
