// The board of another day: the strip above the views, and the question which day.

texts! {
    scrubber_ahead { zh: "之后没有新的还款时", en: "as the file stands, nothing paid since" }
    scrubber_past { zh: "那一天的样子", en: "as it was on that day" }
    scrubber_free { zh: "可用额度", en: "free limit" }
    scrubber_free_if { zh: "都按时还，可用", en: "paid on time, free" }
    scrubber_between(least: &str, most: &str) { zh: "{least} 到 {most}", en: "{least} to {most}" }
    scrubber_day { zh: "日", en: "day" }
    scrubber_month { zh: "月", en: "month" }
    scrubber_ask { zh: "某天", en: "a day" }
    scrubber_title { zh: "看哪一天", en: "Which day?" }
    scrubber_how { zh: "5-20、+30、-7、明天、2026-05-20", en: "5-20, +30, -7, tomorrow, 2026-05-20" }
    scrubber_not_a_day { zh: "不是日期，或离今天超过 10 年", en: "not a day, or more than 10 years away" }
    scrubber_due_by { zh: "到那天应还", en: "due by then" }
    why_another_day { zh: "看的不是今天，先回今天再改", en: "not today's board; go back to change it" }
    key_later_day_short { zh: "后一天", en: "later" }
    key_later_day { zh: "看后一天的全部情况", en: "the whole board a day later" }
    key_earlier_day_short { zh: "前一天", en: "earlier" }
    key_earlier_day { zh: "看前一天的全部情况", en: "the whole board a day earlier" }
    key_later_month_short { zh: "后一月", en: "a month later" }
    key_later_month { zh: "看一个月后的全部情况", en: "the whole board a month later" }
    key_earlier_month_short { zh: "前一月", en: "a month earlier" }
    key_earlier_month { zh: "看一个月前的全部情况", en: "the whole board a month earlier" }
    key_ask_day_short { zh: "某天", en: "a day" }
    key_ask_day { zh: "看某一天的全部情况", en: "the whole board of any day" }
    key_go_to_day_short { zh: "看这天", en: "show it" }
    key_go_to_day { zh: "看这一天", en: "show that day" }
}
