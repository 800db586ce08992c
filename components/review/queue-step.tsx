import { Select } from "#components/ui/select.tsx";
import type { QueueDto } from "#lib/review/schema.ts";

interface QueueStepProps {
  steps: QueueDto["steps"];
  /** The step that the queue is narrowed to; null for all. */
  step: string | null;
  onChange: (step: string | null) => void;
}

/** Narrows the queue to one step. */
export function QueueStep({ steps, step, onChange }: QueueStepProps) {
  const several = new Set(steps.map(({ guide }) => guide)).size > 1;
  const options = steps.map(({ stepId, title, number, guideTitle, yours }) => ({
    value: stepId, label: `${several ? `${guideTitle}, step ` : ""}${number}. ${title}${yours ? " (yours)" : ""}`,
  }));
  const isKnown = step === null || steps.some(({ stepId }) => stepId === step);
  return (
    <Select
      label="Step"
      options={isKnown ? options : [{ value: step, label: "A step that no guide has" }, ...options]}
      placeholder={steps.some(({ yours }) => yours) ? "All steps, yours first" : "All steps"}
      value={step ?? ""}
      onChange={(event) => onChange(event.target.value || null)}
      className="w-full max-w-md"
    />
  );
}
