/** A key of the keyboard. Beside a control's name it is for the eye alone; `spoken` where it is the text itself. */
export function Key({ spoken = false, children }: { spoken?: boolean; children: string }) {
  return (
    <kbd
      aria-hidden={spoken ? undefined : true}
      className="inline-block min-w-6 rounded border border-edge bg-surface px-1.5 text-center font-sans text-label font-normal text-muted"
    >
      {children}
    </kbd>
  );
}
