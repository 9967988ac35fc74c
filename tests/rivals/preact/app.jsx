// One question at a time.

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { questions, survey } from 'survey';

import { Field } from './field.jsx';

/** The whole page. */
export function App() {
  const [answers, setAnswers] = useState({});
  const [id, setId] = useState(questions[0].id);
  const heading = useRef();
  const moved = useRef(false);

  const asked = questions.filter(({ when }) => !when || when(answers));
  const at = asked.findIndex((question) => question.id === id);
  const question = asked[at];

  useLayoutEffect(() => {
    if (!moved.current) return;
    scrollTo(0, 0);
    heading.current.focus();
    document.title = question ? `Question ${at + 1} – ${survey.title}` : survey.title;
  }, [id]);

  const go = (to) => {
    moved.current = true;
    setId(asked[to]?.id);
  };
  const answer = (value) => {
    const { [id]: _, ...others } = answers;
    setAnswers(value === undefined ? others : { ...others, [id]: value });
  };

  if (!question) {
    return (
      <main>
        <h1 ref={heading} tabIndex={-1}>Thank you</h1>
        <p>{survey.thanks}</p>
      </main>
    );
  }
  return (
    <>
      <header>{survey.title}</header>
      <main>
        {at > 0 && <button type="button" class="back" onClick={() => go(at - 1)}>Back</button>}
        <p class="progress">Question {at + 1} of about {asked.length}</p>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            go(at + 1);
          }}
        >
          <Field key={id} question={question} answer={answers[id]} onAnswer={answer} heading={heading} />
          <button class="next">Next</button>
        </form>
        <p class="about">{survey.about}</p>
      </main>
    </>
  );
}
