/** Dates and times as people write them, read; and those that could be two, left. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { script } from "../page.mjs";

const { dateRead } = await script("forms/dates.js");
const DAY = "2026-11-05"; // A Thursday.
const read = (text, type = "datetime") => dateRead(text, type, "Asia/Shanghai");

for (const text of [
  "2026-11-05", "2026/11/5", "2026.11.5", "2026.11.5.", "2026 / 11 / 05", "20261105", "2026年11月5日", "2026 年 11 月 5 日", "2026年11月5号",
  "２０２６年１１月５日", "２０２６／１１／５", "二〇二六年十一月五日", "二○二六年十一月五日", "二零二六年十一月五号", "2026年11月5日（周四）", "2026年11月5日 星期四", "2026年11月5日(四)",
  "5 November 2026", "5th November 2026", "5th of November, 2026", "Thursday, 5 November 2026", "Thu 5 Nov 2026", "November 5, 2026",
  "Nov. 5th, 2026", "Nov 5 2026", "5-Nov-2026", "5nov2026", "2026 Nov 5", "On the 5th of November 2026", "\u200e2026\u200e/\u200e11\u200e/\u200e05",
  "2026‑11‑05", "Thursday 5/11/2026", "周四 11/5/2026", "2026-11-05T00:00:00", "2026-11-05 15:00",
]) test(`a day: ${text}`, () => assert.deepEqual(read(text, "date"), { value: DAY }));

test("a day whose number is no month's", () => {
  for (const text of ["25/12/2026", "12/25/2026", "25.12.2026", "25-12-2026"]) assert.deepEqual(read(text, "date"), { value: "2026-12-25" });
  assert.deepEqual(read("5/5/2026", "date"), { value: "2026-05-05" });
  assert.deepEqual(read("二〇二六年二月廿五日", "date"), { value: "2026-02-25" });
  assert.deepEqual(read("二〇二六年十月三十一日", "date"), { value: "2026-10-31" });
});

for (const [clock, time] of Object.entries({
  "15:00": "15:00", "15：00": "15:00", "１５：００": "15:00", "15:00:00": "15:00", "15点": "15:00", "15时30分": "15:30", "15點05分": "15:05", "8:05": "08:05", "0:30": "00:30",
  "下午3:00": "15:00", "下午３：００": "15:00", "下午3点": "15:00", "下午3点半": "15:30", "下午三点半": "15:30", "下午三点一刻": "15:15", "下午两点三刻": "14:45",
  "下午3点整": "15:00", "下午12:30": "12:30", "下午15:00": "15:00", "午后2点": "14:00", "上午9点": "09:00", "上午9:05": "09:05", "早上8点": "08:00",
  "凌晨2点": "02:00", "凌晨12点": "00:00", "凌晨0:30": "00:30", "中午12点": "12:00", "中午12:30": "12:30", "中午1点": "13:00", "中午11点半": "11:30", "正午": "12:00",
  "晚上8点": "20:00", "晚上八点二十": "20:20", "八点零五": "08:05", "下午三点十五分": "15:15", "晚上20:00": "20:00", "晚8点": "20:00", "晚八点半": "20:30", "晚20:00": "20:00", "早9点": "09:00", "早7:30": "07:30", "傍晚6点": "18:00", "夜里11点": "23:00", "零点": "00:00", "二十三点": "23:00",
  "3 pm": "15:00", "3pm": "15:00", "3:30 PM": "15:30", "3.30 p.m.": "15:30", "3:00\u202fPM": "15:00", "12:30 AM": "00:30", "12 PM": "12:00", "12 noon": "12:00", "noon": "12:00",
  "at 9.30 am": "09:30", "9 o'clock in the morning": "09:00", "3 in the afternoon": "15:00", "7:30 in the evening": "19:30", "1530 hrs": "15:30", "PM 3:00": "15:00",
  "下午3:00（北京时间）": "15:00", "北京时间15:00": "15:00",
})) {
  test(`a time: ${clock}`, () => {
    for (const day of ["2026年11月5日", "2026-11-05", "5 November 2026,", "2026年11月5日（星期四）"]) {
      assert.deepEqual(read(`${day} ${clock}`), { value: `${DAY}T${time}` }, `${day} ${clock}`);
    }
    assert.deepEqual(read(`${clock}, 5 November 2026`), { value: `${DAY}T${time}` });
  });
}

test("a moment of one piece", () => {
  for (const text of ["2026-11-05T15:00", "2026-11-05T15:00:00", "2026年11月5日下午3:00", "2026/11/5下午3:00", "5 November 2026 at 3 pm", "at 3 pm on Thursday, 5 November 2026"]) {
    assert.deepEqual(read(text), { value: `${DAY}T15:00` }, text);
  }
});

for (const [text, fault] of Object.entries({
  "5/11/2026": "ambiguous", "05.11.2026": "ambiguous", "11-5-2026 15:00": "ambiguous", "5/11/2026 3 pm": "ambiguous",
  "2026-11-05 上午12点": "ambiguous", "2026-11-05 晚上12点": "ambiguous", "2026-11-05 晚12点": "ambiguous", "2026-11-05 早12点": "ambiguous", "2026-11-05 最晚8点": "words", "2026-11-05 midnight": "ambiguous", "2026-11-05 半夜2点": "ambiguous", "2026-11-05 3 o'clock": "ambiguous",
  "11月5日": "no_year", "11月5日下午3点": "no_year", "5 November": "no_year", "Nov 5, 3 pm": "no_year", "11/5": "no_year", "十一月五日": "no_year", "5-Nov-26": "no_year",
  "2026-11-05": "no_time", "2026年11月5日（周四）": "no_time",
  "2026年11月5日 星期五 15:00": "weekday", "Monday 5/11/2027 3 pm": "weekday",
  "": "words", "尽快": "words", "soon": "words", "2026-02-30 15:00": "words", "2026-11-05 25:00": "words", "2026-11-05 15:61": "words", "2026-11-05 24:00": "words",
  "2026-11-05 15:00-16:00": "words", "2026-11-05 至 2026-11-07": "words", "5–7 November 2026": "words", "2026-11-05 前": "words", "by 5 November 2026": "words",
  "2026年11月5日 下午": "words", "2026-11-05 about 3 pm": "words", "2026-11-05T15:00Z": "words", "2026-11-05T15:00+08:00": "words", "2026-11-05 15:00 UTC": "words",
  "2026-11-05 13:00 AM": "words", "2026-11-05 上午15:00": "words", "2026-11-05 15": "words", "2026-11-05 3:5": "words", "2026-11": "words", "November 2026": "words",
  "民国115年11月5日": "words", "26年11月5日": "words", "2026-11-05 2026-11-06": "words", "13/13/2026": "words", "12026-11-05": "words", "+86 10 5555 0100": "words",
})) test(`not a moment: ${text || "nothing"}`, () => assert.deepEqual(read(text), { fault }));

test("a day holds no more than was written", () => {
  assert.deepEqual(read("2026-11-05 或 06", "date"), { fault: "words" });
  assert.deepEqual(read("2026-11-05 25:00", "date"), { fault: "words" });
});

test("the form's own zone may be named where the times are meant there", () => {
  assert.deepEqual(dateRead("2026-11-05 15:00 Beijing time", "datetime", "Asia/Shanghai"), { value: `${DAY}T15:00` });
  assert.deepEqual(dateRead("2026-11-05 15:00 Beijing time", "datetime", "Europe/Berlin"), { fault: "words" });
});

test("a long text is no date, which is said at once", () => {
  const begun = performance.now();
  assert.deepEqual(dateRead("一".repeat(60_000), "datetime", "Asia/Shanghai"), { fault: "words" });
  assert.ok(performance.now() - begun < 1000);
});
