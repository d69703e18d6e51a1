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
    cli_gap_total(line: &str, total: &str) { zh: "若总额变了，在 {line} 写 limit = {total}，原来的总额留在 limits 里", en: "if the total changed, write limit = {total} for {line} and keep the old one in its limits" }
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
}
