// What lies ahead: costs, months, money to have ready.

texts! {
    cost_counted { zh: "计算方式", en: "counted" }
    cost_counted_odd_first { zh: "首期按天数", en: "first period by its days" }
    cost_counted_dates { zh: "按实际日期 (XIRR)", en: "by the actual dates (XIRR)" }
    cost_if_late { zh: "逾期另计", en: "if late" }
    cost_not_mixed_in { zh: "不在年化之内", en: "not part of the rates" }
    late_unknown { zh: "规则未知", en: "rule unknown" }
    late_grace(days: u32) { zh: "宽限 {days} 天", en: "{days} days of grace", one(days): "{days} day of grace" }
}

texts! {
    ahead_nothing_open { zh: "没有待还的", en: "nothing is left to pay" }
    ahead_month { zh: "月份", en: "month" }
    ahead_in_all { zh: "合计", en: "in all" }
    ahead_without_line { zh: "不占额度", en: "no line" }
    ahead_other_lines { zh: "其他", en: "others" }
    ahead_peak { zh: "最高", en: "peak" }
    ahead_above_cap { zh: "超过上限", en: "above your ceiling" }
    ahead_cap(cap: &str) { zh: "自己定的上限 {cap}", en: "your own ceiling is {cap}" }
    ahead_free_on(on: &str, amount: &str) { zh: "{on} 全部还清，共 {amount}", en: "all is paid on {on}, {amount} in all" }
}

texts! {
    funds_none(days: u32) { zh: "{days} 天内不用备款", en: "no money has to lie ready within {days} days", one(days): "no money has to lie ready within {days} day" }
    funds_by_hand { zh: "手动还", en: "By hand" }
    funds_evening(day: &str) { zh: "{day} 晚前", en: "by the evening of {day}" }
    funds_day(day: &str) { zh: "{day} 前", en: "by {day}" }
    funds_in_all(amount: &str) { zh: "累计 {amount}", en: "{amount} in all" }
    funds_short(amount: &str) { zh: "还差 {amount}", en: "short by {amount}" }
    funds_balance(amount: &str, on: &str) { zh: "余额 {amount}（{on}）", en: "balance {amount} ({on})" }
    funds_due(day: &str) { zh: "{day} 到期", en: "due {day}" }
    funds_unconfirmed { zh: "应已扣款，先核实", en: "should have been taken; check first" }
    funds_expires(on: &str) { zh: "{on} 就到期了：换一种还款方式", en: "it expires on {on}: use another way to pay" }
    funds_above_limit(limit: &str) { zh: "超过单笔限额 {limit}：拆开还或换卡", en: "above {limit} at once: split it or use another card" }
}

texts! {
    help_forecast { zh: "接下来每个月要还多少，按额度分开", en: "what each of the coming months asks for, by credit line" }
    help_funds { zh: "哪张卡、哪个钱包，哪天晚上前要备多少钱", en: "how much must lie on which card or wallet by which evening" }
    help_arg_months { zh: "往后看几个月（默认 12）", en: "how many months ahead (default 12)" }
}

texts! {
    alert_autopay_cutoff(item: &str, n: u32, amount: &str) { zh: "{item} 第 {n} 期 {amount} 提前一天扣款，今晚前要备好", en: "{item} no. {n}, {amount}: autopay takes it the day before, have it ready by tonight" }
    alert_autopay_short(method: &str, amount: &str, on: &str) { zh: "{method} 到 {on} 晚还差 {amount}", en: "{method} is {amount} short for its autopays by the evening of {on}" }
    alert_limit_cut(line: &str, amount: &str) { zh: "{line} 的额度降低了 {amount}", en: "{line}: the limit was lowered by {amount}" }
    alert_no_method(item: &str, n: u32, amount: &str) { zh: "{item} 第 {n} 期 {amount} 快到期，还没有登记还款方式", en: "{item} no. {n}, {amount}, is due soon and no way to pay is on file" }
    advice_short { zh: "补足余额，或提前手动还", en: "put the rest there, or pay by hand before" }
    advice_limit_cut { zh: "问明原因；打算买的东西先用 can 看一下", en: "ask why; check what you plan to buy with `can`" }
    advice_no_method { zh: "先绑定一张卡或钱包，并记进账本", en: "bind a card or wallet and write it down" }
    overview_alert_cutoff(n: u32) { zh: "第 {n} 期今晚前备款", en: "no. {n}: fund it tonight" }
    overview_alert_short(amount: &str) { zh: "还差 {amount}", en: "{amount} short" }
    overview_alert_cut(amount: &str) { zh: "额度降了 {amount}", en: "limit cut by {amount}" }
    overview_alert_no_method(n: u32) { zh: "第 {n} 期没有还款方式", en: "no. {n}: no way to pay" }
}
