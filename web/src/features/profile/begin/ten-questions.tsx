import { Button, Group, Progress } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newProfile } from '../../../api/generated/sdk.gen.ts';
import { ask, useWorkspace } from '../../../shared/api/index.ts';
import { PageHead, ProblemNote } from '../../../shared/ui/index.ts';
import { type AnswerForm, noAnswers, toAnswers } from './answers.ts';
import { QuestionFields, questions } from './question-fields.tsx';
import classes from './ten-questions.module.css';

/** Ten questions, one at a time, kept as they are answered; any may stay open. */
export function TenQuestions() {
  const { t } = useTranslation(['profile', 'common']);
  const navigate = useNavigate();
  const client = useQueryClient();
  const key = `bestfit.answers.${useWorkspace().name}`;
  const [form, setForm] = useState<AnswerForm>(() => ({ ...noAnswers, ...readForm(key) }));
  const [at, setAt] = useState(0);
  useEffect(() => localStorage.setItem(key, JSON.stringify(form)), [key, form]);
  const make = useMutation({
    mutationFn: () =>
      ask(
        newProfile({ body: { name: form.name.trim() || t('begin.defaultName'), answers: toAnswers(form) } }),
      ),
    onSuccess: async ({ name }) => {
      localStorage.removeItem(key);
      await client.invalidateQueries();
      await navigate({ to: '/profile', search: { name } });
    },
  });
  const question = questions[at]!;
  const isLast = at === questions.length - 1;
  const next = (event: FormEvent) => {
    event.preventDefault();
    if (isLast) make.mutate();
    else setAt(at + 1);
  };
  return (
    <div className={classes.wizard}>
      <PageHead title={t('questions.title')} lead={t('questions.lead')} />
      <Progress
        value={(100 * (at + 1)) / questions.length}
        size="sm"
        mb="xl"
        aria-label={t('questions.progress', { at: at + 1, of: questions.length })}
      />
      <form onSubmit={next} className={classes.card}>
        <p className={classes.step}>{t('questions.progress', { at: at + 1, of: questions.length })}</p>
        <h2 className={classes.question}>{t(`questions.${question}.text`)}</h2>
        <p className={classes.help}>{t(`questions.${question}.help`)}</p>
        <QuestionFields key={question} question={question} form={form} onChange={setForm} />
        <ProblemNote error={make.error} />
        <Group justify="space-between" mt="xl">
          <Button variant="default" disabled={at === 0} onClick={() => setAt(at - 1)}>
            {t('questions.back')}
          </Button>
          <Button type="submit" loading={make.isPending}>
            {t(isLast ? 'questions.write' : 'questions.next')}
          </Button>
        </Group>
      </form>
    </div>
  );
}

function readForm(key: string): Partial<AnswerForm> {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<AnswerForm>;
  } catch {
    return {};
  }
}
