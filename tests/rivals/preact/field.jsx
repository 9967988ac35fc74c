// A question with what it is answered with.

/** @param {{question: object, answer: any, onAnswer: (value: any) => void, heading: object}} props */
export function Field(props) {
  const { kind } = props.question;
  return kind === 'single' || kind === 'multiple' ? <Choices {...props} /> : <Entry {...props} />;
}

function Choices({ question: { id, kind, title, help, choices }, answer, onAnswer, heading }) {
  const single = kind === 'single';
  const chosen = single ? [answer] : (answer ?? []);
  const toggle = (choice) => {
    if (single) return onAnswer(choice.id);
    if (chosen.includes(choice.id)) {
      const rest = chosen.filter((other) => other !== choice.id);
      return onAnswer(rest.length > 0 ? rest : undefined);
    }
    if (isAlone(choice)) return onAnswer([choice.id]);
    const kept = chosen.filter((other) => !isAlone(choices.find((it) => it.id === other)));
    return onAnswer([...kept, choice.id]);
  };
  return (
    <fieldset aria-describedby={help && `${id}-help`}>
      <legend><h1 ref={heading} tabIndex={-1}>{title}</h1></legend>
      {help && <p id={`${id}-help`} class="help">{help}</p>}
      {choices.map((choice) => (
        <label key={choice.id} class="choice">
          <input
            type={single ? 'radio' : 'checkbox'}
            name={id}
            value={choice.id}
            checked={chosen.includes(choice.id)}
            onChange={() => toggle(choice)}
          />
          {choice.label}
        </label>
      ))}
    </fieldset>
  );
}

function isAlone({ id, exclusive }) {
  return exclusive || id === 'prefer-not';
}

function Entry({ question: { id, kind, title, help, unit, longest }, answer, onAnswer, heading }) {
  const read = (value) => (value === '' ? undefined : kind === 'number' ? Number(value) : value);
  const shared = {
    id,
    'aria-describedby': help && `${id}-help`,
    value: answer ?? '',
    onInput: (event) => onAnswer(read(event.currentTarget.value)),
  };
  return (
    <div>
      <h1 ref={heading} tabIndex={-1}><label for={id}>{title}</label></h1>
      {help && <p id={`${id}-help`} class="help">{help}</p>}
      {kind === 'number' ? (
        <p><input {...shared} class="number" inputMode="numeric" /> {unit}</p>
      ) : (
        <textarea {...shared} rows={5} maxLength={longest} />
      )}
    </div>
  );
}
