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
}
