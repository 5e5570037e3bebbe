/** What every input for a formula is given, typeset or plain. */
export interface FormulaInputProps {
  value: string;
  onChange(value: string): void;
  disabled: boolean;
  label: string;
  describedBy: string;
  variables: readonly string[];
  invalid: boolean;
  /** stays the plain field for now */
  asleep?: boolean;
  /** left out: as long as a formula may be */
  longest?: number;
}
