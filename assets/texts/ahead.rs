// What lies ahead: costs, months, money to have ready.

texts! {
    cost_counted { zh: "计算方式", en: "counted" }
    cost_counted_odd_first { zh: "首期按天数", en: "first period by its days" }
    cost_counted_dates { zh: "按实际日期 (XIRR)", en: "by the actual dates (XIRR)" }
    cost_if_late { zh: "逾期另计", en: "if late" }
    cost_not_mixed_in { zh: "不在年化之内", en: "not part of the rates" }
    late_unknown { zh: "规则未知", en: "rule unknown" }
    late_daily_overdue(rate: &str) { zh: "每天 {rate}，按逾期金额", en: "{rate} a day of what is overdue" }
    late_daily_all_unpaid(rate: &str) { zh: "每天 {rate}，按全部未还", en: "{rate} a day of all that is unpaid" }
    late_fee(fee: &str) { zh: "每次 {fee}", en: "{fee} each time" }
    late_fee_from(fee: &str, total: &str) { zh: "订单满 {total} 每次 {fee}", en: "{fee} each time from an order of {total} on" }
    late_from_day(day: u32) { zh: "逾期第 {day} 天起", en: "from day {day} on" }
    late_again(fee: &str, days: u32) { zh: "{days} 天未还再收 {fee}", en: "{fee} more after {days} days", one(days): "{fee} more after {days} day" }
    late_cap(share: &str) { zh: "合计不超过订单的 {share}", en: "at most {share} of the order in all" }
    late_most(amount: &str) { zh: "合计不超过 {amount}", en: "at most {amount} in all" }
    late_times(times: u32) { zh: "最多 {times} 次", en: "{times} times at most", one(times): "{times} time at most" }
    late_grace(days: u32) { zh: "宽限 {days} 天", en: "{days} days of grace", one(days): "{days} day of grace" }
}
