// Days. Columns take no blanks inside a word; sentences do.

texts! {
    today { zh: "今天", en: "today" }
    tomorrow { zh: "明天", en: "tomorrow" }
    yesterday { zh: "昨天", en: "yesterday" }
    in_days(n: u64) { zh: "{n}天后", en: "in {n}d" }
    in_days_said(n: u64) { zh: "{n} 天后", en: "in {n} days", one(n): "in {n} day" }
    days_ago(n: u64) { zh: "{n}天前", en: "{n}d ago" }
    days_late(n: u64) { zh: "逾期{n}天", en: "{n}d late" }
    days(n: u64) { zh: "{n} 天", en: "{n} days", one(n): "{n} day" }
    working_days(n: u64) { zh: "{n} 个工作日", en: "{n} working days", one(n): "{n} working day" }
    this_week { zh: "本周", en: "This week" }
    next_week { zh: "下周", en: "Next week" }
    later { zh: "稍后", en: "Later" }
}

texts! {
    monday { zh: "一", en: "Mo" }
    tuesday { zh: "二", en: "Tu" }
    wednesday { zh: "三", en: "We" }
    thursday { zh: "四", en: "Th" }
    friday { zh: "五", en: "Fr" }
    saturday { zh: "六", en: "Sa" }
    sunday { zh: "日", en: "Su" }
}
