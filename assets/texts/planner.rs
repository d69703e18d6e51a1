// Measured restoring times, gaps between app and book, and early payments that free limit.

texts! {
    cli_as_stated { zh: "按规则", en: "stated" }
    cli_measured(n: usize) { zh: "实测 {n} 次", en: "measured, n={n}" }
    cli_measured_line(n: usize) { zh: "全线实测 {n} 次", en: "measured on the line, n={n}" }
    cli_took { zh: "恢复用时（工作日）", en: "how long limit took to come back (working days)" }
    cli_took_channel { zh: "渠道", en: "channel" }
    cli_took_n { zh: "次数", en: "n" }
    cli_took_best { zh: "最快", en: "fastest" }
    cli_took_median { zh: "中位", en: "median" }
    cli_took_worst { zh: "最慢", en: "slowest" }
    cli_channel_unknown { zh: "未记渠道", en: "not noted" }
    cli_took_none { zh: "还没有确认过恢复：fenqi restored 记一次就量一次", en: "no limit was confirmed to be back yet: each `fenqi restored` is a measure" }

    cli_gap_none { zh: "和账本一致", en: "as the book expects" }
    cli_gap_less(gap: &str) { zh: "比账本少 {gap}", en: "{gap} less than the book expects" }
    cli_gap_more(gap: &str) { zh: "比账本多 {gap}", en: "{gap} more than the book expects" }
    cli_gap_proved(amount: &str, of: &str) { zh: "可以确定 {amount} 的额度已恢复（{of}）", en: "it proves that {amount} of limit is back ({of})" }
    cli_gap_ways(amount: &str, ways: &str) { zh: "另外 {amount} 正好可能是：{ways}", en: "{amount} could be exactly this: {ways}" }
    cli_gap_or { zh: "；或者 ", en: "; or " }
    cli_gap_and { zh: " 加上 ", en: " and " }
    cli_gap_too_much(amount: &str) { zh: "{amount} 解释不了：可能有没记的还款或退款，或额度上调", en: "{amount} is unexplained: a payment or refund not in the book, or the limit was raised" }
    cli_gap_too_little(amount: &str) { zh: "{amount} 解释不了：可能有没记的分期，或额度被冻结、下调", en: "{amount} is unexplained: a plan not in the book, a freeze, or the limit was cut" }
    cli_gap_total(line: &str, total: &str) { zh: "若总额变了：fenqi line set {line} --limit {total}", en: "if the total changed: fenqi line set {line} --limit {total}" }
    cli_cause_back(item: &str, n: u32, amount: &str) { zh: "{item}第 {n} 期的额度 {amount} 已恢复", en: "{amount} of {item} no. {n} is back" }
    cli_cause_refund_back(item: &str, amount: &str) { zh: "{item}的退款额度 {amount} 已恢复", en: "{amount} of the refund of {item} is back" }
    cli_cause_not_back(item: &str, n: u32, amount: &str) { zh: "{item}第 {n} 期的额度 {amount} 其实还没恢复", en: "{amount} of {item} no. {n} is not back after all" }
    cli_cause_paid(item: &str, n: u32, amount: &str) { zh: "{item}第 {n} 期已还但没记（额度 {amount}）", en: "{item} no. {n} is paid and not noted ({amount} of limit)" }
    cli_cause_refunded(item: &str, amount: &str) { zh: "{item}已退款但没记（额度 {amount}）", en: "{item} is refunded and not noted ({amount} of limit)" }
    cli_cause_unfrozen(amount: &str) { zh: "冻结的 {amount} 已解冻", en: "the frozen {amount} can be used" }
    cli_cause_temporary_counts(amount: &str) { zh: "到期的临时额度 {amount} 还算在内", en: "the temporary {amount} that ended still counts" }
    cli_cause_temporary_missing(amount: &str) { zh: "临时额度 {amount} 没算进去", en: "the temporary {amount} does not count" }
    cli_cause_counts_fees { zh: "平台把手续费也算占用（limit-counts = \"principal-and-fee\"）", en: "fees occupy limit too (limit-counts = \"principal-and-fee\")" }
    cli_cause_counts_principal { zh: "平台只算本金占用（limit-counts = \"principal\"）", en: "only principal occupies limit (limit-counts = \"principal\")" }

    help_unlock { zh: "今天提前还哪几期，到那天就有这么多额度", en: "what to pay early so that this much limit is free by a day" }
    help_arg_wanted { zh: "想要多少可用额度", en: "how much limit is wanted" }
    help_arg_wanted_by { zh: "最晚哪天要用", en: "by when it has to be usable" }
    help_arg_cash { zh: "今天最多能拿出多少钱", en: "the most that can be paid today" }
    cli_unlock_yes(amount: &str, line: &str, by: &str) { zh: "可以：{by} 前{line}有 {amount} 可用", en: "yes: {amount} can be usable on {line} by {by}" }
    cli_unlock_later(amount: &str, line: &str, from: &str) { zh: "来不及：{line}最早 {from} 有 {amount} 可用", en: "not in time: {amount} is usable on {line} from {from} on" }
    cli_unlock_short(amount: &str, line: &str, short: &str) { zh: "不行：全部还清，{line}离 {amount} 还差 {short}", en: "no: with everything paid {line} is still {short} short of {amount}" }
    cli_unlock_no_cash(amount: &str, line: &str) { zh: "不行：手头的钱不够先还{line}的逾期，{amount} 用不了", en: "no: the cash does not cover what is overdue on {line}, so {amount} cannot be had" }
    cli_unlock_blocked(line: &str, why: &str) { zh: "不行：{line}{why}，还款也没用", en: "no: {line}: {why}; paying does not help" }
    cli_unlock_pay_today { zh: "今天还：", en: "pay today:" }
    cli_unlock_overdue(n: u32) { zh: "第 {n} 期（逾期）", en: "no. {n} (overdue)" }
    cli_unlock_settle { zh: "提前结清", en: "settle it" }
    cli_unlock_frees(amount: &str) { zh: "腾出 {amount}", en: "frees {amount}" }
    cli_unlock_back(by: &str) { zh: "{by} 前恢复", en: "back by {by}" }
    cli_unlock_cash(amount: &str) { zh: "共 {amount}", en: "{amount} in all" }
    cli_unlock_extra(amount: &str) { zh: "比按期还多花 {amount}", en: "{amount} more than paying as scheduled" }
    cli_unlock_saves(amount: &str) { zh: "比按期还省 {amount}", en: "{amount} less than paying as scheduled" }
    cli_unlock_no_extra { zh: "不比按期还多花钱", en: "no more than paying as scheduled" }
    cli_unlock_best_found { zh: "计划太多，这是找到的最好的，可能还有更省的", en: "too many plans to look at every way: the best found, a cheaper one may exist" }
    cli_unlock_anyway(by: &str, usable: &str, parts: &str) { zh: "不提前还，{by} 可用 {usable}：{parts}", en: "without paying early {usable} is usable by {by}: {parts}" }
    cli_unlock_now(amount: &str) { zh: "现在可用 {amount}", en: "{amount} now" }
    cli_unlock_restoring(amount: &str) { zh: "恢复中 {amount}", en: "{amount} on its way back" }
    cli_unlock_dues(amount: &str) { zh: "到期照还腾出 {amount}", en: "{amount} freed by what falls due and is paid then" }
    cli_unlock_ends(amount: &str) { zh: "临时额度到期减 {amount}", en: "less {amount} of a temporary limit that ends" }
    cli_unlock_cash_needed(by: &str, cash: &str) { zh: "要赶上 {by}，今天得拿出 {cash}", en: "to be in time for {by} it takes {cash} today" }
}
