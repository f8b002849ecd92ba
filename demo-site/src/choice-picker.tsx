import type { Choice } from './part.ts'

type Props = { choice: Choice; value: string | null; onPick: (option: string) => void }

/** Radio buttons drawn as boxes, so arrow keys and screen readers work as everywhere else. */
export const ChoicePicker = ({ choice, value, onPick }: Props) => (
  <fieldset class="choices">
    <legend class="unseen">{choice.label}</legend>
    {choice.options.map((option) => (
      <label key={option}>
        <input
          class="unseen"
          type="radio"
          name="choice"
          value={option}
          checked={option === value}
          onChange={() => onPick(option)}
        />
        <span>{option}</span>
      </label>
    ))}
  </fieldset>
)
