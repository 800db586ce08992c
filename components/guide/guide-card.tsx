import type { Book } from "#lib/guide/book.ts";
import { formatDate } from "#lib/guide/figure.ts";
import type { Chapter } from "#lib/guide/prose.ts";

/**
 * The picture of a section where it is shared. It is drawn by satori and not by a browser, which knows neither the page's classes
 * nor oklch: these are the light theme's colours. A stone stands for each section, filled up to this one.
 */
export function GuideCard({ book: { head, chapters }, chapter, stones }: { book: Book; chapter: Chapter; stones: readonly string[] }) {
  const at = chapters.findIndex(({ id }) => id === chapter.id);
  const title = at === 0 ? head.title : chapter.title;
  return (
    <div tw="flex h-full w-full bg-[#faf8f5] text-[#221f1c]">
      <div tw="flex flex-col justify-between w-[790px] pl-[84px] pt-[76px] pb-[72px]">
        <p tw="m-0 text-[30px] text-[#5d5853]">{at === 0 ? "A guide" : head.title}</p>
        <p tw={`m-0 leading-[1.06] tracking-[-0.018em] font-[serif] ${title.length > 22 ? "text-[88px]" : "text-[104px]"}`}>{title}</p>
        <div tw="flex items-center text-[28px] text-[#5d5853]">
          <svg width="38" height="38" viewBox="0 0 26 26" fill="#221f1c">
            <ellipse cx="13" cy="21" rx="11" ry="4" />
            <ellipse cx="14" cy="13.2" rx="7.6" ry="3.3" opacity="0.78" />
            <ellipse cx="12.4" cy="6.6" rx="4.6" ry="2.7" opacity="0.56" />
          </svg>
          <span tw="ml-[14px] text-[#221f1c] font-[serif] text-[34px]">Cairn</span>
          <span tw="ml-[26px]">{`Checked on ${formatDate(head.updated)}`}</span>
        </div>
      </div>
      <div tw="flex items-end justify-center w-[410px] pb-[72px]">
        <svg width="330" height="381" viewBox="0 0 260 300" fill="none">
          <path d="M10 288.8h240" stroke="#bdb7b0" strokeWidth="1.6" strokeLinecap="round" />
          {stones.map((path, index) => (
            <path key={path} d={path} strokeWidth="1.6" fill={index <= at ? "#2c5b3c" : "#faf8f5"} stroke={index <= at ? "#faf8f5" : "#bdb7b0"} />
          ))}
        </svg>
      </div>
    </div>
  );
}
